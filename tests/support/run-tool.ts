/** Runs a tool of the project in this very Node, so that `npm test` on an older one uses the one `npm ci` brought. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { root } from './checkout.ts';

const binOf = async (packageName: string, bin: string): Promise<string> => {
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    readonly bin?: string | Readonly<Record<string, string>>;
  };
  const path = typeof bins === 'string' ? bins : bins?.[bin];
  if (path === undefined) throw new Error(`The package ${packageName} has no ${bin}. Run “npm ci”.`);
  return join(folder, path);
};

/**
 * Runs a package's program, or a script of the checkout, with this process's own output.
 *
 * @param packageName - of which package; empty when `program` is a script's path
 * @returns the exit code; a signal counts as 1
 */
export const runTool = async (
  packageName: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> => {
  const script = packageName === '' ? program : await binOf(packageName, program);
  const PATH = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH, ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
};
