/** Watches over the page for a shell: keeps its life, opens what follows, notes it for staff (L6). */
import type { Journal } from '../journal.ts';
import { firstLife, type Opened, type PageEnding, type PageEvent, step, TICK_MS } from './page-life.ts';

/** What the host learns of the page as it serves it. */
export interface PageSigns {
  /** The page has said that its script runs. */
  readonly beat: () => void;
  /** A document has gone out: the kiosk's own page, or one without script. */
  readonly served: (page: 'start' | 'quiet') => void;
}

/** What a supervisor needs of its shell. */
export interface SupervisorWorld {
  /** Opens a page in a session of its own, and destroys the one before. What it throws is a loss. */
  readonly open: (what: Opened) => void;
  readonly journal: Journal;
  /** Runs something again and again; what it gives back ends that. */
  readonly every: (run: () => void, intervalMs: number) => () => void;
}

/** Watches over one window. */
export interface Supervisor extends PageSigns {
  /** Opens the first visit and begins to watch. Call once. */
  readonly begin: () => void;
  /** The page went away. Of a page that has been replaced the shell must not tell. */
  readonly lost: (reason: PageEnding) => void;
  /** The shell has opened a new visit because one ended. */
  readonly renewed: () => void;
  /** Watches no longer. */
  readonly end: () => void;
}

/** Makes the supervisor of a window that is not open yet. */
export const createSupervisor = ({ open, journal, every }: SupervisorWorld): Supervisor => {
  let life = firstLife;
  let stop = (): void => undefined;

  const take = (event: PageEvent): void => {
    const taken = step(life, event);
    // First of all: opening a page may tell of the next event.
    life = taken.life;
    const { note } = taken;
    if (note?.event === 'page-gone') journal('page-gone', { reason: note.reason });
    else if (note?.event === 'page-back') journal('page-back', {});
    if (taken.open !== undefined) show(taken.open);
  };

  const show = (what: Opened): void => {
    if (what === 'resting') journal('page-loop', {});
    try {
      open(what);
    } catch {
      take({ kind: 'lost', reason: 'launch-failed' });
    }
  };

  return {
    begin: () => {
      stop = every(() => {
        take({ kind: 'tick' });
      }, TICK_MS);
      show('visit');
    },
    lost: (reason) => {
      take({ kind: 'lost', reason });
    },
    beat: () => {
      take({ kind: 'beat' });
    },
    served: (page) => {
      take({ kind: 'served', page });
    },
    renewed: () => {
      take({ kind: 'renewed' });
    },
    end: () => {
      stop();
    },
  };
};

/** {@link SupervisorWorld.every} with real timers, which alone keep no process alive. */
export const everyInterval: SupervisorWorld['every'] = (run, intervalMs) => {
  const timer = setInterval(run, intervalMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
};
