/** The host's side of each operation: the shape of its request and what it does. */
import { z } from 'zod';
import type {
  Calibration,
  HostOperation,
  HostOperations,
  KioskDescription,
  ProblemCode,
} from '../../renderer/host/contract.ts';
import type { Journal } from './journal.ts';
import { problemCodes } from './journal-events.ts';
import type { PrintJobs } from './printing/print-jobs.ts';
import { SettingsError } from './settings-file.ts';
import { measuredSchema, mostVolumeSchema } from './settings.ts';
import { languageTagSchema, slugSchema } from '../../content/format/text.ts';
import type { PrintDesk } from './printing/print-desk.ts';
import { PinError } from './staff/pin-keeper.ts';
import type { Leaving, Staff } from './staff/staff.ts';
import type { StaffContent } from './updates/staff-content.ts';

/** What the operations act on. */
export interface HostContext {
  /** The kiosk as it is now, or `undefined` while it rests. */
  readonly describe: () => Promise<KioskDescription | undefined>;
  /** What the shell does when a visit ends. */
  readonly endVisit: () => Promise<void>;
  /** Keeps what a technician has measured; absent where there is nobody to measure anything. */
  readonly calibrate?: (measured: Calibration) => Promise<void>;
  /** Keeps how loud the loudest step is, in per cent; absent where nobody can change it. */
  readonly limitVolume?: (percent: number) => Promise<void>;
  /** Whether the host was started for a technician to measure the screen; otherwise that takes the PIN. */
  readonly isCalibrating?: boolean;
  readonly journal: Journal;
  /** What is done with the page's word that it is well. @returns whether it is to start anew */
  readonly beat?: (() => boolean) | undefined;
  /** What is done with the page's word that something is wrong with it, beside noting it. */
  readonly troubled?: ((code: ProblemCode) => void) | undefined;
  /** Absent on a kiosk that keeps nothing: there nobody can be staff. */
  readonly staff?: Staff | undefined;
  /** Absent on a kiosk that installs no content. */
  readonly content?: ContentByStaff | undefined;
  /** Absent where there is no printer (P7). */
  readonly print?: PrintDesk | undefined;
  /** The jobs of the print document; absent where none is made. */
  readonly printJobs?: PrintJobs | undefined;
}

/** What technicians do with the content. */
export interface ContentByStaff extends Pick<StaffContent, 'status' | 'install' | 'goBack'> {
  /** Looks at once for what is wanted. */
  readonly look: () => void;
}

/** Thrown by an operation that cannot be carried out now; the caller receives `unavailable`. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Thrown by an operation that nobody may ask for now; the caller receives `refused`. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** One operation: `request` is checked before `run` sees it. */
export interface Operation<Name extends HostOperation> {
  readonly request: z.ZodType<HostOperations[Name]['request']>;
  readonly run: (
    context: HostContext,
    request: HostOperations[Name]['request'],
  ) => Promise<HostOperations[Name]['value']>;
}

const nothing = z.strictObject({});

/** Longer ones are not even hashed. What makes a PIN a good one is told to whoever chooses it. */
const pin = z.string().max(64);

const token = z.string().max(64);

/** As {@link PrintJobs} make them. */
const printKey = z.string().length(64);

const NOBODY_HERE = 'nobody is here who may';

const withToken = z.strictObject({ token });

const staffOf = ({ staff }: HostContext): Staff => {
  if (staff === undefined) throw new Unavailable('this kiosk keeps nothing');
  return staff;
};

/** A PIN that may not be chosen or entered as things are is a refusal. */
const orRefused = async <Value>(outcome: Promise<Value>): Promise<Value> => {
  try {
    return await outcome;
  } catch (error) {
    throw error instanceof PinError ? new Refused(error.message, { cause: error }) : error;
  }
};

const role = z.enum(['technician', 'volunteer']);

/** Settings that cannot be written are told, and the caller may try again. */
const orUnwritten = async (writing: Promise<void>, note: () => void): Promise<void> => {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    note();
    throw new Unavailable(error.message, { cause: error });
  }
};

const leaving = <How extends Leaving>(how: How): Operation<How> => ({
  request: withToken,
  run: (context, { token: shown }) => {
    if (!staffOf(context).leave(shown, how)) throw new Refused(NOBODY_HERE);
    return Promise.resolve(null);
  },
});

const ticket = z.strictObject({ word: slugSchema, number: z.int().min(10).max(99) });

const keptItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('part'),
    page: slugSchema,
    version: z.enum(['full', 'easy']),
    part: slugSchema,
    openGates: z.array(slugSchema).max(50),
  }),
  z.strictObject({ kind: z.literal('helpline'), page: slugSchema, helpline: slugSchema }),
  z.strictObject({ kind: z.literal('term'), term: slugSchema }),
  z.strictObject({ kind: z.literal('question'), group: slugSchema, question: slugSchema }),
  z.strictObject({ kind: z.literal('own-question'), text: z.string().min(1).max(2000) }),
]);

const summary = z.strictObject({
  language: languageTagSchema,
  step: z.literal([1, 2, 3, 4]),
  items: z.array(keptItem).min(1).max(200),
});

const printOf = ({ print }: HostContext): PrintDesk => {
  if (print === undefined) throw new Unavailable('there is no printer');
  return print;
};

/** The print desk, for staff who are here; looked for first, so that nobody else learns whether there is one. */
const printOfStaff = (context: HostContext, shown: string, how: 'may' | 'mightStill' = 'may'): PrintDesk => {
  if (!staffOf(context)[how](shown, 'desk')) throw new Refused(NOBODY_HERE);
  return printOf(context);
};

const orNoSuchTicket = (isThere: boolean): Promise<null> => {
  if (!isThere) throw new Refused('there is no such ticket');
  return Promise.resolve(null);
};

/** The content, for technicians who are here. */
const contentOfStaff = (context: HostContext, shown: string, how: 'may' | 'mightStill' = 'may'): ContentByStaff => {
  if (!staffOf(context)[how](shown, 'content')) throw new Refused(NOBODY_HERE);
  if (context.content === undefined) throw new Unavailable('no content is installed here');
  return context.content;
};

const orNotNow = (content: ContentByStaff, isTaken: boolean): Promise<null> => {
  if (!isTaken) throw new Refused('it is not there, or something else is under way');
  content.look();
  return Promise.resolve(null);
};

type ContentOperation = 'contentStatus' | 'installContent' | 'goBackToContent';

const contentOperations: { readonly [Name in ContentOperation]: Operation<Name> } = {
  contentStatus: {
    request: withToken,
    run: async (context, { token: shown }) => contentOfStaff(context, shown, 'mightStill').status(),
  },
  installContent: {
    request: withToken.extend({ id: z.string().max(20) }),
    run: async (context, { token: shown, id }) => {
      const content = contentOfStaff(context, shown);
      return orNotNow(content, content.install(id));
    },
  },
  goBackToContent: {
    request: withToken.extend({ place: z.enum(['a', 'b', 'shipped']) }),
    run: async (context, { token: shown, place }) => {
      const content = contentOfStaff(context, shown);
      return orNotNow(content, content.goBack(place));
    },
  },
};

type PrintOperation =
  'printSummary' | 'ticketStatus' | 'cancelPrint' | 'deskTickets' | 'releaseTicket' | 'cancelTicket' | 'testPrint';

const printOperations: { readonly [Name in PrintOperation]: Operation<Name> } = {
  printSummary: {
    request: z.strictObject({ summary }),
    run: (context, request) =>
      Promise.resolve(context.print?.ask(request.summary) ?? { accepted: false, why: 'no-printer' }),
  },
  ticketStatus: {
    request: nothing,
    run: ({ print }) => Promise.resolve({ tickets: print?.ofVisit() ?? [] }),
  },
  cancelPrint: {
    request: z.strictObject({ ticket }),
    run: ({ print }, request) => orNoSuchTicket(print?.cancelOfVisit(request.ticket) === true),
  },
  deskTickets: {
    request: withToken,
    run: async (context, { token: shown }) => {
      const print = printOfStaff(context, shown, 'mightStill');
      return Promise.resolve(print.list());
    },
  },
  releaseTicket: {
    request: withToken.extend({ ticket }),
    run: async (context, request) => orNoSuchTicket(printOfStaff(context, request.token).release(request.ticket)),
  },
  cancelTicket: {
    request: withToken.extend({ ticket }),
    run: async (context, request) => orNoSuchTicket(printOfStaff(context, request.token).cancel(request.ticket)),
  },
  testPrint: {
    request: withToken,
    run: async (context, { token: shown }) => {
      const print = printOfStaff(context, shown);
      const description = await context.describe();
      if (description === undefined) throw new Unavailable('the kiosk is resting');
      return print.test(description.defaultLanguage);
    },
  },
};

/** Every operation of the contract. */
export const operations: { readonly [Name in HostOperation]: Operation<Name> } = {
  describeKiosk: {
    request: nothing,
    run: async ({ describe }) => {
      const description = await describe();
      if (description === undefined) throw new Unavailable('the kiosk is resting');
      return description;
    },
  },
  endVisit: {
    request: nothing,
    run: async ({ endVisit, journal, staff, print }) => {
      staff?.endAny();
      print?.endVisit();
      await endVisit();
      journal('visit-ended', {});
      return null;
    },
  },
  saveCalibration: {
    request: measuredSchema.extend({ token: token.optional() }),
    run: async ({ calibrate, isCalibrating, journal, staff }, { token: shown, ...measured }) => {
      const isStaff = shown !== undefined && staff?.may(shown, 'measure') === true;
      if (calibrate === undefined || !(isCalibrating === true || isStaff))
        throw new Refused('not started with --calibrate, and no technician is here');
      await orUnwritten(calibrate(measured), () => {
        journal('calibration-not-saved', {});
      });
      journal('calibration-saved', measured);
      return null;
    },
  },
  saveMostVolume: {
    request: withToken.extend({ percent: mostVolumeSchema }),
    run: async ({ limitVolume, journal, staff }, { token: shown, percent }) => {
      if (limitVolume === undefined || staff?.may(shown, 'measure') !== true) throw new Refused(NOBODY_HERE);
      await orUnwritten(limitVolume(percent), () => {
        journal('volume-not-saved', {});
      });
      journal('volume-saved', { percent });
      return null;
    },
  },
  reportProblem: {
    request: z.strictObject({ code: z.enum(problemCodes) }),
    run: ({ journal, troubled }, { code }) => {
      journal('page-problem', { code });
      troubled?.(code);
      return Promise.resolve(null);
    },
  },
  heartbeat: {
    request: nothing,
    run: ({ beat }) => Promise.resolve({ startAnew: beat?.() ?? false }),
  },
  pinStatus: {
    request: z.strictObject({ role }),
    run: (context, request) => staffOf(context).status(request.role),
  },
  choosePin: {
    request: z.strictObject({ pin }),
    run: (context, request) => orRefused(staffOf(context).choose(request.pin)),
  },
  giveVolunteersPin: {
    request: withToken.extend({ pin }),
    run: async (context, request) => {
      const choice = await orRefused(staffOf(context).give(request.token, request.pin));
      if (choice === undefined) throw new Refused(NOBODY_HERE);
      return choice;
    },
  },
  enterPin: {
    request: z.strictObject({ role, pin }),
    run: (context, request) => orRefused(staffOf(context).enter(request.role, request.pin)),
  },
  stayStaff: {
    request: withToken,
    run: (context, { token: shown }) => {
      if (!staffOf(context).may(shown, 'attend')) throw new Refused(NOBODY_HERE);
      return Promise.resolve(null);
    },
  },
  leaveStaff: {
    request: withToken,
    run: (context, { token: shown }) => {
      staffOf(context).end(shown);
      return Promise.resolve(null);
    },
  },
  restart: leaving('restart'),
  exit: leaving('exit'),
  ...contentOperations,
  ...printOperations,
  takePrintJob: {
    request: z.strictObject({ key: printKey }),
    run: ({ printJobs }, { key }) => {
      const job = printJobs?.take(key);
      if (job === undefined) throw new Refused('no such job');
      return Promise.resolve(job);
    },
  },
  printLaidOut: {
    request: z.strictObject({ key: printKey, isReady: z.boolean() }),
    run: ({ printJobs }, { key, isReady }) => {
      if (printJobs?.tell(key, isReady) !== true) throw new Refused('no such document');
      return Promise.resolve(null);
    },
  },
};
