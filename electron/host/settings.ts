/** The settings of a site (O1): what they may say, and what is wrong with a text that says something else. */
import { z } from 'zod';
import { languageTagSchema } from '../../content/format/text.ts';
import { contrast, isColour } from './contrast.ts';
import { KeyError, parsePublicKey, type TrustedKey } from './bundle/trusted-keys.ts';
import { wholePathSchema } from './settings-path.ts';
import { printSchema } from './settings-print.ts';
import { keypadSchema, switchesSchema } from './settings-keys.ts';
import { type Place, readSettingsText, type SettingsText } from './settings-text.ts';

/** Millimetres in an inch. */
const MM_PER_INCH = 25.4;

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'leave out line breaks and other control characters');

const pixelsPerInch = z.number().min(40).max(400);
const viewingDistanceMm = z.number().min(200).max(2000);

/** A screen as it has been measured, both figures there. */
export const measuredSchema = z.strictObject({ pixelsPerInch, viewingDistanceMm });

const screenSchema = z.strictObject({
  pixelsPerInch: pixelsPerInch
    .default(102.5)
    .describe(
      'How fine the screen is, in CSS pixels per inch, 40 to 400. A 21.5-inch screen of 1920 × 1080 has 102.5. ' +
        'All sizes are laid out in millimetres by this figure; “--calibrate” finds it with a bank card.',
    ),
  viewingDistanceMm: viewingDistanceMm
    .default(600)
    .describe(
      'How far a visitor’s eyes are from the screen, in millimetres, 200 to 2000. Tells on the page of --calibrate ' +
        'whether the largest words are large enough from there.',
    ),
});

/** How loud the loudest step may be, in per cent of what the computer can do. */
export const mostVolumeSchema = z.int().min(10).max(100);

const soundSchema = z.strictObject({
  headphones: z
    .enum(['no', 'sensitive', 'always'])
    .default('no')
    .describe(
      'What is said aloud only with headphones in: “no” for nothing, “sensitive” for what stands behind a gentle ' +
        'question and for sensitive words, “always” for all speech. Visitors are asked whether headphones are in, ' +
        'unless a keypad tells (keypad.headphonesIn).',
    ),
  mostVolume: mostVolumeSchema
    .default(100)
    .describe('How loud the loudest of the ten steps is, in per cent of what the computer can do, 10 to 100.'),
  chime: z
    .boolean()
    .default(true)
    .describe('Whether a short soft sound comes with the question whether a visitor is still there.'),
});

const visitSchema = z.strictObject({
  idleSeconds: z
    .int()
    .min(60)
    .max(600)
    .default(90)
    .describe(
      'After how many seconds in which nobody touches the screen or a key, and nothing is read aloud, a visitor is ' +
        'asked whether they are still there, 60 to 600. A screenful takes a slow reader more than a minute.',
    ),
  warningSeconds: z
    .int()
    .min(20)
    .max(90)
    .default(30)
    .describe(
      'How many seconds there are to answer before the visit ends and all of it is forgotten, 20 to 90 (WCAG 2.2.1).',
    ),
  alongsideSeconds: z
    .int()
    .min(60)
    .max(1800)
    .default(300)
    .describe(
      'The same as idleSeconds while a volunteer sits alongside a visitor, 60 to 1800: two people who talk do not touch ' +
        'the screen.',
    ),
});

/** What the site's colour is used on and with: the paper of the standard theme (`renderer/styles/themes.css`). */
export const STANDARD_PAPER = '#fbf8f3';

/** WCAG 2.2, 1.4.6: words in the colour must be readable for people who see little. */
const LEAST_ACCENT_CONTRAST = 7;

const accentSchema = z.string().superRefine((colour, context) => {
  if (!isColour(colour)) {
    context.addIssue({ code: 'custom', message: 'write # and six digits or letters from a to f, as in #0b4a56' });
    return;
  }
  const ratio = contrast(colour, STANDARD_PAPER);
  // Rounded down: 6.99 is not to be told as 7.
  const told = (Math.floor(ratio * 100) / 100).toFixed(2);
  if (ratio < LEAST_ACCENT_CONTRAST)
    context.addIssue({
      code: 'custom',
      message: `${colour} has a contrast of ${told}:1 with the kiosk’s paper (${STANDARD_PAPER}); choose a darker one, of at least ${String(LEAST_ACCENT_CONTRAST)}:1`,
    });
});

const trustedKeySchema = z.string().superRefine((text, context) => {
  try {
    parsePublicKey(text);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
  }
});

const isPublishingAddress = (text: string): boolean => {
  const url = URL.parse(text);
  if (url?.username !== '' || url.search !== '' || url.hash !== '') return false;
  // A server on this very computer needs no certificate.
  return url.protocol === 'https:' || (url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname));
};

const contentAddressSchema = z
  .string()
  .max(500)
  .refine(
    isPublishingAddress,
    'write an https address without a user, a ? or a #, such as https://content.example.org/',
  );

const contentSchema = z.strictObject({
  trustedKeys: z
    .array(trustedKeySchema)
    .max(20)
    .default([])
    .describe(
      'Public keys, one of which must have signed the content bundle, as “npm run content -- keys” prints them: ' +
        'base64, or PEM in one line; 20 at most. With none, a bundle is shown whoever made it.',
    ),
  folder: wholePathSchema
    .optional()
    .meta({ examples: ['/srv/content'] })
    .describe(
      'A folder in which the kiosk looks for newer content, packed in files that end in .bundle, as a whole path of at ' +
        'most 1000 characters. What a trusted key has signed is installed by itself while nobody is at the screen, so ' +
        'that trustedKeys must name one. Absent: the kiosk looks nowhere.',
    ),
  drives: wholePathSchema
    .optional()
    .meta({ examples: ['/media/kiosk'] })
    .describe(
      'The folder in which this computer mounts removable drives, each as a folder of its own, as a whole path of at most ' +
        '1000 characters. Packed bundles on them are offered to technicians on their screen, and installed when they say ' +
        'so; trustedKeys must name a key. Absent: drives are not looked at.',
    ),
  address: contentAddressSchema
    .optional()
    .meta({ examples: ['https://content.example.org/alongside/'] })
    .describe(
      'Where newer content is published, as “npm run content -- publish” writes it: an https address of up to 500 ' +
        'characters. The kiosk asks there four times an hour, fetches only what it lacks, and installs it as from a ' +
        'folder; trustedKeys must name a key. Absent: the kiosk asks nobody, and needs no network.',
    ),
});

const reviewSchema = z.strictObject({
  withdrawAfterDays: z
    .int()
    .min(0)
    .max(3650)
    .optional()
    .meta({ examples: [365] })
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
    .meta({ examples: ['./site.schema.json'] })
    .describe('Where an editor finds the schema of this file, in up to 500 characters; not used by the kiosk.'),
  hospitalName: line(80)
    .default('Your hospital')
    .describe(
      'The hospital’s name as visitors know it, 1 to 80 characters. Shown on every screen that has room for it.',
    ),
  deskDirections: line(200)
    .default('Please ask a member of staff in this waiting room.')
    .describe('Where the desk is, in a sentence a visitor can follow, 1 to 200 characters.'),
  logo: line(300)
    .regex(/\.(?:png|svg)$/i, 'name a file that ends in .png or .svg')
    .optional()
    .meta({ examples: ['logo.svg'] })
    .describe(
      'The hospital’s logo: a PNG or SVG file of at most 262144 bytes, in the folder of this file or by its ' +
        'whole path, which has up to 300 characters. ' +
        'Shown on the start screen, on white. Absent: the name alone.',
    ),
  accent: accentSchema
    .optional()
    .meta({ examples: ['#0b4a56'] })
    .describe(
      'The hospital’s own colour, for buttons and links of the standard colours, as # and six hexadecimal digits. ' +
        'One with a contrast below 7:1 with the kiosk’s paper is refused. Absent: the kiosk’s own.',
    ),
  urgentNumber: z
    .string()
    .regex(/^\+?[0-9](?:[0-9 ]{1,22}[0-9])?$/, 'write digits and single spaces, with or without a + before them')
    .optional()
    .meta({ examples: ['01234 567890'] })
    .describe(
      'The ward’s 24-hour number for signs that cannot wait, as it is to be read, for example 01234 567890. It is ' +
        'shown at the top of every screen and with such signs. ' +
        'Absent: visitors are told to ask for it at the desk.',
    ),
  teamUsesQuestions: z
    .boolean()
    .default(false)
    .describe('Whether the team has agreed to go through families’ questions with them; the sheet then says so.'),
  language: languageTagSchema
    .optional()
    .meta({ examples: ['en-GB'] })
    .describe('The language a visit starts in, as BCP 47 writes it, for example en-GB. Absent: the bundle’s first.'),
  languages: z
    .array(languageTagSchema)
    .min(1, 'name at least one language, or leave the line out')
    .max(40)
    .refine((tags) => new Set(tags).size === tags.length, 'a language is named twice; name each once')
    .optional()
    .meta({ examples: [['en-GB', 'cy']] })
    .describe(
      'The languages that visitors are offered, in this order, of those the content is in, 1 to 40. Absent: all of them.',
    ),
  keypad: keypadSchema.prefault({}),
  switches: switchesSchema.prefault({}),
  screen: screenSchema.prefault({}).describe('What the kiosk’s screen is like.'),
  sound: soundSchema.prefault({}).describe('How the kiosk is heard.'),
  visit: visitSchema.prefault({}).describe('When a visit ends by itself, so that nobody finds what another has read.'),
  content: contentSchema.prefault({}).describe('Which content the kiosk may show.'),
  print: printSchema.prefault({}).describe('Where visitors’ summaries are printed.'),
  review: reviewSchema.prefault({}).describe('What becomes of pages whose review is overdue.'),
});

const namesIn = ({ properties = {} }: z.core.JSONSchema.BaseSchema, above = ''): readonly string[] =>
  Object.entries(properties).flatMap(([name, field]) => [
    above + name,
    ...(typeof field === 'boolean' ? [] : namesIn(field, `${above}${name}.`)),
  ]);

/** Every setting there is, as `screen.pixelsPerInch`. */
export const settingNames: readonly string[] = namesIn(z.toJSONSchema(siteSettingsSchema, { io: 'input' }));

/** The setting that a problem's path is in or about; `unknown` for one that there is not. */
export const settingOf = (path: string): string =>
  settingNames.findLast((name) => path === name || path.startsWith(`${name}.`)) ?? 'unknown';

/** What holds even in a file with mistakes elsewhere. */
const pinnedSchema = z.object({ content: contentSchema.refine(({ trustedKeys }) => trustedKeys.length > 0) });

/** Valid settings, defaults filled in. */
export type SiteSettings = Readonly<z.infer<typeof siteSettingsSchema>>;

/** A mistake in the settings file, for staff. */
export interface SettingsProblem {
  /** The field as `screen.pixelsPerInch`, or the file's own path for a mistake of the whole file. */
  readonly path: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
  /** Where in the file; absent where there is no such place. */
  readonly place?: Place;
}

/** What came of a settings text. */
export interface ParsedSettings {
  /** All it says, or the defaults where it says anything wrongly. */
  readonly settings: SiteSettings;
  readonly problems: readonly SettingsProblem[];
  /**
   * What it says of the content, where that is right and pins a key, whatever is wrong elsewhere: a slip in
   * the hospital's name must not let unsigned content in, nor must a file that is cut off after “trustedKeys”.
   */
  readonly pinned: Pick<SiteSettings, 'content'> | undefined;
}

/** The settings of a site that has written none. */
export const defaultSettings: SiteSettings = siteSettingsSchema.parse({});

/** The keys the site has pinned. */
export const trustedKeysOf = ({ content }: SiteSettings): readonly TrustedKey[] =>
  content.trustedKeys.map(parsePublicKey);

/** CSS pixels per millimetre of the site's screen. */
export const pixelsPerMm = ({ pixelsPerInch }: SiteSettings['screen']): number => pixelsPerInch / MM_PER_INCH;

const fieldPath = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** One problem for each mistake zod found; a misspelt field is named itself, not its parent. */
const problemsOf = (error: z.ZodError, { placeOf }: SettingsText, file: string): readonly SettingsProblem[] => {
  const problem = (path: readonly PropertyKey[], message: string): SettingsProblem => {
    const place = placeOf(path);
    return { path: fieldPath(path) || file, message, ...(place !== undefined && { place }) };
  };
  return error.issues.flatMap((issue): readonly SettingsProblem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) =>
          problem([...issue.path, key], 'there is no such setting; check its spelling or take it out'),
        )
      : [problem(issue.path, `${issue.message}; correct the value or take the line out`)],
  );
};

/**
 * Checks the text of a settings file: JSON with comments, with or without a byte-order mark. Never throws.
 *
 * @param file - the file's name, for mistakes that have no field
 */
export const parseSettings = (text: string, file: string): ParsedSettings => {
  const read = readSettingsText(text);
  const pinned = pinnedSchema.safeParse(read.value).data;
  const wrongly = (problems: readonly SettingsProblem[]): ParsedSettings => ({
    settings: { ...defaultSettings, ...pinned },
    problems,
    pinned,
  });
  if (read.faults.length > 0)
    return wrongly(read.faults.map(({ field = file, message, place }) => ({ path: field, message, place })));
  const parsed = siteSettingsSchema.safeParse(read.value);
  return parsed.success
    ? { settings: parsed.data, problems: [], pinned }
    : wrongly(problemsOf(parsed.error, read, file));
};

/** A problem as a sentence for staff. */
export const tellProblem = ({ path, message, place }: SettingsProblem): string => {
  const where = place === undefined ? '' : ` (line ${String(place.line)}, column ${String(place.column)})`;
  return `Settings: ${path}: ${message}${where}.`;
};
