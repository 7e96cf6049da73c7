/** Small kiosks in temporary folders, for the tests of the host and its shells. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Manifest } from '../../../content/format/manifest.ts';
import { createJournal, type Journal } from '../../../electron/host/journal.ts';

/** A temporary folder that is gone after the test. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes files below a folder, with the folders they need. */
export const writeFiles = async (
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
};

/** A stretch of bytes that stands for sound: each byte tells its own place. */
export const soundBytes = Uint8Array.from({ length: 1000 }, (_value, index) => index % 256);

export const bundleFiles: Readonly<Record<string, string | Uint8Array>> = {
  'en-gb/catalogue.json': '{"language":"en-GB","topics":[]}',
  'en-gb/pages/neuroblastoma.json': '{"id":"neuroblastoma"}',
  'audio/ab/clip.ogg': soundBytes,
};

export const manifestOf = (files: Readonly<Record<string, string | Uint8Array>>): Manifest => ({
  formatVersion: 1,
  contentVersion: 7,
  builtAt: '2026-11-23T00:00:00Z',
  languages: ['en-GB', 'cy'],
  earliestReview: '2027-01-01',
  files: Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      const bytes = Buffer.from(content);
      return [path, { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }];
    }),
  ),
});

/** A sound bundle in a temporary folder. */
export const temporaryBundle = async (files = bundleFiles): Promise<string> => {
  const folder = await temporaryFolder();
  await writeFiles(folder, { ...files, 'manifest.json': JSON.stringify(manifestOf(files)) });
  return folder;
};

export const startPage = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="alongside-token" content=""><title>Kiosk</title>
<script type="module" src="/assets/main.js"></script></head><body><p>Stub</p></body></html>`;

/** A built renderer of three files in a temporary folder. */
export const temporaryApp = async (): Promise<string> => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    'index.html': startPage,
    'assets/main.js': 'document.body.dataset.ran = "yes";',
    'assets/font.woff2': Uint8Array.from([1, 2, 3]),
  });
  return folder;
};

/** A journal that keeps its lines, parsed, in the array beside it. */
export const recordingJournal = (): { readonly journal: Journal; readonly events: Record<string, unknown>[] } => {
  const events: Record<string, unknown>[] = [];
  const write = (line: string): void => void events.push(JSON.parse(line) as Record<string, unknown>);
  return { events, journal: createJournal({ write, now: () => 0, linesPerSecond: Number.POSITIVE_INFINITY }) };
};
