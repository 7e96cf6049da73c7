/** Each attempt on the loopback server of a kiosk of its own, whose journal is read afterwards. */
import { join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { temporaryFolder } from '../support/damaged.ts';
import { type ReadyKiosk, startKiosk } from '../support/kiosk-process.ts';
import { getSurroundings } from '../support/surroundings.ts';
import type { Server } from './attempt.ts';
import { serverAttempts } from './server-attempts.ts';
import { noteTried } from './tried.ts';

const test = base.extend<object, { readonly kiosk: ReadyKiosk; readonly server: Server }>({
  kiosk: [
    async ({ playwright: _playwright }, use) => {
      await using folder = await temporaryFolder();
      const args = ['--bundle', getSurroundings().bundleDir];
      const kiosk = await startKiosk({ dataDir: join(folder.path, 'data'), cwd: folder.path, args });
      await use(kiosk);
      await kiosk.stop();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ kiosk }, use) => {
      const page = await (await fetch(kiosk.url)).text();
      const token = /name="alongside-token" content="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
      expect(token).toHaveLength(64);
      await use({ authority: new URL(kiosk.url).host, token });
    },
    { scope: 'worker' },
  ],
});

for (const attempt of serverAttempts) {
  test(`${attempt.products}, Q4 · ${attempt.id}: ${attempt.what}, ${attempt.how}`, async ({ kiosk, server }) => {
    const outcome = await attempt.attempt(server);
    await noteTried({ ...attempt, ...outcome });
    expect(outcome, 'the server holds').toMatchObject({ gotOut: false });
    expect((await fetch(kiosk.url)).status, 'and serves on').toBe(200);
    expect(kiosk.stderr(), 'no visit has ended').not.toContain('visit-ended');
  });
}

test('L7, O3 · the journal says why, by code, and repeats nothing of a request', async ({ kiosk, server }) => {
  const typed = 'somethingtyped';
  // Tried until it is noted: the journal keeps five refusals a second, and the attempts before this one may have had them.
  await expect(async () => {
    const response = await fetch(`http://${server.authority}/host/${typed}?q=${typed}`, {
      method: 'POST',
      headers: { origin: 'https://example.org', 'content-type': typed, 'x-alongside-token': typed },
      body: typed,
    });
    expect(response.status).toBe(403);
    expect(kiosk.stderr()).toMatch(/"event":"sender-refused","reason":"Origin is not this server"/);
  }).toPass({ intervals: [300], timeout: 10_000 });
  expect(kiosk.stderr()).not.toContain(typed);
  expect(kiosk.stderr()).not.toContain(server.token);
});

test('L7 · 10,000 calls in a row are answered each, and the journal stays small', async ({ kiosk, server }) => {
  const origin = `http://${server.authority}`;
  const before = kiosk.stderr().length;
  const headers = { origin, 'content-type': 'application/json', 'x-alongside-token': server.token };
  const codes = new Map<string, number>();
  for (let batch = 0; batch < 100; batch += 1) {
    const replies = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const body = '{"code":"script-error"}';
        const response = await fetch(`${origin}/host/reportProblem`, { method: 'POST', headers, body });
        return response.text();
      }),
    );
    for (const reply of replies) codes.set(reply, (codes.get(reply) ?? 0) + 1);
  }
  expect([...codes]).toEqual([['{"ok":true,"value":null}', 10_000]]);
  expect(kiosk.stderr().length - before, 'bytes of journal').toBeLessThan(100_000);
});
