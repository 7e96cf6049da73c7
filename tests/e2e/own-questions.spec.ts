/** Questions of one's own (C7) with the on-screen keyboard (I6): written, added, changed, and gone with the visit. */
import { hands, keypads } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const field = (kiosk: Kiosk) => kiosk.page.locator('kiosk-questions .field input');
const section = (kiosk: Kiosk) => kiosk.page.locator('kiosk-questions section#your-own');
const written = (kiosk: Kiosk) => section(kiosk).getByRole('listitem');
const key = (kiosk: Kiosk, name: string) => kiosk.panel('keyboard').getByRole('button', { name, exact: true });

const opensOwnQuestions = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opens('#/questions');
  await kiosk.opensTheContents();
  await kiosk.goesToPart(words.text('questions.own.title'));
  await expect(section(kiosk).locator('h2')).toBeInViewport();
};

for (const hand of [...Object.values(hands), keypads.arrows]) {
  test(`C7, I6 · a question is spelt out with the on-screen keyboard and added – by ${hand.name}`, async ({
    inHand,
  }) => {
    const kiosk = inHand(hand);
    await opensOwnQuestions(kiosk);
    await kiosk.presses(field(kiosk));
    await expect(kiosk.panel('keyboard')).toBeVisible();
    for (const letter of 'why') await kiosk.presses(key(kiosk, letter));
    await expect(field(kiosk)).toHaveValue('why');
    await expect(field(kiosk), 'one sees what is typed').toBeInViewport();
    await kiosk.presses(key(kiosk, words.text('keyboard.done')));
    await expect(kiosk.panel('keyboard')).toHaveCount(0);
    await expect(written(kiosk)).toContainText(['why']);
    await expect(field(kiosk)).toHaveValue('');
    await expect(section(kiosk).getByRole('status')).toHaveText(words.format('questions.own.count', { questions: 1 }));
  });
}

bothWays('I6 · a suggestion takes the place of the word that is being written, and of no other', async (kiosk) => {
  await opensOwnQuestions(kiosk);
  await field(kiosk).focus();
  await kiosk.page.keyboard.type('more about chemoth');
  await kiosk.presses(section(kiosk).getByRole('option', { name: 'chemotherapy', exact: true }));
  await expect(field(kiosk)).toHaveValue('more about chemotherapy ');
  await expect(field(kiosk)).toBeFocused();
});

bothWays('C7 · a question can be changed, and none is lost by it', async (kiosk) => {
  await opensOwnQuestions(kiosk);
  await field(kiosk).focus();
  await kiosk.page.keyboard.type('first');
  await kiosk.presses(section(kiosk).getByRole('button', { name: words.text('questions.own.add') }));
  await field(kiosk).focus();
  await kiosk.page.keyboard.type('second');
  await kiosk.presses(
    written(kiosk)
      .first()
      .getByRole('button', { name: words.text('questions.own.change') }),
  );
  await expect(field(kiosk)).toHaveValue('first');
  await expect(written(kiosk)).toContainText(['second']);
});

test('I6 · an empty line adds nothing; twelve fill the screen, and it says so', async ({ kiosk, page }) => {
  await opensOwnQuestions(kiosk);
  await expect(section(kiosk).getByRole('button', { name: words.text('questions.own.add') })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await field(kiosk).focus();
  await page.keyboard.press('Enter');
  await expect(kiosk.panel('keyboard')).toBeVisible();
  await kiosk.presses(key(kiosk, words.text('keyboard.done')));
  await expect(written(kiosk)).toHaveCount(0);
  for (let count = 0; count < 12; count += 1) {
    await field(kiosk).focus();
    await page.keyboard.type(`why ${String(count)}`);
    await page.keyboard.press('Enter');
  }
  await expect(written(kiosk)).toHaveCount(12);
  await expect(section(kiosk)).toContainText(words.text('questions.own.full'));
  await expect(field(kiosk)).toHaveCount(0);
});

test('X3, principle 4 · the next visitor finds none, and the address never held any', async ({ kiosk, page }) => {
  await opensOwnQuestions(kiosk);
  await field(kiosk).focus();
  await page.keyboard.type('canary');
  await page.keyboard.press('Enter');
  await expect(written(kiosk)).toHaveCount(1);
  expect(page.url()).not.toContain('canary');
  await kiosk.endsTheVisit();
  await opensOwnQuestions(kiosk);
  await expect(written(kiosk)).toHaveCount(0);
  await expect(field(kiosk)).toHaveValue('');
});
