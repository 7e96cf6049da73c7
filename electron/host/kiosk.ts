/** A kiosk without a window: settings, bundle, resources and host, put together for either shell. */
import { join } from 'node:path';
import type { Manifest } from '../../content/format/manifest.ts';
import type { Calibration, KioskDescription, StaffKiosk } from '../../renderer/host/contract.ts';
import { readAppFiles } from './app-files.ts';
import { readLogo, type SiteLogo } from './site-logo.ts';
import { type Background, realBackground } from './background-check.ts';
import { clockFault } from './bundle/clock.ts';
import { createHost, type Host } from './host.ts';
import type { ContentByStaff } from './operations.ts';
import type { Journal } from './journal.ts';
import type { PrintJobs } from './printing/print-jobs.ts';
import { everyInterval, type PageSigns, type SupervisorWorld } from './recovery/supervisor.ts';
import { createResources, type ResourceHandler } from './resources.ts';
import type { MakePdf } from './printing/documents.ts';
import { openSitePrinting } from './printing/site-printing.ts';
import type { Spool } from './printing/spooler.ts';
import { productVersion } from './product.ts';
import { createSlots, type Slots } from './slots/slots.ts';
import { createPinKeeper } from './staff/pin-keeper.ts';
import { createStaff, type Leaving, type Staff } from './staff/staff.ts';
import {
  changeSettings,
  loadSettings,
  type LoadedSettings,
  SettingsError,
  type SettingsPlace,
  settingsPlaceOf,
} from './settings-file.ts';
import {
  pixelsPerMm,
  settingOf,
  type SettingsProblem,
  type SiteSettings,
  tellProblem,
  trustedKeysOf,
} from './settings.ts';
import { type ContentKeeper, createContentKeeper } from './updates/content-keeper.ts';
import { createAddressSource } from './updates/address-source.ts';
import { createFolderSource } from './updates/folder-source.ts';
import { createStaffContent } from './updates/staff-content.ts';
import { createInstaller } from './updates/installer.ts';
import { createUpdates, LOOK_MS, type Source } from './updates/updates.ts';

/** Where a kiosk finds its parts, and what it needs of the world. */
export interface KioskOptions {
  /** The built renderer. */
  readonly appDir: string;
  readonly bundleDir: string;
  /** The settings file the technician named, if any; else there may be one in the data folder. */
  readonly siteFile?: string | undefined;
  /** The only folder a kiosk writes to; absent: it keeps nothing. */
  readonly dataDir?: string | undefined;
  /** Whether a technician is to set up the screen (D2). */
  readonly calibrate?: boolean;
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What the shell does at the end of a visit. */
  readonly endVisit: () => Promise<void>;
  /** How the shell ends or restarts the kiosk, after the page has its answer; absent: it cannot be left from its screen. */
  readonly leave?: (how: Leaving) => void;
  /** Who watches over the page; absent: nobody does. */
  readonly page?: PageSigns | undefined;
  /** Where the print document finds its jobs; absent: nothing is printed. */
  readonly printJobs?: PrintJobs | undefined;
  /** How the check of the whole bundle is done beside everything else; absent: with real timers. */
  readonly background?: Background;
  /** Runs something again and again; absent: by the computer’s own timers. */
  readonly every?: SupervisorWorld['every'];
  /** How the shell makes a summary's document; absent: nothing is printed, whatever the settings say. */
  readonly makePdf?: MakePdf | undefined;
  /** How the shell hands a summary to a printer of the system's own; absent: it cannot. */
  readonly spool?: Spool | undefined;
}

/** The kiosk as a shell uses it. */
export interface Kiosk {
  readonly resources: ResourceHandler;
  readonly host: Host;
  readonly settings: SiteSettings;
  /** What staff must be told, a sentence each with its mend; empty when all is well. */
  readonly problems: readonly string[];
  /** Takes back and overwrites what waits to be printed. Call before the process ends; it takes two seconds at most. */
  readonly close: () => Promise<void>;
}

/** The mend for a renderer that has not been built. */
const APP_MISSING = 'The kiosk’s own page is not built: run “npm run build”.';

/** What the page is told of a site with a bundle. Languages that the bundle has not are passed over. */
export const describeKiosk = (
  settings: SiteSettings,
  manifest: Pick<Manifest, 'languages' | 'contentVersion' | 'builtAt'>,
  {
    isCalibrating = false,
    logo,
    prints = false,
    isOnTrial = false,
  }: {
    readonly isCalibrating?: boolean;
    readonly logo?: SiteLogo | undefined;
    readonly prints?: boolean;
    readonly isOnTrial?: boolean;
  } = {},
): KioskDescription => {
  const offered = settings.languages?.filter((tag) => manifest.languages.includes(tag)) ?? [];
  const languages = offered.length > 0 ? offered : manifest.languages;
  const first = languages[0] ?? 'en-GB';
  const { language = first } = settings;
  const { withdrawAfterDays } = settings.review;
  return {
    hospitalName: settings.hospitalName,
    deskDirections: settings.deskDirections,
    ...(settings.urgentNumber !== undefined && { urgentNumber: settings.urgentNumber }),
    ...(logo !== undefined && { logo: `/${logo.path}` }),
    ...(settings.accent !== undefined && { accent: settings.accent }),
    teamUsesQuestions: settings.teamUsesQuestions,
    ...(withdrawAfterDays !== undefined && { withdrawAfterDays }),
    pixelsPerMm: pixelsPerMm(settings.screen),
    ...(isCalibrating && { calibration: settings.screen }),
    keypad: settings.keypad,
    switches: settings.switches,
    sound: settings.sound,
    visit: settings.visit,
    defaultLanguage: languages.includes(language) ? language : first,
    languages,
    contentVersion: manifest.contentVersion,
    contentBuiltAt: manifest.builtAt,
    ...(isOnTrial && { contentOnTrial: true }),
    ...(prints && { print: { mode: settings.print.mode, paper: settings.print.paper } }),
  };
};

/** Languages that the settings name and a visit cannot have, a sentence each. */
const languageProblems = (
  { language, languages }: SiteSettings,
  manifest: Pick<Manifest, 'languages'>,
): readonly string[] => {
  const has = manifest.languages.join(', ');
  const absent = (field: string, tag: string): readonly string[] =>
    manifest.languages.includes(tag) ? [] : [`Settings: ${field}: the bundle has no ${tag}; choose of ${has}.`];
  const isNotOffered = language !== undefined && languages !== undefined && !languages.includes(language);
  return [
    ...(language === undefined ? [] : absent('language', language)),
    ...(languages ?? []).flatMap((tag) => absent('languages', tag)),
    ...(isNotOffered
      ? [`Settings: language: ${language} is not among “languages”; add it there, or choose one of them.`]
      : []),
  ];
};

/** What keeps newer content from being installed, a sentence each. */
const updateProblems = ({ content }: SiteSettings): readonly string[] =>
  content.trustedKeys.length > 0
    ? []
    : (['folder', 'drives', 'address'] as const)
        .filter((setting) => content[setting] !== undefined)
        .map(
          (setting) =>
            `Settings: content.${setting}: nothing is installed from there, since no key is trusted; name the key of ` +
            'whoever makes your content under content.trustedKeys.',
        );

/** What is wrong with the settings, and what the kiosk runs on instead, a sentence each. */
const settingsProblems = ({ problems, runsOn, notKept }: LoadedSettings): readonly string[] => [
  ...problems.map(tellProblem),
  ...(problems.length === 0
    ? []
    : [
        runsOn === 'last-good'
          ? 'Settings: until they are mended, the kiosk runs on those that were right last.'
          : 'Settings: until they are mended, the kiosk runs on its defaults.',
      ]),
  ...(notKept === undefined
    ? []
    : [
        `Settings: no copy of them could be kept in the data folder (${notKept}); check its disk, and who may write there.`,
      ]),
];

/** Notes for staff what {@link settingsProblems} says. */
const noteSettings = (
  { problems, runsOn, notKept }: LoadedSettings,
  file: string | undefined,
  journal: Journal,
): void => {
  for (const { path, place } of problems)
    journal('settings-mistake', { ...(path !== file && { setting: settingOf(path) }), ...place });
  if (problems.length > 0) journal('settings-replaced', { by: runsOn === 'last-good' ? 'last-good' : 'defaults' });
  if (notKept !== undefined) journal('settings-not-kept', { cause: notKept });
};

/** The site's logo, or what is wrong with it; neither where the settings name none. */
const lookOf = async (
  { logo }: SiteSettings,
  place: SettingsPlace | undefined,
): Promise<{ readonly logo?: SiteLogo; readonly problem?: SettingsProblem }> => {
  if (logo === undefined || place === undefined) return {};
  const read = await readLogo(logo, place.file);
  return 'bytes' in read ? { logo: read } : { problem: read };
};

/** Screen and sound as they are set up: from the settings, until a technician changes them. */
const createSetup = (place: SettingsPlace | undefined, fromFile: Pick<SiteSettings, 'screen' | 'sound'>) => {
  let { screen, sound } = fromFile;
  const change = (...changes: Parameters<typeof changeSettings>[1]): ReturnType<typeof changeSettings> => {
    if (place === undefined) throw new SettingsError('There is no file for the settings; name one with --site.');
    return changeSettings(place.file, changes);
  };
  return {
    screen: (): Calibration => screen,
    now: () => ({ screen, sound }),
    calibrate: async ({ pixelsPerInch, viewingDistanceMm }: Calibration): Promise<void> => {
      ({ screen } = await change(
        { path: ['screen', 'pixelsPerInch'], value: pixelsPerInch },
        { path: ['screen', 'viewingDistanceMm'], value: viewingDistanceMm },
      ));
    },
    limitVolume: async (percent: number): Promise<void> => {
      ({ sound } = await change({ path: ['sound', 'mostVolume'], value: percent }));
    },
  };
};

/** What a kiosk with a folder of its own has for content that comes later. */
const slotsOf = ({ dataDir, bundleDir }: KioskOptions): Slots | undefined =>
  dataDir === undefined ? undefined : createSlots({ folder: join(dataDir, 'content'), shippedDir: bundleDir });

/** What looks for newer content. */
interface ContentWatch {
  /** What technicians do by hand; absent where nothing can be installed. */
  readonly content?: ContentByStaff;
  readonly end: () => void;
}

/** Begins to look for newer content where the site says so, and for what technicians want. */
const watchForContent = (
  { dataDir, journal, now, every = everyInterval }: KioskOptions,
  settings: SiteSettings,
  keeper: ContentKeeper,
  slots: Slots | undefined,
): ContentWatch => {
  const { folder, address, drives } = settings.content;
  const trustedKeys = trustedKeysOf(settings);
  if (slots === undefined || dataDir === undefined || trustedKeys.length === 0) return { end: () => undefined };
  const installer = createInstaller({ slots, keeper, trustedKeys, journal });
  const both = { installer, trustedKeys, journal, now };
  const fetched = join(dataDir, 'content', 'fetched');
  const byHand = createStaffContent({ ...both, drives, slots, keeper });
  const sources: readonly Source[] = [
    byHand,
    ...(folder === undefined ? [] : [createFolderSource({ ...both, folder })]),
    ...(address === undefined
      ? []
      : [createAddressSource({ ...both, address, folder: fetched, keeper, random: Math.random })]),
  ];
  const updates = createUpdates(sources, journal);
  return { content: { ...byHand, look: () => void updates.look() }, end: every(() => void updates.look(), LOOK_MS) };
};

/** The staff of a kiosk that has somewhere to keep their PIN, and that can be left. */
const staffOf = ({ dataDir, journal, leave }: KioskOptions, calibration: () => Calibration): Staff | undefined => {
  if (dataDir === undefined || leave === undefined) return undefined;
  const monotonicMs = (): number => performance.now();
  const pins = createPinKeeper({ file: join(dataDir, 'pin.json'), journal, monotonicMs });
  // Read now: a wait that a restart began anew is over when the technician comes.
  void pins.status('technician');
  const kiosk = (): StaffKiosk => ({ productVersion, calibration: calibration() });
  return createStaff({ pins, journal, monotonicMs, kiosk, leave });
};

/**
 * Opens a kiosk. Never rejects for a bad bundle or bad settings: the kiosk then rests, or starts on the
 * settings that were right last, else on defaults, and `problems` says why. What every visit begins with has been checked when this resolves; the
 * rest of the bundle is checked while the kiosk is in use.
 *
 * @see L6, O1, B1
 */
export const openKiosk = async (options: KioskOptions): Promise<Kiosk> => {
  const place = settingsPlaceOf(options);
  const loaded = await loadSettings(place);
  noteSettings(loaded, place?.file, options.journal);
  const { settings } = loaded;
  const look = await lookOf(settings, place);
  if (look.problem !== undefined) options.journal('settings-mistake', { setting: look.problem.path });
  const files = await readAppFiles(options.appDir);
  const app = look.logo === undefined ? files : new Map([...files, [look.logo.path, look.logo.bytes]]);
  const setup = createSetup(place, settings);
  const isCalibrating = options.calibrate === true;
  const slots = slotsOf(options);
  const keeper = createContentKeeper({
    shippedDir: options.bundleDir,
    slots,
    trustedKeys: trustedKeysOf(settings),
    journal: options.journal,
    now: options.now,
    background: options.background ?? realBackground,
  });
  const bundleProblem = await keeper.problem();
  const opened = await keeper.bundle();
  const printing = await openSitePrinting(options, settings);
  const clock = opened === undefined ? undefined : clockFault(opened.manifest, options.now());
  const watch = watchForContent(options, settings, keeper, slots);
  return {
    settings,
    close: async () => {
      watch.end();
      await printing.desk?.close();
    },
    problems: [
      ...settingsProblems(loaded),
      ...(look.problem === undefined ? [] : [tellProblem(look.problem)]),
      ...updateProblems(settings),
      ...(opened === undefined ? [] : languageProblems(settings, opened.manifest)),
      ...(clock === undefined ? [] : [clock.message]),
      ...printing.problems,
      ...(app.has('index.html') ? [] : [APP_MISSING]),
      ...(bundleProblem === undefined ? [] : [bundleProblem]),
    ],
    resources: createResources({
      app,
      bundle: keeper.bundle,
      site: settings,
      journal: options.journal,
      served: (page) => {
        // A page that comes anew has nothing of the one before it, which may have been lost without a word.
        if (page === 'start') {
          printing.desk?.endVisit();
          keeper.pageStarts();
        }
        options.page?.served(page);
      },
    }),
    host: createHost({
      journal: options.journal,
      staff: staffOf(options, setup.screen),
      beat: () => {
        options.page?.beat();
        return keeper.pageBeats();
      },
      troubled: (code) => {
        if (code === 'start-failed') keeper.pageFailed();
      },
      content: watch.content,
      print: printing.desk,
      printJobs: options.printJobs,
      endVisit: options.endVisit,
      calibrate: setup.calibrate,
      limitVolume: setup.limitVolume,
      isCalibrating,
      describe: async () => {
        const served = await keeper.served();
        if (served === undefined) return undefined;
        keeper.pageDescribed();
        return describeKiosk({ ...settings, ...setup.now() }, served.bundle.manifest, {
          isOnTrial: served.isOnTrial,
          isCalibrating,
          logo: look.logo,
          prints: printing.desk !== undefined,
        });
      },
    }),
  };
};
