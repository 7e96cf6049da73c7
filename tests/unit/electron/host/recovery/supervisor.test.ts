import { expect, test } from 'vitest';
import { LOSSES_OF_A_LOOP, limits } from '../../../../../electron/host/recovery/page-life.ts';
import { createSupervisor } from '../../../../../electron/host/recovery/supervisor.ts';
import { recordingJournal } from '../../kiosk-fixture.ts';

/** A supervisor whose ticks the test makes. */
const watching = (open: (what: string) => void = () => undefined) => {
  const { journal, events } = recordingJournal();
  const opened: string[] = [];
  const running = new Set<() => void>();
  const supervisor = createSupervisor({
    journal,
    open: (what) => {
      opened.push(what);
      open(what);
    },
    every: (run) => {
      running.add(run);
      return () => running.delete(run);
    },
  });
  const pass = (ticks: number): void => {
    for (let tick = 0; tick < ticks; tick += 1) for (const run of running) run();
  };
  return { supervisor, opened, events, pass };
};

test('L6 · opens the first visit, and the next when the page is lost or hangs; staff can read why', () => {
  const { supervisor, opened, events, pass } = watching();
  supervisor.begin();
  expect(opened).toEqual(['visit']);
  supervisor.served('start');
  supervisor.beat();
  pass(limits.silence);
  expect(opened).toEqual(['visit', 'visit']);
  expect(events).toMatchObject([{ event: 'page-gone', reason: 'unresponsive' }]);
});

test('L6 · a loop is told to staff when the screen rests, and that it is over when a page is well', () => {
  const { supervisor, opened, events, pass } = watching();
  supervisor.begin();
  for (let loss = 0; loss < LOSSES_OF_A_LOOP; loss += 1) {
    supervisor.lost('crashed');
    pass(limits.pause);
  }
  expect(opened).toEqual(['visit', 'visit', 'visit', 'resting']);
  pass(limits.rest);
  supervisor.beat();
  expect(opened.at(-1)).toBe('visit');
  expect(events.map(({ event }) => event)).toEqual(['page-gone', 'page-gone', 'page-gone', 'page-loop', 'page-back']);
});

test('L6 · a window that cannot be opened is a loss like any other, and does not spin', () => {
  const { supervisor, opened, events, pass } = watching(() => {
    throw new Error('no display');
  });
  supervisor.begin();
  expect(opened).toEqual(['visit', 'visit']);
  pass(limits.loop);
  expect(opened.length).toBeLessThanOrEqual(12);
  expect(events).toContainEqual(expect.objectContaining({ event: 'page-gone', reason: 'launch-failed' }));
});

test('the end of watching is the end', () => {
  const { supervisor, opened, pass } = watching();
  supervisor.begin();
  supervisor.end();
  pass(limits.quiet);
  expect(opened).toEqual(['visit']);
});
