/**
 * The settings file and the copy of it that was right last (O1). A kiosk starts whatever they say: on the
 * file, else on the copy, else on defaults.
 */
import { join } from 'node:path';
import { writeAtomically } from './disk/atomic-file.ts';
import { type Disk, fileErrorCode, realDisk } from './disk/disk.ts';
import {
  defaultSettings,
  type ParsedSettings,
  parseSettings,
  type SettingsProblem,
  type SiteSettings,
  tellProblem,
} from './settings.ts';
import { changeSettingsText, type SettingsChange } from './settings-text.ts';

/** Larger files are not read: a settings file is a few thousand bytes. */
const LARGEST_FILE_BYTES = 65_536;

/** Anybody on the machine may read the settings: nothing in them is secret. */
const FILE_MODE = 0o644;

/** Where a kiosk's settings are. */
export interface SettingsPlace {
  readonly file: string;
  /** Whether a technician named it: it then has to be there. */
  readonly isNamed: boolean;
  /** Where the copy is kept; absent: none is. */
  readonly lastGoodFile?: string;
}

/**
 * Where the settings of a kiosk are: the file that was named, else `site.json` in the data folder. The copy
 * is kept in the data folder in either case, since a kiosk writes nowhere else.
 *
 * @returns `undefined` for a kiosk with neither
 */
export const settingsPlaceOf = (kiosk: {
  readonly siteFile?: string | undefined;
  readonly dataDir?: string | undefined;
}): SettingsPlace | undefined => {
  const { siteFile, dataDir } = kiosk;
  const lastGoodFile = dataDir === undefined ? {} : { lastGoodFile: join(dataDir, 'site.last-good.json') };
  if (siteFile !== undefined) return { file: siteFile, isNamed: true, ...lastGoodFile };
  return dataDir === undefined ? undefined : { file: join(dataDir, 'site.json'), isNamed: false, ...lastGoodFile };
};

/** What a kiosk starts on. */
export interface LoadedSettings {
  readonly settings: SiteSettings;
  /** Each mistake in the file, and in the copy where that was needed. */
  readonly problems: readonly SettingsProblem[];
  /** `file`: all is well. `last-good`: the copy. `defaults`: there is no file, or nothing that is right. */
  readonly runsOn: 'file' | 'last-good' | 'defaults';
  /** The disk's word for why no copy of right settings could be kept; absent when one was, or none was due. */
  readonly notKept?: string;
}

/** The text of a file, `undefined` where there is none, or what is wrong with it. */
const readText = async (file: string, disk: Disk): Promise<string | undefined | SettingsProblem> => {
  try {
    const { size } = await disk.stat(file);
    if (size > LARGEST_FILE_BYTES)
      return { path: file, message: `is larger than ${String(LARGEST_FILE_BYTES)} bytes; is it the right file?` };
    return await disk.readFile(file, 'utf8');
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'ENOENT') return undefined;
    return { path: file, message: `cannot be read (${code}); check that it is a file, and who may read it` };
  }
};

/** Keeps a copy of right settings, if it is not there already. @returns the disk's word for what went wrong */
const keep = async (text: string, lastGoodFile: string, disk: Disk): Promise<string | undefined> => {
  try {
    if ((await readText(lastGoodFile, disk)) !== text) await writeAtomically(lastGoodFile, text, FILE_MODE, disk);
    return undefined;
  } catch (error) {
    return fileErrorCode(error);
  }
};

const ofFile = async ({ file, isNamed }: SettingsPlace, disk: Disk): Promise<string | undefined | ParsedSettings> => {
  const text = await readText(file, disk);
  const unread = (problem: SettingsProblem): ParsedSettings => ({
    settings: defaultSettings,
    problems: [problem],
    pinned: undefined,
  });
  if (text === undefined)
    return isNamed ? unread({ path: file, message: 'is not there; check the name given with --site' }) : undefined;
  return typeof text === 'string' ? text : unread(text);
};

/** What a kiosk starts on whose file is wrong. */
const insteadOf = async (
  wrong: ParsedSettings,
  { lastGoodFile }: SettingsPlace,
  disk: Disk,
): Promise<LoadedSettings> => {
  const text = lastGoodFile === undefined ? undefined : await readText(lastGoodFile, disk);
  if (lastGoodFile === undefined || text === undefined)
    return { settings: wrong.settings, problems: wrong.problems, runsOn: 'defaults' };
  const copy =
    typeof text === 'string'
      ? parseSettings(text, lastGoodFile)
      : { settings: defaultSettings, problems: [text], pinned: undefined };
  return {
    // The file's own keys count first, so that one who is trusted no longer stays out.
    settings: { ...copy.settings, ...wrong.pinned },
    problems: [
      ...wrong.problems,
      ...copy.problems.map((problem) => ({ ...problem, path: `${lastGoodFile}: ${problem.path}` })),
    ],
    runsOn: copy.problems.length === 0 ? 'last-good' : 'defaults',
  };
};

/**
 * Reads a site's settings. Never rejects: every mistake is in `problems`, and the kiosk starts.
 *
 * @param place - `undefined` for a kiosk without settings, which is no mistake
 * @see O1
 */
export const loadSettings = async (place: SettingsPlace | undefined, disk = realDisk): Promise<LoadedSettings> => {
  const none: LoadedSettings = { settings: defaultSettings, problems: [], runsOn: 'defaults' };
  if (place === undefined) return none;
  const found = await ofFile(place, disk);
  if (found === undefined) return none;
  const parsed = typeof found === 'string' ? parseSettings(found, place.file) : found;
  if (typeof found !== 'string' || parsed.problems.length > 0) return insteadOf(parsed, place, disk);
  const notKept = place.lastGoodFile === undefined ? undefined : await keep(found, place.lastGoodFile, disk);
  return { settings: parsed.settings, problems: [], runsOn: 'file', ...(notKept !== undefined && { notKept }) };
};

/** Settings that could not be changed; `message` tells staff why, and the mend. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Sets some fields of a settings file, which need not be there yet. Its comments and all its other fields
 * stay as they are, and so does the file when anything is wrong with it or with the new values.
 *
 * @throws SettingsError
 */
export const changeSettings = async (
  file: string,
  changes: readonly SettingsChange[],
  disk = realDisk,
): Promise<SiteSettings> => {
  const found = (await readText(file, disk)) ?? '{}\n';
  if (typeof found !== 'string') throw new SettingsError(tellProblem(found));
  const refuse = ({ problems }: ParsedSettings): void => {
    if (problems.length > 0) throw new SettingsError(problems.map(tellProblem).join(' '));
  };
  refuse(parseSettings(found, file));
  const text = changeSettingsText(found, changes);
  const parsed = parseSettings(text, file);
  refuse(parsed);
  try {
    await writeAtomically(file, text, FILE_MODE, disk);
  } catch (cause) {
    const message = `cannot be written (${fileErrorCode(cause)}); check its disk, and who may write there`;
    throw new SettingsError(tellProblem({ path: file, message }), { cause });
  }
  return parsed.settings;
};
