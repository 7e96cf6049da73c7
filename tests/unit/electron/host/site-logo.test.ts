import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LARGEST_LOGO_BYTES, readLogo } from '../../../../electron/host/site-logo.ts';
import { temporaryFolder } from '../../../support/damaged.ts';

const SVG =
  '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

/** Puts a file beside a settings file and reads it as the logo. */
const read = async (name: string, bytes?: string | Buffer) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, name);
  if (bytes !== undefined) await writeFile(file, bytes);
  return { logo: await readLogo(name, join(folder.path, 'site.json')), file };
};

test.each([
  ['logo.svg', SVG, 'site/logo.svg'],
  ['mark.PNG', PNG, 'site/logo.png'],
] as const)('O6 · %s beside the settings is served as it is', async (name, bytes, path) => {
  const { logo } = await read(name, bytes);
  expect(logo).toEqual({ path, bytes: Buffer.from(bytes) });
});

test.each([
  ['that is not there', 'logo.svg', undefined, /is not there; put it beside the settings/],
  ['that is another kind of file', 'logo.png', SVG, /is not a PNG picture; save it as one/],
  ['that is a page', 'logo.svg', '<html><svg></svg></html>', /is not an SVG drawing; save it as one/],
  ['that is empty', 'logo.svg', '', /is not an SVG drawing/],
  [
    'that is too large',
    'logo.png',
    Buffer.alloc(LARGEST_LOGO_BYTES + 1),
    /has 262145 bytes; give a picture of at most 262144/,
  ],
] as const)('O6 · a logo %s is named, with the mend', async (_what, name, bytes, message) => {
  const { logo, file } = await read(name, bytes);
  expect(logo).toMatchObject({ path: 'logo', message: expect.stringMatching(message) as string });
  expect('message' in logo && logo.message.startsWith(file)).toBe(true);
});

test('O6 · a logo that is a folder is named, with the mend', async () => {
  await using folder = await temporaryFolder();
  expect(await readLogo(folder.path, join(folder.path, 'site.json'))).toMatchObject({
    message: expect.stringMatching(/cannot be read \(EISDIR\); check that it is a file/) as string,
  });
});
