/** The hospital's logo: a small picture beside the settings file, read once and served as it is (O6). */
import { dirname, resolve } from 'node:path';
import { type Disk, fileErrorCode, realDisk } from './disk/disk.ts';
import type { SettingsProblem } from './settings.ts';

/** A logo is a drawing of a few kilobytes; a photograph is not a logo. */
export const LARGEST_LOGO_BYTES = 262_144;

/** A logo as it is served: `site/logo.png` or `site/logo.svg`. */
export interface SiteLogo {
  readonly path: string;
  readonly bytes: Buffer<ArrayBuffer>;
}

/** How each kind of file begins, so that what is named a picture is one. */
const isPng = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));

const isSvg = (bytes: Buffer): boolean =>
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.toString('utf8'));

const kinds = {
  png: { fits: isPng, name: 'a PNG picture' },
  svg: { fits: isSvg, name: 'an SVG drawing' },
} as const;

/**
 * Reads a site's logo. Never rejects: without it the kiosk shows the hospital's name alone.
 *
 * @param file - as the settings name it: absolute, or relative to the folder of the settings file
 */
export const readLogo = async (
  file: string,
  settingsFile: string,
  disk: Pick<Disk, 'stat' | 'readFile'> = realDisk,
): Promise<SiteLogo | SettingsProblem> => {
  const problem = (message: string): SettingsProblem => ({ path: 'logo', message });
  const kind = file.toLowerCase().endsWith('.svg') ? 'svg' : 'png';
  const place = resolve(dirname(settingsFile), file);
  try {
    const { size } = await disk.stat(place);
    if (size > LARGEST_LOGO_BYTES)
      return problem(`${place} has ${String(size)} bytes; give a picture of at most ${String(LARGEST_LOGO_BYTES)}`);
    const bytes = Buffer.from(await disk.readFile(place));
    if (!kinds[kind].fits(bytes)) return problem(`${place} is not ${kinds[kind].name}; save it as one`);
    return { path: `site/logo.${kind}`, bytes };
  } catch (error) {
    const code = fileErrorCode(error);
    return problem(
      code === 'ENOENT'
        ? `${place} is not there; put it beside the settings, or correct its name`
        : `${place} cannot be read (${code}); check that it is a file, and who may read it`,
    );
  }
};
