/** A CUPS server of a test's own: real `cupsd`, its own folders and socket, and printers that do as the test says. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd';
const SERVER_BIN = '/usr/lib/cups';

/** Why there can be no such server here; nothing when there can. */
export const whyNoCups = (): string | undefined => {
  if (process.platform !== 'linux') return 'CUPS is tested on Linux';
  if (process.getuid?.() !== 0) return 'a CUPS server of the tests’ own needs root';
  const isThere = (path: string): boolean => spawnSync('test', ['-e', path]).status === 0;
  if (!isThere('/usr/sbin/cupsd') || !isThere('/usr/bin/lp')) return 'CUPS is not installed (Debian: cups)';
  return isThere(PPD) && isThere(join(SERVER_BIN, 'backend/cups-pdf'))
    ? undefined
    : 'CUPS’s PDF printer is not installed (Debian: printer-driver-cups-pdf)';
};

export interface CupsServer {
  /** Where `lp -h` finds it. */
  readonly socket: string;
  /** The queue `desk` needs this from now on, as IPP names it, in the middle of each job; nothing: it prints. */
  readonly needs: (reason: string | undefined) => Promise<void>;
  /** Where the server keeps its jobs. */
  readonly spool: string;
  /** What the queue `desk` has printed. */
  readonly printed: () => Promise<readonly Buffer[]>;
  /** Carries away what the queue `desk` has printed. */
  readonly takeAway: () => Promise<void>;
  /** Runs one of CUPS’s programs against this server. */
  readonly tell: (program: string, args: readonly string[]) => Promise<string>;
  /** Every byte that the server has on its disk beside what came out of the printers, logs included. */
  readonly remains: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** A printer that tells CUPS what a test wants told: it says its need, waits until that is gone, and prints. */
const backend = (folder: string): string => `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct test "Test" "Test"'; exit 0; }
document=$(mktemp '${folder}/out/part.XXXXXX')
cat \${6:+"$6"} > "$document"
said=
while [ -s '${folder}/needs' ]; do
  reason=$(cat '${folder}/needs')
  [ "$reason" = aborted ] && { rm -f "$document"; exit 1; }
  [ "$reason" = "$said" ] || echo "STATE: +$reason" >&2
  said=$reason
  sleep 0.1
done
[ -n "$said" ] && echo "STATE: -$said" >&2
mv "$document" "${folder}/out/job-$1.pdf"
exit 0
`;

const filesConf = (folder: string): string => `ServerRoot ${folder}/etc
ServerBin ${folder}/bin
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/run
TempDir ${folder}/spool/tmp
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
SystemGroup root
User lp
Group lp
`;

const serverConf = (socket: string): string => `Listen ${socket}
Browsing Off
WebInterface No
PreserveJobFiles No
PreserveJobHistory No
DirtyCleanInterval 0
LogLevel info
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`;

const bytesBelow = async (folder: string): Promise<Buffer> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name)));
  // A file that goes while it is read is none that remains.
  return Buffer.concat(
    (await Promise.allSettled(texts)).flatMap((text) => (text.status === 'fulfilled' ? [text.value] : [])),
  );
};

const waitFor = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the CUPS server did not come up');
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Starts one with the queues `desk`, which does as the test says, and `pdf`, which is CUPS’s own PDF printer. */
export const startCups = async (): Promise<CupsServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-cups-'));
  await chmod(folder, 0o755);
  for (const name of ['etc', 'bin/backend', 'spool/tmp', 'cache', 'run', 'log', 'out'])
    await mkdir(join(folder, name), { recursive: true });
  for (const name of await readdir(SERVER_BIN))
    if (name !== 'backend') await symlink(join(SERVER_BIN, name), join(folder, 'bin', name));
  await symlink(join(SERVER_BIN, 'backend/cups-pdf'), join(folder, 'bin/backend/cups-pdf'));
  await writeFile(join(folder, 'bin/backend/test'), backend(folder), { mode: 0o700 });
  await writeFile(join(folder, 'needs'), '');
  const socket = join(folder, 'run/cups.sock');
  await writeFile(join(folder, 'etc/cups-files.conf'), filesConf(folder));
  await writeFile(join(folder, 'etc/cupsd.conf'), serverConf(socket));
  const server = spawn(
    'cupsd',
    ['-f', '-c', join(folder, 'etc/cupsd.conf'), '-s', join(folder, 'etc/cups-files.conf')],
    {
      stdio: 'ignore',
    },
  );
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const tell = async (program: string, args: readonly string[]): Promise<string> => {
    const { stdout } = await run(program, ['-h', socket, ...args], { env: { ...process.env, LC_ALL: 'C' } });
    return stdout;
  };
  const close = async (): Promise<void> => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitFor(() => exists(socket));
    await tell('lpadmin', ['-p', 'desk', '-E', '-v', 'test:/', '-m', 'raw', '-o', 'printer-error-policy=abort-job']);
    await tell('lpadmin', ['-p', 'pdf', '-E', '-v', 'cups-pdf:/', '-P', PPD]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    socket,
    spool: join(folder, 'spool'),
    tell,
    needs: (reason = '') => writeFile(join(folder, 'needs'), reason),
    printed: async () => {
      const names = (await readdir(join(folder, 'out'))).filter((name) => name.endsWith('.pdf')).sort();
      return Promise.all(names.map((name) => readFile(join(folder, 'out', name))));
    },
    takeAway: async () => {
      await rm(join(folder, 'out'), { recursive: true });
      await mkdir(join(folder, 'out'));
    },
    remains: async () =>
      Buffer.concat(
        await Promise.all(['spool', 'cache', 'run', 'log', 'etc'].map((name) => bytesBelow(join(folder, name)))),
      ),
    close,
  };
};
