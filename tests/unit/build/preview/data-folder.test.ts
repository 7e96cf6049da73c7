import { spawn } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { claimDataFolder, claimUnnamedFolder, DataFolderError } from '../../../../build/preview/data-folder.ts';
import { temporaryFolder } from '../../electron/kiosk-fixture.ts';

const claim = async (dataDir: string, how = claimDataFolder) => {
  const folder = await how(dataDir);
  onTestFinished(folder.release);
  return folder;
};

const source = join(import.meta.dirname, '../../../../build/preview/data-folder.ts');

/** Another process that has claimed a folder. */
const rival = async (dataDir: string) => {
  const script = `const { claimDataFolder } = await import(process.argv[1]);
await claimDataFolder(process.argv[2]);
process.stdout.write('claimed');
setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, source, dataDir]);
  const ended = new Promise((done) => child.once('close', done));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await new Promise((done) => child.stdout.once('data', done));
  return { child, ended };
};

describe('O3, V1 · two kiosks on one data folder', () => {
  test('the second gives way, and is told what to do', async () => {
    const dataDir = await temporaryFolder();
    const first = await claim(dataDir);
    await expect(claimDataFolder(dataDir)).rejects.toThrow(DataFolderError);
    await expect(claimDataFolder(dataDir)).rejects.toThrow(/another kiosk runs on .* --data/i);
    await first.release();
    expect((await claim(dataDir)).dataDir).toBe(dataDir);
  });

  test('a folder by another name is the same folder', async () => {
    const dataDir = await temporaryFolder();
    const link = join(await temporaryFolder(), 'link');
    await symlink(dataDir, link);
    await claim(dataDir);
    await expect(claimDataFolder(link)).rejects.toThrow(DataFolderError);
    await expect(claimDataFolder(`${dataDir}/../${dataDir.split('/').at(-1) ?? ''}/`)).rejects.toThrow(DataFolderError);
  });

  test('a kiosk that was killed holds nothing', async () => {
    const dataDir = await temporaryFolder();
    const { child, ended } = await rival(dataDir);
    await expect(claimDataFolder(dataDir)).rejects.toThrow(DataFolderError);
    child.kill('SIGKILL');
    await ended;
    expect((await claim(dataDir)).dataDir).toBe(dataDir);
  });

  test('of many at once, one has it', async () => {
    const dataDir = await temporaryFolder();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => claim(dataDir)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('where nobody named a folder, the second takes the one beside it', async () => {
    const dataDir = join(await temporaryFolder(), 'data');
    expect((await claim(dataDir, claimUnnamedFolder)).dataDir).toBe(dataDir);
    expect((await claim(dataDir, claimUnnamedFolder)).dataDir).toBe(`${dataDir}-2`);
  });

  test('a folder that cannot be made does not keep a kiosk from starting', async () => {
    const inTheWay = join(await temporaryFolder(), 'file');
    await writeFile(inTheWay, '');
    const dataDir = join(inTheWay, 'data');
    expect((await claim(dataDir)).dataDir).toBe(dataDir);
  });
});
