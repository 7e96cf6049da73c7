/** The cheap question whether a bundle has to be built. Loads neither the compiler nor the voice. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MANIFEST_FILE } from '../../content/format/manifest.ts';
import { openBundle } from '../../electron/host/bundle/open-bundle.ts';
import { compilerFingerprint, readBytesIfPresent, readContent, readTextIfPresent, writeWhole } from './disk.ts';
import type { ContentFiles } from './read/library.ts';

/**
 * Whether a bundle is there that opens, made from these very sources by this very compiler. Reads the
 * sources and what every visit begins with, never all files of the bundle: the kiosk checks those while it runs.
 */
export async function bundleIsCurrent({
  contentDir,
  outDir,
}: {
  readonly contentDir: string;
  readonly outDir: string;
}): Promise<boolean> {
  return (await opens(outDir)) && isMadeFrom(await readContent(contentDir), outDir);
}

/** Whether the last build into a folder had these sources and this compiler, and left this manifest. */
export async function isMadeFrom(files: ContentFiles, outDir: string): Promise<boolean> {
  const fingerprint = await readTextIfPresent(fingerprintFile(outDir));
  return fingerprint !== undefined && fingerprint === (await inputsFingerprint(files, outDir));
}

/** Writes down what the bundle that is now in a folder was made from. */
export async function rememberMadeFrom(files: ContentFiles, outDir: string): Promise<void> {
  await writeWhole(fingerprintFile(outDir), await inputsFingerprint(files, outDir));
}

/** Whether a kiosk would take the bundle into service. Reads a handful of files, however many there are. */
async function opens(outDir: string): Promise<boolean> {
  return openBundle(outDir).then(
    () => true,
    () => false,
  );
}

/** Beside the bundle, not in it: a bundle holds nothing that its manifest does not list. */
function fingerprintFile(outDir: string): string {
  return `${outDir}.inputs`;
}

/** A SHA-256 over sources, compiler and the manifest they became, which vouches for every file. */
async function inputsFingerprint({ texts, recordings, recordedWords }: ContentFiles, outDir: string): Promise<string> {
  const hash = createHash('sha256').update(await compilerFingerprint());
  for (const [path, text] of texts) hash.update(`${path}\0${text}\0`);
  for (const [path, sha256] of recordings ?? []) hash.update(`${path}\0${sha256}\0`);
  for (const [path, words] of recordedWords ?? []) hash.update(`${path}\0${words}\0`);
  return hash.update((await readBytesIfPresent(join(outDir, MANIFEST_FILE))) ?? '').digest('hex');
}
