/** 'Which risk group did your team tell you?' – three good answers. */
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

const heading = (kiosk: Kiosk, part: string) => kiosk.part(part).getByRole('heading', { level: 2 });

const folded = (kiosk: Kiosk, part: string) => kiosk.part(part).getByText(words.text('page.otherGroup'));

const answers = [
  { label: 'Low or intermediate risk', part: 'low-intermediate', other: 'high-risk' },
  { label: 'High risk', part: 'high-risk', other: 'low-intermediate' },
] as const;

for (const { label, part, other } of answers) {
  bothWays(`C2 · '${label}' leads to its part and folds the other, which can be shown`, async (kiosk) => {
    await kiosk.opensPage('in-short');
    const answer = kiosk.part('in-short').getByRole('button', { name: label, exact: true });
    await kiosk.presses(answer);
    await expect(kiosk.page).toHaveURL(new RegExp(`#/page/${PAGE}/${part}$`));
    await expect(heading(kiosk, part)).toBeInViewport({ ratio: 1 });
    await expect(folded(kiosk, part)).toHaveCount(0);
    await expect(folded(kiosk, other)).toHaveCount(1);
    await expect(heading(kiosk, other)).toHaveCount(1);
    await kiosk.presses(kiosk.part(other).getByRole('button', { name: words.text('page.showPart') }));
    await expect(folded(kiosk, other)).toHaveCount(0);
    await expect(kiosk.part(other).locator('p').first()).toBeVisible();
  });
}

bothWays('C2, principle 5 · ‘I do not know’ is a good answer and explains whom to ask', async (kiosk) => {
  await kiosk.opensPage('in-short');
  const part = kiosk.part('in-short');
  await kiosk.presses(part.getByRole('button', { name: 'I do not know', exact: true }));
  const answer = part.getByRole('status');
  await expect(answer).toContainText('That is a good answer.');
  await expect(answer).toContainText('your child’s consultant');
  await expect(part.getByRole('button', { name: 'I do not know', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(folded(kiosk, 'high-risk')).toHaveCount(0);
  await expect(folded(kiosk, 'low-intermediate')).toHaveCount(0);
});

bothWays(
  'C12 · Back from the part returns to the place of the question, with the answer still marked',
  async (kiosk) => {
    await kiosk.opensPage();
    await kiosk.opensTheContents();
    await kiosk.goesToPart('In short');
    const answer = kiosk.part('in-short').getByRole('button', { name: 'High risk', exact: true });
    await expect(answer).toBeInViewport({ ratio: 1 });
    const place = () => kiosk.scroller.evaluate((scroller) => scroller.scrollTop);
    await expect.poll(place).toBeGreaterThan(0);
    await kiosk.presses(answer);
    await expect(heading(kiosk, 'high-risk')).toBeInViewport({ ratio: 1 });
    await kiosk.goesBack();
    await expect(kiosk.page).toHaveURL(new RegExp(`#/page/${PAGE}/in-short$`));
    await expect(answer).toBeInViewport({ ratio: 1 });
    await expect(answer).toHaveAttribute('aria-pressed', 'true');
  },
);
