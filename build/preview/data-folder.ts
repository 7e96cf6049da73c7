/** One data folder, one kiosk: two would turn over each other's journal and count each other's tries of the PIN. */
import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder that is this kiosk's as long as it holds the claim, and no longer than the process lives. */
export interface DataFolder {
  readonly dataDir: string;
  readonly release: () => Promise<void>;
}

/** The folder is another kiosk's; `message` says so, with the mend. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/**
 * A name that only one process can listen on, and that the system frees when the process ends, however it
 * ends. A file with a process number in it would outlive a crash, and that number soon be another's.
 */
const nameFor = async (dataDir: string): Promise<{ readonly name: string; readonly isFile: boolean }> => {
  await mkdir(dataDir, { recursive: true }).catch(() => undefined);
  const folder = await realpath(dataDir).catch(() => resolve(dataDir));
  const id = `alongside-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return { name: `\0${id}`, isFile: false };
  if (process.platform === 'win32') return { name: `\\\\.\\pipe\\${id}`, isFile: false };
  return { name: join(tmpdir(), `${id}.socket`), isFile: true };
};

/** @returns the system's word for why it cannot be listened on, or `undefined` */
const listen = (server: Server, name: string): Promise<string | undefined> =>
  new Promise((done) => {
    const fail = ({ code }: NodeJS.ErrnoException): void => {
      done(code ?? 'unknown');
    };
    server.once('error', fail);
    server.listen(name, () => {
      server.off('error', fail);
      done(undefined);
    });
  });

const isAnswering = (name: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(name);
    const end = (answers: boolean) => (): void => {
      socket.destroy();
      done(answers);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });

/**
 * Claims a data folder. Where the system cannot tell, the folder is taken: a kiosk that starts is worth more.
 *
 * @throws DataFolderError when another kiosk has it
 */
export const claimDataFolder = async (dataDir: string): Promise<DataFolder> => {
  const { name, isFile } = await nameFor(dataDir);
  const server = createServer((socket) => socket.destroy());
  let fault = await listen(server, name);
  if (fault === 'EADDRINUSE' && isFile && !(await isAnswering(name))) {
    // What a process that was killed has left.
    await rm(name, { force: true });
    fault = await listen(server, name);
  }
  if (fault === 'EADDRINUSE')
    throw new DataFolderError(
      `Another kiosk runs on ${dataDir}. End it, or give this one a folder of its own with --data.`,
    );
  // The claim alone keeps no process alive.
  server.unref();
  return {
    dataDir,
    release: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
      }),
  };
};

/** So many kiosks may be tried out side by side without naming folders for them. */
const MOST_KIOSKS = 20;

/**
 * Claims the folder that nobody named, or where another kiosk has it, the next beside it: `data-2` and so on.
 *
 * @throws DataFolderError when all are taken
 */
export const claimUnnamedFolder = async (dataDir: string): Promise<DataFolder> => {
  for (let number = 1; ; number += 1) {
    try {
      return await claimDataFolder(number === 1 ? dataDir : `${dataDir}-${String(number)}`);
    } catch (error) {
      if (!(error instanceof DataFolderError) || number === MOST_KIOSKS) throw error;
    }
  }
};
