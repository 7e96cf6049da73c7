/** A web server of a test's own: real nginx on a free port, over a folder, as a hospital's would serve content. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROGRAM = '/usr/sbin/nginx';

/** Why there can be no such server here; nothing when there can. */
export const whyNoNginx = (): string | undefined =>
  spawnSync('test', ['-x', PROGRAM]).status === 0 ? undefined : 'nginx is not installed (Debian: nginx-light)';

export interface NginxServer extends AsyncDisposable {
  /** Without a final slash. */
  readonly address: string;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const configuration = (folder: string, root: string, port: number, rules: string): string => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/temp;
  proxy_temp_path ${folder}/temp;
  fastcgi_temp_path ${folder}/temp;
  uwsgi_temp_path ${folder}/temp;
  scgi_temp_path ${folder}/temp;
  server {
    listen 127.0.0.1:${String(port)};
    root ${root};
    ${rules}
  }
}
`;

/**
 * Starts the server and waits until it answers.
 *
 * @param root - the folder that is served
 * @param rules - more of the server's configuration
 */
export const startNginx = async (root: string, rules = ''): Promise<NginxServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-nginx-'));
  await mkdir(join(folder, 'temp'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  await writeFile(file, configuration(folder, root, port, rules));
  const child = spawn(PROGRAM, ['-c', file, '-p', folder], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${String(port)}`;
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tried = 0; ; tried += 1) {
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isUp) return { address, [Symbol.asyncDispose]: close };
    if (tried === 100 || child.exitCode !== null) {
      await close();
      throw new Error('nginx did not start.');
    }
    await pause(100);
  }
};
