/** Small kiosks in temporary folders, for the tests of the host and its shells. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { entryOf, makeManifest, type MadeManifest } from '../../../build/content-compiler/make-manifest.ts';
import { MANIFEST_FILE } from '../../../content/format/manifest.ts';
import type { Background } from '../../../electron/host/background-check.ts';
import { essentialPaths } from '../../../electron/host/bundle/essentials.ts';
import { createJournal, type Journal } from '../../../electron/host/journal.ts';

/** A temporary folder that is gone after the test. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes files below a folder, with the folders they need. */
export const writeFiles = async (folder: string, files: FileTexts): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
};

/** A stretch of bytes that stands for sound: each byte tells its own place. */
export const soundBytes = Uint8Array.from({ length: 1000 }, (_value, index) => index % 256);

/** A bundle's files by path, without what vouches for them. */
export type FileTexts = Readonly<Record<string, string | Uint8Array>>;

const languages = ['en-GB', 'cy'];

export const bundleFiles: FileTexts = {
  ...Object.fromEntries(essentialPaths({ languages }).map((path) => [path, JSON.stringify({ path })])),
  'en-gb/glossary.json': '{"language":"en-GB","terms":[]}',
  'en-gb/pages/neuroblastoma.json': '{"id":"neuroblastoma"}',
  'audio/ab/clip.ogg': soundBytes,
};

/** When the bundle of these tests was built. */
export const BUILT_AT = new Date('2026-11-23T00:00:00.000Z');

/** The manifest and listings over some files, in two languages. */
export const manifestOf = (files: FileTexts, contentVersion = 7): MadeManifest => {
  const entries = Object.entries(files).map(([path, content]) => [path, entryOf(Buffer.from(content))] as const);
  const reviews = { pages: 1, withoutReviewer: 1, earliestReview: '2027-01-01' };
  const before = Buffer.from(JSON.stringify({ contentVersion: contentVersion - 1, builtAt: BUILT_AT.toISOString() }));
  return makeManifest({ languages, reviews, files: new Map(entries) }, before, BUILT_AT);
};

/** Some files with the manifest and the listings that vouch for them. */
export const wholeBundle = (files = bundleFiles, contentVersion?: number): FileTexts => {
  const { bytes, listings } = manifestOf(files, contentVersion);
  return { ...files, ...Object.fromEntries(listings), [MANIFEST_FILE]: bytes };
};

/** A sound bundle in a temporary folder. */
export const temporaryBundle = async (files = bundleFiles): Promise<string> => {
  const folder = await temporaryFolder();
  await writeFiles(folder, wholeBundle(files));
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

/** A background that never starts anything. */
export const noBackground: Background = { start: () => undefined, pause: () => Promise.resolve() };
