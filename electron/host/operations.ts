/** The host's side of each operation: the shape of its request and what it does. */
import { z } from 'zod';
import type { Calibration, HostOperation, HostOperations, KioskDescription } from '../../renderer/host/contract.ts';
import type { Journal } from './journal.ts';
import { problemCodes } from './journal-events.ts';
import { SettingsError } from './settings-file.ts';
import { measuredSchema } from './settings.ts';

/** What the operations act on. */
export interface HostContext {
  /** The kiosk as it is now, or `undefined` while it rests. */
  readonly describe: () => Promise<KioskDescription | undefined>;
  /** What the shell does when a visit ends. */
  readonly endVisit: () => Promise<void>;
  /** Keeps what a technician has measured; `undefined` unless the host was started for it. */
  readonly calibrate: ((measured: Calibration) => Promise<void>) | undefined;
  readonly journal: Journal;
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
    run: async ({ endVisit, journal }) => {
      await endVisit();
      journal('visit-ended', {});
      return null;
    },
  },
  saveCalibration: {
    request: measuredSchema,
    run: async ({ calibrate, journal }, measured) => {
      if (calibrate === undefined) throw new Refused('not started with --calibrate');
      try {
        await calibrate(measured);
      } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        journal('calibration-not-saved', {});
        throw new Unavailable(error.message, { cause: error });
      }
      journal('calibration-saved', measured);
      return null;
    },
  },
  reportProblem: {
    request: z.strictObject({ code: z.enum(problemCodes) }),
    run: ({ journal }, { code }) => {
      journal('page-problem', { code });
      return Promise.resolve(null);
    },
  },
};
