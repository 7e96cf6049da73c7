/** What depends on the date and the time: the helpline's hours, and a review that is overdue. */
import type { Locator } from 'playwright/test';
import { compiledPage } from '../support/content.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { withSite } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

const helplineAt = async (kiosk: Kiosk, moment: string): Promise<Locator> => {
  await kiosk.page.clock.setFixedTime(new Date(moment));
  await kiosk.opensPage('joining-a-trial');
  return kiosk.page.locator('.helpline');
};

const moments = [
  { when: 'on a Monday at 10:00', moment: '2026-11-23T10:00:00Z', says: 'Open now, until 5pm' },
  { when: 'on a Monday at 9am sharp', moment: '2026-11-23T09:00:00Z', says: 'Open now, until 5pm' },
  { when: 'on a Monday at 8:59', moment: '2026-11-23T08:59:00Z', says: 'Closed now. Opens today at 9am' },
  { when: 'on a Monday at 17:00', moment: '2026-11-23T17:00:00Z', says: 'Closed now. Opens tomorrow at 9am' },
  { when: 'on a Friday evening', moment: '2026-11-27T18:00:00Z', says: 'Closed now. Opens on Monday at 9am' },
  { when: 'on a Saturday', moment: '2026-11-28T12:00:00Z', says: 'Closed now. Opens on Monday at 9am' },
  { when: 'on a Sunday', moment: '2026-11-29T12:00:00Z', says: 'Closed now. Opens tomorrow at 9am' },
  { when: 'in British summer time, an hour ahead', moment: '2026-07-06T08:30:00Z', says: 'Open now, until 5pm' },
] as const;

for (const { when, moment, says } of moments) {
  test(`C5 · ${when} the helpline says ‘${says}’`, async ({ kiosk }) => {
    const helpline = await helplineAt(kiosk, moment);
    await expect(helpline.locator('.status')).toHaveText(says);
    await expect(helpline).toContainText('0808 800 4040');
    await expect(helpline.getByRole('img', { name: words.text('helpline.scan') })).toBeVisible();
  });
}

test.describe('in a kiosk whose own clock runs in another zone', () => {
  test.use({ timezoneId: 'America/New_York' });
  test('C5 · the helpline’s hours count where the helpline is', async ({ kiosk }) => {
    const helpline = await helplineAt(kiosk, '2026-11-23T10:00:00Z');
    await expect(helpline.locator('.status')).toHaveText('Open now, until 5pm');
  });
});

test('C5 · the helpline opens while somebody reads: the screen follows', async ({ kiosk }) => {
  await kiosk.page.clock.install({ time: new Date('2026-11-23T08:59:30Z') });
  await kiosk.opensPage('joining-a-trial');
  await expect(kiosk.page.locator('.helpline .status')).toHaveText('Closed now. Opens today at 9am');
  await kiosk.page.clock.runFor(90_000);
  await expect(kiosk.page.locator('.helpline .status')).toHaveText('Open now, until 5pm');
});

test('C8 · a page past its review says so beside the title', async ({ kiosk }) => {
  await kiosk.page.clock.setFixedTime(new Date('2026-11-23T10:00:00Z'));
  await kiosk.opensPage();
  await expect(kiosk.page.locator('.review').getByText('Last reviewed 16 May 2018')).toBeInViewport();
  await expect(kiosk.page.getByText(words.text('compiled.overdue'))).toBeInViewport({ ratio: 1 });
});

test('C8 · in 2019, before its review is due, the page says nothing of the kind', async ({ kiosk }) => {
  await kiosk.page.clock.setFixedTime(new Date('2019-06-03T10:00:00Z'));
  await kiosk.opensPage();
  await expect(kiosk.page.locator('.review').getByText('Last reviewed 16 May 2018')).toBeInViewport();
  await expect(kiosk.page.getByText(words.text('compiled.overdue'))).toHaveCount(0);
});

test('C8 · past the site’s limit a page is withdrawn: visitors are sent to the desk, and are not at a dead end', async ({
  kioskUrl,
  page,
  watch,
}) => {
  const DAY_MS = 86_400_000;
  const { review } = await compiledPage(page.request, kioskUrl);
  const reviewAt = Date.parse(`${review.nextReview}T12:00:00Z`);
  // A clock from before the content was built would be wrong, and withdraw nothing.
  const limit = Math.ceil((Date.now() - reviewAt) / DAY_MS) + 10;
  const settings = { deskDirections: 'The desk is by the lift.', review: { withdrawAfterDays: limit } };
  await withSite(settings, { page, watch }, async (kiosk) => {
    const title = page.locator('main h1');
    const noonAfterReview = (days: number): Date => new Date(reviewAt + days * DAY_MS);
    await page.clock.setFixedTime(noonAfterReview(limit));
    await page.goto(`${kiosk.url}#/page/${PAGE}`);
    await expect(page.getByText(words.text('compiled.overdue')), 'on the last day it is shown').toBeVisible();
    await page.clock.setFixedTime(noonAfterReview(limit + 1));
    for (const address of [`#/page/${PAGE}`, `#/easy/${PAGE}`]) {
      await page.goto(`${kiosk.url}#/home`);
      await expect(title).toHaveText(words.text('home.title'));
      await page.goto(`${kiosk.url}${address}`);
      await expect(title).toHaveText(words.text('withdrawn.title'));
      await expect(page.getByRole('main')).toContainText('The desk is by the lift.');
    }
    await page.getByRole('link', { name: words.text('notFound.home') }).click();
    await expect(title).toHaveText(words.text('home.title'));
  });
});

test('X1 · a clock that jumps by years either way, or runs backwards, ends no visit and keeps none', async ({
  kiosk,
}) => {
  const { page } = kiosk;
  const asked = page.locator('kiosk-still-here');
  await page.clock.install({ time: new Date('2026-11-23T10:00:00Z') });
  await kiosk.opensPage();
  const title = await kiosk.title.textContent();
  for (const moment of [
    '2061-01-01T00:00:00Z',
    '1996-06-01T12:00:00Z',
    '1970-01-01T00:00:00Z',
    '2026-11-23T10:05:00Z',
  ]) {
    await page.clock.setSystemTime(new Date(moment));
    await page.clock.runFor(60_000);
    expect(new Date(await page.evaluate(() => Date.now())).getUTCFullYear()).toBe(new Date(moment).getUTCFullYear());
    await expect(asked, `nobody is asked at ${moment}`).toHaveCount(0);
    await expect(kiosk.title).toHaveText(title ?? '');
    await page.keyboard.press('Shift');
  }
  for (let minute = 4; minute > 2; minute -= 1) {
    await page.clock.setSystemTime(new Date(`2026-11-23T10:0${String(minute)}:00Z`));
    await page.clock.runFor(46_000);
  }
  await expect(asked, 'while it runs backwards the quiet is counted all the same').toBeVisible();
  await page.clock.setSystemTime(new Date('2044-01-01T00:00:00Z'));
  await page.clock.runFor(10_000);
  await expect(asked).toContainText(words.format('idle.left', { seconds: 20 }));
  await page.clock.setSystemTime(new Date('2001-01-01T00:00:00Z'));
  await page.clock.runFor(25_000);
  await expect(kiosk.attract).toBeVisible();
});

test('principle 7 · every screenful of the page says that it is sample content', async ({ kiosk }) => {
  await kiosk.opensPage();
  const notice = kiosk.page.getByText(words.text('sample.notice'));
  for (;;) {
    await expect(notice).toBeInViewport({ ratio: 1 });
    if (!(await kiosk.button(words.text('page.more')).isVisible())) break;
    const before = await kiosk.scroller.evaluate((scroller) => scroller.scrollTop);
    await kiosk.readsOn();
    await expect.poll(() => kiosk.scroller.evaluate((scroller) => scroller.scrollTop)).toBeGreaterThan(before);
  }
});
