/**
 * Every sentence the interface can say, by key, with the arguments it takes.
 *
 * This list is the contract between the words (`content/<language>/interface.yaml`, in ICU
 * MessageFormat) and the code that shows them: the compiler refuses a language that lacks a key, has
 * one too many, or uses other arguments, and the renderer cannot name a key that is not here.
 */
import { z } from 'zod';
import { drawingFileSchema, drawingSchema } from './drawing.ts';
import { alphabetSchema, siteWordsSchema, typingRowsSchema } from './language.ts';
import { directionSchema, languageTagSchema } from './text.ts';

/** Argument names by message key; an empty list is a plain sentence. */
export const messageArguments = {
  // Attract and welcome
  'attract.welcome': [],
  'attract.start': [],
  'attract.modes.words': [],
  'attract.modes.colours': [],
  'attract.modes.reading': [],
  'attract.private': [],
  'welcome.lead': [],
  'welcome.time': [],
  'welcome.limit': ['quiet', 'answer'],
  'welcome.start': [],
  'welcome.switch': [],

  // Finding the way
  'nav.home': [],
  'nav.breadcrumb': [],
  'header.cover': [],
  'header.show': [],
  'cover.title': [],
  'cover.back': [],
  'idle.title': [],
  'idle.what': [],
  'idle.stay': [],
  'idle.left': ['seconds'],
  'home.title': [],
  'home.lead': [],
  'home.words.title': [],
  'home.words.summary': [],
  'topic.pages': [],
  'card.minutes': ['minutes'],
  'sample.notice': [],
  'notFound.title': [],
  'notFound.body': [],
  'notFound.home': [],
  'unavailable.title': [],
  'unavailable.body': [],
  'withdrawn.title': [],
  'withdrawn.body': [],
  'resting.title': [],
  'resting.body': [],

  // Search
  'header.search': [],
  'search.title': [],
  'search.label': [],
  'search.begin': [],
  'search.found': ['pages'],
  'search.suggestions': [],
  'search.meanings': [],
  'search.pages': [],
  'search.why.same': ['word'],
  'search.why.begins': ['word'],
  'search.why.spelt': ['word', 'typed'],
  'search.why.alsoCalled': ['word', 'typed'],
  'search.why.meant': ['word', 'typed'],
  'search.nearest': [],
  'search.topics': [],
  'search.ask': [],
  'search.broken': [],

  // The on-screen keyboard
  'keyboard.title': [],
  'keyboard.space': [],
  'keyboard.delete': [],
  'keyboard.clear': [],
  'keyboard.done': [],
  'keyboard.alphabetic': [],
  'keyboard.typing': [],
  'keyboard.numbers': [],
  'keyboard.letters': [],

  // Languages
  'language.name': [],
  'language.title': [],
  'language.notTranslated': [],
  'translation.notice': [],

  // Toolbar
  'toolbar.label': [],
  'toolbar.home': [],
  'toolbar.back': [],
  'toolbar.size': [],
  'toolbar.colours': [],
  'toolbar.read': [],
  'toolbar.ways': [],
  'toolbar.end': [],

  // Panels
  'panel.close': [],
  'size.title': [],
  'size.sample': [],
  'size.1': [],
  'size.2': [],
  'size.3': [],
  'size.4': [],
  'size.more': [],
  'spacing.wide': [],
  'colours.title': [],
  'colours.sample': [],
  'colours.standard': [],
  'colours.soft': [],
  'colours.black-on-white': [],
  'colours.white-on-black': [],
  'colours.yellow-on-black': [],
  'colours.still': [],
  'putBack.do': [],
  'putBack.undo': [],
  'putBack.done': [],

  // Ways to use the kiosk
  'ways.title': [],
  'ways.words': [],
  'ways.colours': [],
  'ways.reading': [],
  'ways.oneThing': [],
  'ways.low': [],
  'ways.left': [],
  'ways.right': [],
  'ways.switchOne': [],
  'ways.switchTwo': [],
  'ways.steady': [],
  'ways.times': [],
  'times.title': [],
  'times.dwell': [],
  'times.hold': [],
  'times.ignore': [],
  'times.shorter': [],
  'times.longer': [],
  'times.seconds': ['seconds'],
  'scan.up': [],
  'scan.waiting': [],

  // Reading aloud
  'reading.title': [],
  'reading.play': [],
  'reading.pause': [],
  'reading.stop': [],
  'reading.previous': [],
  'reading.next': [],
  'reading.repeat': [],
  'reading.slower': [],
  'reading.faster': [],
  'reading.quieter': [],
  'reading.louder': [],
  'reading.speed': ['speed'],
  'reading.volume': ['level', 'total'],
  'reading.hint': [],
  'reading.silent': [],
  'reading.nothing': [],

  // Headphones
  'headphones.title': [],
  'headphones.ask': [],
  'headphones.out': [],
  'headphones.yes': [],
  'headphones.aloud': [],

  // A page
  'page.partOf': ['part', 'parts'],
  'pager.label': [],
  'page.more': [],
  'page.next': [],
  'page.previous': [],
  'page.ideaOf': ['idea', 'ideas'],
  'page.backPart': [],
  'page.top': [],
  'page.partsTitle': [],
  'page.otherGroup': [],
  'page.related': [],
  'page.easy': [],
  'page.full': [],
  'page.showPart': [],
  'helpline.scan': [],
  'urgent.line': [],
  'urgent.ring': [],
  'urgent.ask': [],
  'gate.open': [],
  'gate.close': [],
  'gate.freedom': [],
  'topic.topics': [],

  // Words explained
  'questions.teamAgreed': [],
  'questions.own.title': [],
  'questions.own.lead': [],
  'questions.own.field': [],
  'questions.own.add': [],
  'questions.own.change': [],
  'questions.own.full': [],
  'questions.own.count': ['questions'],
  'words.title': [],
  'words.lead': [],
  'term.close': [],
  'term.sayIt': ['respelling'],
  'term.hear': [],

  // About this screen, and its staff
  'about.title': [],
  'about.what': [],
  'about.ask': [],
  'about.staff': [],
  'staff.gate': [],
  'staff.gate.back': [],
  'staff.gate.go': [],
  'staff.choose.title': [],
  'staff.choose.rules': [],
  'staff.again.title': [],
  'staff.again.what': [],
  'staff.fault.not-digits': [],
  'staff.fault.too-short': [],
  'staff.fault.too-long': [],
  'staff.fault.one-digit': [],
  'staff.fault.run': [],
  'staff.fault.repeated': [],
  'staff.fault.differs': [],
  'staff.enter.title': [],
  'staff.enter.lead': [],
  'staff.digits': ['digits'],
  'staff.wrong': ['tries'],
  'staff.wait.minutes': ['minutes'],
  'staff.wait.seconds': ['seconds'],
  'staff.late': [],
  'staff.damaged': [],
  'staff.unavailable': [],
  'staff.lead': [],
  'staff.size.what': [],
  'staff.restart': [],
  'staff.restart.what': [],
  'staff.exit': [],
  'staff.exit.what': [],
  'staff.finish': [],
  'staff.finish.what': [],
  'staff.failed': [],
  'staff.restarting': [],
  'staff.closed': [],
  'staff.version': ['version'],
  'staff.content': ['version'],

  // The technician's page
  'calibrate.title': [],
  'calibrate.lead': [],
  'calibrate.card.title': [],
  'calibrate.card.how': [],
  'calibrate.card.drawing': [],
  'calibrate.smaller': [],
  'calibrate.larger': [],
  'calibrate.aLittleSmaller': [],
  'calibrate.aLittleLarger': [],
  'calibrate.density': ['perMm', 'perInch'],
  'calibrate.distance.title': [],
  'calibrate.distance.how': [],
  'calibrate.distance.label': [],
  'calibrate.distance.wrong': ['least', 'most'],
  'calibrate.nearer': [],
  'calibrate.farther': [],
  'calibrate.seen.title': [],
  'calibrate.size': ['size', 'height', 'angle'],
  'calibrate.tooSmall': ['least', 'nearest'],
  'calibrate.targets': ['main', 'least'],
  'calibrate.keep': [],
  'calibrate.saved': [],
  'calibrate.notSaved': ['perInch', 'distance'],

  // Spoken guidance
  'guide.welcome': [],
  'guide.button': [],
  'guide.link': [],
  'guide.heading': [],
  'guide.field': [],
  'guide.picture': [],
  'guide.chosen': [],
  'guide.notChosen': [],
  'guide.open': [],
  'guide.closed': [],
  'guide.current': [],
  'guide.notNow': [],
  'guide.position': ['index', 'count'],
  'guide.empty': [],
  'guide.space': [],
  'guide.deleted': [],
  'guide.start': [],
  'guide.end': [],
  'guide.point': [],
  'guide.times': [],
  'guide.unsaid': [],
  'ways.guidance': [],

  // Written into pages by the compiler
  'compiled.reviewDates': ['reviewed', 'next'],
  'compiled.overdue': [],
  'compiled.trial.label': [],
  'compiled.trial.aims': [],
  'compiled.trial.knownOn': ['date'],
  'compiled.trial.askWhom': [],
  'compiled.references': [],
  'compiled.reference.general': [],
  'compiled.acknowledgements': [],
  'compiled.reference.reviewed': ['date'],
  'compiled.reference.accessed': ['date'],
  'compiled.reference.volume': ['volume', 'issue'],
  'compiled.reference.edition': ['edition'],
  'compiled.reference.editors': ['editors'],
  'compiled.helpline.checkedOn': ['date'],
  'compiled.helpline.open': ['time'],
  'compiled.helpline.today': ['time'],
  'compiled.helpline.tomorrow': ['time'],
  'compiled.helpline.weekday': ['weekday', 'time'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MessageKey = keyof typeof messageArguments;

/** The arguments a message takes, by name; `never` keys for a plain sentence. */
export type MessageArguments<Key extends MessageKey> = Readonly<
  Record<(typeof messageArguments)[Key][number], string | number>
>;

/** Keys of the sentences that take no argument. */
export type PlainMessageKey = {
  [Key in MessageKey]: (typeof messageArguments)[Key] extends readonly [] ? Key : never;
}[MessageKey];

const patternsSchema = z.record(z.string(), z.string().min(1));

/** `interface.yaml`, as an editor writes it. `welcome` is the attract screen's picture, a file of `media/`. */
export const interfaceSourceSchema = z.strictObject({
  messages: patternsSchema,
  welcome: drawingFileSchema.optional(),
});

/** `messages.json`: each key's ICU pattern in one language, and the picture of the attract screen. */
export const messagesSchema = z.strictObject({
  language: languageTagSchema,
  direction: directionSchema,
  /** Nobody who speaks the language has approved these words yet. */
  isUnreviewed: z.literal(true).optional(),
  messages: patternsSchema,
  /** The letters of the on-screen keyboard in their order, each with how it is said when it is typed (I6, R7). */
  alphabet: alphabetSchema,
  /** What the site’s settings say, so that it is heard too. */
  siteWords: siteWordsSchema,
  /** The rows of a keyboard for typing, where the language has one (I6). */
  typingRows: typingRowsSchema.optional(),
  welcome: drawingSchema.optional(),
});

/**
 * Passage ids in the narration of the interface: a plain sentence is under its key; the n-th literal
 * stretch of a message with arguments is under `key/n`, counted in the order it is written; numbers
 * from 0 to `LARGEST_SPOKEN_NUMBER` are under `number/n`, letters under
 * `letter/a`, and the site's own words under `site/n`.
 */
export const messagePassageId = {
  plain: (key: string) => key,
  literal: (key: string, index: number) => `${key}/${String(index)}`,
  number: (value: number) => `number/${String(value)}`,
  letter: (letter: string) => `letter/${letter}`,
  site: (index: number) => `site/${String(index)}`,
} as const;

export type Messages = z.infer<typeof messagesSchema>;

/** The words of a language, with what `language.yaml` says of it. */
export type InterfaceSource = z.infer<typeof interfaceSourceSchema> &
  Pick<Messages, 'language' | 'direction' | 'isUnreviewed' | 'alphabet' | 'siteWords' | 'typingRows'>;
