/** Where newer content comes from, looked at in turn (B2): two never install at once. */
import type { Journal } from '../journal.ts';

/** A place that content comes from. */
export interface Source {
  /** Looks once, and installs what is newer. What goes wrong is noted; what it throws nobody foresaw. */
  readonly look: () => Promise<void>;
}

export interface Updates {
  /** To be called every {@link LOOK_MS}. Never rejects; a look while another goes on does nothing. */
  readonly look: () => Promise<void>;
}

/** Between two looks. */
export const LOOK_MS = 5000;

/** Looks at sources. */
export const createUpdates = (sources: readonly Source[], journal: Journal): Updates => {
  let isLooking = false;
  return {
    look: async () => {
      if (isLooking) return;
      isLooking = true;
      for (const source of sources) {
        await source.look().catch(() => {
          journal('host-failed', { operation: 'content' });
        });
      }
      isLooking = false;
    },
  };
};
