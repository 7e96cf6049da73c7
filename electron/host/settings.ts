/** The one settings file of a site (O1): what it may say, and what happens when it says it wrongly. */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { languageTagSchema } from '../../content/format/text.ts';
import { KeyError, parsePublicKey, type TrustedKey } from './bundle/trusted-keys.ts';
import { keypadSchema, switchesSchema } from './settings-keys.ts';

/** Millimetres in an inch. */
const MM_PER_INCH = 25.4;

/** Larger files are not read: a settings file is a few hundred bytes. */
const LARGEST_FILE_BYTES = 65_536;

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'leave out line breaks and other control characters');

const screenSchema = z.strictObject({
  pixelsPerInch: z
    .number()
    .min(40)
    .max(400)
    .default(102.5)
    .describe(
      'How fine the screen is, in CSS pixels per inch, 40 to 400. A 21.5-inch screen of 1920 × 1080 has 102.5. ' +
        'All sizes are laid out in millimetres by this figure.',
    ),
});

const trustedKeySchema = z.string().superRefine((text, context) => {
  try {
    parsePublicKey(text);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

const contentSchema = z.strictObject({
  trustedKeys: z
    .array(trustedKeySchema)
    .max(20)
    .default([])
    .describe(
      'Public keys, one of which must have signed the content bundle, as “npm run content -- keys” prints them: ' +
        'base64, or PEM in one line. With none, a bundle is shown whoever made it.',
    ),
});

const reviewSchema = z.strictObject({
  withdrawAfterDays: z
    .int()
    .min(0)
    .max(3650)
    .optional()
    .describe(
      'How many days after its review was due a page is still shown, with a notice, 0 to 3650. From then on visitors ' +
        'are told to ask at the desk. Absent: it stays, with its notice.',
    ),
});

/**
 * The settings. Every field has a default, so that an empty object is a working kiosk; a field the
 * schema does not know is a mistake, since it is most often a misspelt one.
 */
export const siteSettingsSchema = z.strictObject({
  $schema: z
    .string()
    .max(500)
    .optional()
    .describe('Where an editor finds the schema of this file; not used by the kiosk.'),
  hospitalName: line(80)
    .default('Your hospital')
    .describe('The hospital’s name as visitors know it, 1 to 80 characters. Shown on every screen.'),
  deskDirections: line(200)
    .default('Please ask a member of staff in this waiting room.')
    .describe('Where the desk is, in a sentence a visitor can follow, 1 to 200 characters.'),
  urgentNumber: z
    .string()
    .regex(/^\+?[0-9](?:[0-9 ]{1,22}[0-9])?$/, 'write digits and single spaces, with or without a + before them')
    .optional()
    .describe(
      'The ward’s 24-hour number for signs that cannot wait, as it is to be read, for example 01234 567890. ' +
        'Absent: visitors are told to ask for it at the desk.',
    ),
  teamUsesQuestions: z
    .boolean()
    .default(false)
    .describe('Whether the team has agreed to go through families’ questions with them; the sheet then says so.'),
  language: languageTagSchema
    .optional()
    .describe('The language a visit starts in, as BCP 47 writes it, for example en-GB. Absent: the bundle’s first.'),
  keypad: keypadSchema.prefault({}),
  switches: switchesSchema.prefault({}),
  screen: screenSchema.prefault({}).describe('What the kiosk’s screen is like.'),
  content: contentSchema.prefault({}).describe('Which content the kiosk may show.'),
  review: reviewSchema.prefault({}).describe('What becomes of pages whose review is overdue.'),
});

/** What holds even in a file with mistakes elsewhere. */
const pinnedSchema = siteSettingsSchema.pick({ content: true }).strip();

/** Valid settings, defaults filled in. */
export type SiteSettings = Readonly<z.infer<typeof siteSettingsSchema>>;

/** A mistake in the settings file, for staff. */
export interface SettingsProblem {
  /** The field as `screen.pixelsPerInch`, or the file's own path for a mistake of the whole file. */
  readonly path: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
}

/** What came of reading the settings: with problems, `settings` are the defaults but for right `content`. */
export interface LoadedSettings {
  readonly settings: SiteSettings;
  readonly problems: readonly SettingsProblem[];
}

/** The settings of a site that has written none. */
export const defaultSettings: SiteSettings = siteSettingsSchema.parse({});

/** The keys the site has pinned. */
export const trustedKeysOf = ({ content }: SiteSettings): readonly TrustedKey[] =>
  content.trustedKeys.map(parsePublicKey);

/** CSS pixels per millimetre of the site's screen. */
export const pixelsPerMm = (settings: SiteSettings): number => settings.screen.pixelsPerInch / MM_PER_INCH;

const onDefaults = (problems: readonly SettingsProblem[]): LoadedSettings => ({ settings: defaultSettings, problems });

const fieldPath = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** One problem for each mistake zod found; a misspelt field is named itself, not its parent. */
const problemsOf = (error: z.ZodError, file: string): readonly SettingsProblem[] =>
  error.issues.flatMap((issue): readonly SettingsProblem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: fieldPath([...issue.path, key]),
        message: 'there is no such setting; check its spelling or take it out',
      }));
    const path = fieldPath(issue.path);
    return [{ path: path === '' ? file : path, message: `${issue.message}; correct the value or take the line out` }];
  });

/**
 * Checks the text of a settings file: strict JSON, with or without a byte-order mark.
 *
 * @param file - the file's name, for mistakes that have no field
 */
export const parseSettings = (text: string, file: string): LoadedSettings => {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'it cannot be parsed';
    return onDefaults([{ path: file, message: `is not JSON (${detail}); mend the punctuation there` }]);
  }
  const parsed = siteSettingsSchema.safeParse(json);
  if (parsed.success) return { settings: parsed.data, problems: [] };
  const problems = problemsOf(parsed.error, file);
  // A slip in the hospital's name must not let unsigned content in: pinned keys hold as long as they are right.
  const { success, data } = pinnedSchema.safeParse(json);
  return { settings: success ? { ...defaultSettings, ...data } : defaultSettings, problems };
};

const readSettingsFile = async (file: string): Promise<string | SettingsProblem> => {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_FILE_BYTES)
      return { path: file, message: `is larger than ${String(LARGEST_FILE_BYTES)} bytes; is it the right file?` };
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { path: file, message: `cannot be read (${code}); check the name given with --site` };
  }
};

/**
 * Reads the site's settings. Never rejects: every mistake is in `problems`, and the kiosk starts.
 *
 * @param file - the file the technician named, or `undefined` for none, which is no mistake
 * @see O1
 */
export const loadSettings = async (file: string | undefined): Promise<LoadedSettings> => {
  if (file === undefined) return onDefaults([]);
  const text = await readSettingsFile(file);
  return typeof text === 'string' ? parseSettings(text, file) : onDefaults([text]);
};
