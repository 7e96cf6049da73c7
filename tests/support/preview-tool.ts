/** The editors' preview as an editor runs it: a process of its own, on a copy of the small library. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './checkout.ts';
import { copyLibrary } from './content-tool.ts';

/** A preview that said it is ready, and the content it shows. */
export interface PreviewTool {
  /** Where it is, with a final slash. */
  readonly url: string;
  /** All that it printed. */
  readonly stdout: () => string;
  readonly read: (path: string) => Promise<string>;
  /** Saves a file of the content, as an editor's program does. */
  readonly save: (path: string, text: string) => Promise<void>;
  /** Stops it and removes the copy; resolves to the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Enough for a first build of the kiosk's page. */
const PATIENCE_MS = 60_000;

/** Starts the tool in a folder of its own, which holds nothing but the library. @throws when it ends before it is ready */
export const startPreview = async (...args: readonly string[]): Promise<PreviewTool> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-editor-'));
  await copyLibrary(folder);
  const cli = inRoot('build', 'content-compiler', 'cli.ts');
  const child = spawn(process.execPath, [cli, 'preview', '--no-open', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    const failed = (why: string): void =>
      reject(new Error(`The preview ${why}. It said:\n${said.stdout}${said.stderr}`));
    const timer = setTimeout(() => failed('did not get ready'), PATIENCE_MS);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
      const address = /^ready (\S+)$/m.exec(said.stdout)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(new URL('/', address).href);
    });
    void ended.then(() => failed('ended'));
  });
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    const code = await ended;
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  try {
    return {
      url: await ready,
      stdout: () => said.stdout,
      read: (path) => readFile(join(folder, 'content', path), 'utf8'),
      save: (path, text) => writeFile(join(folder, 'content', path), text),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
