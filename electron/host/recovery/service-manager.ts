/**
 * Tells the system's service manager how the kiosk is, by systemd's protocol (L6): that it is ready, that it goes on,
 * that it stops. Node has no datagram sockets of Unix, so the program that comes with systemd sends the words; where
 * `NOTIFY_SOCKET` is not set nobody asks for them, and nothing is run.
 */
import { spawn } from 'node:child_process';
import { limits, TICK_MS } from './page-life.ts';
import { everyInterval, type PageSigns, type SupervisorWorld } from './supervisor.ts';

const PROGRAM = 'systemd-notify';

/** What the service manager is told; the page's signs go in, as they go to whoever watches over the page. */
export interface ServiceManager extends PageSigns {
  /** The kiosk ends, and is not coming back by itself. */
  readonly stopping: () => void;
}

/** What it needs of the world. */
export interface ServiceManagerWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts a program, and does not care what becomes of it. */
  readonly run: (program: string, args: readonly string[]) => void;
  readonly every: SupervisorWorld['every'];
}

/**
 * For how long a sign of the page is good, in ticks: until then the kiosk itself mends a page that hangs, and opens
 * another. What is still wrong after that, starting the process again may mend.
 */
const goodFor = { beat: limits.silence + limits.pause + limits.opening, quiet: limits.quiet } as const;

const MICROSECONDS_PER_TICK = TICK_MS * 1000;

/** Ticks between two words to the watchdog, at half the time it allows; nothing where it is off. */
const watchdogTicks = (microseconds: string | undefined): number | undefined =>
  microseconds !== undefined && /^[1-9]\d*$/.test(microseconds)
    ? Math.max(1, Math.floor(Number(microseconds) / 2 / MICROSECONDS_PER_TICK))
    : undefined;

const runInBackground: ServiceManagerWorld['run'] = (program, args) => {
  const child = spawn(program, args, { stdio: 'ignore' });
  // Where it is missing the service manager will say so itself, by giving up on a kiosk that never was ready.
  child.once('error', () => undefined);
  child.unref();
};

export const realServiceManagerWorld: ServiceManagerWorld = {
  env: process.env,
  run: runInBackground,
  every: everyInterval,
};

/** Makes the one of this process. Call once. */
export const createServiceManager = ({
  env,
  run,
  every,
}: ServiceManagerWorld = realServiceManagerWorld): ServiceManager => {
  if (!env['NOTIFY_SOCKET']) return { beat: () => undefined, served: () => undefined, stopping: () => undefined };
  const tell = (word: string): void => {
    run(PROGRAM, [word]);
  };
  const interval = watchdogTicks(env['WATCHDOG_USEC']);
  let goodTicks = 0;
  let sinceTold = 0;
  let isReady = false;

  const stopTicking = every(() => {
    goodTicks = Math.max(0, goodTicks - 1);
    sinceTold += 1;
    if (interval === undefined || !isReady || goodTicks === 0 || sinceTold < interval) return;
    sinceTold = 0;
    tell('WATCHDOG=1');
  }, TICK_MS);

  const sign = (ticks: number): void => {
    goodTicks = Math.max(goodTicks, ticks);
    if (isReady) return;
    isReady = true;
    tell('READY=1');
  };

  return {
    beat: () => {
      sign(goodFor.beat);
    },
    served: (page) => {
      // A kiosk that rests has a page as well, and one that tries again by itself.
      if (page === 'quiet') sign(goodFor.quiet);
    },
    stopping: () => {
      stopTicking();
      tell('STOPPING=1');
    },
  };
};

/** Lets both hear of the page. */
export const heardByBoth = (first: PageSigns, second: PageSigns): PageSigns => ({
  beat: () => {
    first.beat();
    second.beat();
  },
  served: (page) => {
    first.served(page);
    second.served(page);
  },
});
