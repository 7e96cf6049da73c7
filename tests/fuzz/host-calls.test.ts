/** Host calls as no page would make them: whatever is sent, the answer is a typed reply, and the kiosk goes on. */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startServer } from '../../build/preview/server.ts';
import { openKiosk } from '../../electron/host/kiosk.ts';
import { answerCalls } from '../../electron/shell/ipc.ts';
import { channelOf, hostOperations, pathOf } from '../../renderer/host/channels.ts';
import { fakeIpc, type FakeSender } from '../conformance/fake-ipc.ts';
import {
  noBackground,
  recordingJournal,
  temporaryApp,
  temporaryBundle,
  temporaryFolder,
} from '../unit/electron/kiosk-fixture.ts';

const codes = ['invalid-payload', 'refused', 'unavailable'];

/** Words that have a meaning somewhere: keys of requests, names of prototypes, values that nearly fit. */
const words = fc.constantFrom(
  ...['pin', 'token', 'role', 'technician', 'code', 'script-error', 'pixelsPerInch', 'viewingDistanceMm'],
  ...['__proto__', 'constructor', 'toString', '', '0', '123456', '48151623'],
);

/** Anything that can be sent over IPC, and much that nearly is a request. */
const payloads = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, key: words }),
  fc.dictionary(words, fc.oneof(words, fc.double(), fc.boolean(), fc.constant(null)), { maxKeys: 4 }),
  fc.string({ minLength: 5000, maxLength: 6000 }),
);

const openHost = async () => {
  const { journal, events } = recordingJournal();
  const leave = vi.fn();
  const { host, resources } = await openKiosk({
    appDir: await temporaryApp(),
    bundleDir: await temporaryBundle(),
    dataDir: await temporaryFolder(),
    journal,
    now: Date.now,
    endVisit: () => Promise.resolve(),
    leave,
    background: noBackground,
  });
  return { host, resources, journal, events, leave };
};

/** A reply of the contract; what a call gives back beside it is the contract's own concern. */
const expectReply = (reply: unknown): void => {
  expect(reply).toMatchObject({ ok: expect.any(Boolean) as unknown });
  const { ok, error } = reply as { readonly ok: boolean; readonly error?: { readonly code: string } };
  if (!ok) expect(codes).toContain(error?.code);
};

/** An answer that does not come is a failure that says so. */
const inTime = <Value>(answer: Promise<Value>): Promise<Value> =>
  Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => {
        reject(new Error('the call hung'));
      }, 20_000).unref();
    }),
  ]);

/** Choosing and entering a PIN takes its time by design; what nearly fits is refused before that. */
const runsOf = (operation: string): number => (operation.endsWith('Pin') ? 200 : 1000);

describe('L7 · host calls of every wrong kind', { timeout: 300_000 }, () => {
  test.each(hostOperations)('%s over IPC', async (operation) => {
    const { host, journal, leave, events } = await openHost();
    const ipc = fakeIpc();
    answerCalls(ipc.main, host, (id) => id === 1, journal);
    const property = fc.asyncProperty(payloads, async (payload) => {
      expectReply(await inTime(ipc.invoke(channelOf(operation), payload)));
    });
    await fc.assert(property, { numRuns: runsOf(operation) });
    expect(leave, 'nobody has left the kiosk').not.toHaveBeenCalled();
    expect(
      events.filter(({ event }) => event === 'host-failed'),
      'nothing failed that nobody expected',
    ).toEqual([]);
  });

  test.each<[string, FakeSender]>([
    ['another page', { id: 2 }],
    ['a frame', { parent: {} }],
    ['a frame that is gone', { senderFrame: null }],
    ['another site', { url: 'https://example.org/' }],
    ['an address that is none', { url: '' }],
  ])('whatever %s sends is refused before it is looked at', async (_who, sender) => {
    const { journal } = recordingJournal();
    const host = vi.fn();
    const ipc = fakeIpc(sender);
    answerCalls(ipc.main, host, (id) => id === 1, journal);
    const property = fc.asyncProperty(fc.constantFrom(...hostOperations), payloads, async (operation, payload) => {
      expect(await ipc.invoke(channelOf(operation), payload)).toEqual({ ok: false, error: { code: 'refused' } });
    });
    await fc.assert(property, { numRuns: 300 });
    expect(host).not.toHaveBeenCalled();
  });

  test.each(hostOperations)('%s over the loopback server', async (operation) => {
    const { host, resources, journal, leave } = await openHost();
    const server = await startServer({ port: 0, host, resources, journal });
    onTestFinished(server.close);
    const origin = server.url.slice(0, -1);
    const [, token = ''] = /content="([0-9a-f]{64})"/.exec(await (await fetch(server.url)).text()) ?? [];
    const bodies = fc.oneof(fc.json(), fc.string(), payloads.map(textOf));
    const property = fc.asyncProperty(bodies, async (body) => {
      const headers = { origin, 'content-type': 'application/json', 'x-alongside-token': token };
      const response = await inTime(fetch(origin + pathOf(operation), { method: 'POST', headers, body }));
      expect([200, 400, 413]).toContain(response.status);
      expectReply(await response.json());
    });
    await fc.assert(property, { numRuns: Math.min(runsOf(operation), 300) });
    expect(leave, 'nobody has left the kiosk').not.toHaveBeenCalled();
  });
});

/** As JSON, where that can be; a value that cannot be written is sent as its name. */
const textOf = (payload: unknown): string => {
  try {
    return JSON.stringify([payload]).slice(1, -1);
  } catch {
    return typeof payload;
  }
};

describe('L7 · many calls at once', { timeout: 120_000 }, () => {
  test('10,000 calls a minute, all at once, are each answered', async () => {
    const open = await openHost();
    const ipc = fakeIpc();
    answerCalls(ipc.main, open.host, (id) => id === 1, open.journal);
    const calls = Array.from({ length: 10_000 }, (_value, index) => {
      const operation = (['describeKiosk', 'endVisit', 'reportProblem'] as const)[index % 3] ?? 'endVisit';
      return ipc.invoke(channelOf(operation), operation === 'reportProblem' ? { code: 'clip-failed' } : {});
    });
    const replies = await inTime(Promise.all(calls));
    expect(replies.filter((reply) => (reply as { readonly ok: boolean }).ok)).toHaveLength(10_000);
  });
});
