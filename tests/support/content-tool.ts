/** The editors' tool as an editor runs it: `npm run content -- …`, a process of its own. */
import { spawn } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './checkout.ts';

/** How a command ended, and what it said. */
export interface ToolRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a folder. */
export const contentTool = (cwd: string, ...args: readonly string[]): Promise<ToolRun> =>
  new Promise((resolve, reject) => {
    const cli = inRoot('build', 'content-compiler', 'cli.ts');
    const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });

/** Copies the small library of the fixtures, with the words of the real interface, to `content` below a folder. */
export const copyLibrary = async (folder: string): Promise<void> => {
  const content = join(folder, 'content');
  await cp(inRoot('tests', 'fixtures', 'content'), content, { recursive: true });
  await rm(join(content, 'README.md'));
  for (const file of [join('en', 'language.yaml'), join('en', 'interface.yaml'), join('media', 'two-chairs.svg')]) {
    await cp(inRoot('content', file), join(content, file));
  }
};
