/** The parts of a page: each at its own address, all in one list, one after the other. */
import { compiledPage, plain } from '../support/content.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

test('C12 · every part of the page opens by its own address, with its heading at the top', async ({ kiosk }) => {
  const { parts } = await compiledPage(kiosk.page.request, kiosk.url);
  expect(parts.length).toBeGreaterThan(10);
  for (const part of parts) {
    await kiosk.opensPage(part.id);
    const heading = kiosk.part(part.id).getByRole('heading', { level: 2 });
    await expect(heading).toHaveText(plain(part.heading));
    await expect(heading).toBeInViewport({ ratio: 1 });
  }
});

test('C12 · an address with a part the page does not have opens the page at its start', async ({ kiosk }) => {
  await kiosk.opensPage('no-such-part');
  await expect(kiosk.title).toBeInViewport();
});

bothWays('C12 · the list of parts names them all, marks where you are, and leads to one', async (kiosk) => {
  const { parts } = await compiledPage(kiosk.page.request, kiosk.url);
  await kiosk.opensPage();
  await kiosk.opensTheContents();
  const contents = kiosk.panel('contents');
  await expect(contents.getByRole('link')).toHaveText(parts.map(({ heading }) => plain(heading)));
  await expect(contents.locator('[aria-current="true"]')).toHaveText('In short');
  await kiosk.goesToPart('Joining a trial');
  await expect(contents).toHaveCount(0);
  await expect(kiosk.page).toHaveURL(new RegExp(`#/page/${PAGE}/joining-a-trial$`));
  await expect(kiosk.part('joining-a-trial').getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
});

bothWays('C12 · Back a part goes from heading to heading, towards the first', async (kiosk) => {
  await kiosk.opensPage();
  for (let screenful = 0; screenful < 4; screenful += 1) await kiosk.readsOn();
  /** Which part's heading stands at the top of the window, if one does. */
  const atTop = () =>
    kiosk.page.locator('section.part h2').evaluateAll((headings) => {
      const { top, height } = document.querySelector('kiosk-app')?.getBoundingClientRect() ?? { top: 0, height: 0 };
      return headings.findIndex((heading) => {
        const box = heading.getBoundingClientRect();
        return box.top >= top && box.bottom < top + height / 5;
      });
    });
  await kiosk.goesBackAPart();
  await expect.poll(atTop, 'the heading of a part is at the top').toBeGreaterThan(1);
  const part = await atTop();
  await kiosk.goesBackAPart();
  await expect.poll(atTop).toBe(part - 1);
  await kiosk.goesBackAPart();
  await expect.poll(atTop).toBe(part - 2);
});

bothWays('I3 · going to a part puts the focus on its heading, so that Tab goes on from there', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.opensTheContents();
  await kiosk.goesToPart('Joining a trial');
  await expect(kiosk.part('joining-a-trial').getByRole('heading', { level: 2 })).toBeFocused();
});

test('C2 · each part has a heading, and the blocks that its kind of content asks for', async ({ kiosk }) => {
  await kiosk.opensPage();
  await expect(kiosk.page.locator('article.trial')).toHaveCount(3);
  for (const trial of await kiosk.page.locator('article.trial').all()) {
    await expect(trial).toContainText(words.text('compiled.trial.label'));
    await expect(trial).toContainText('As known on 16 May 2018');
    await expect(trial.getByRole('heading', { name: words.text('compiled.trial.aims') })).toBeVisible();
    expect(await trial.getByRole('listitem').count()).toBeGreaterThanOrEqual(2);
  }
  await expect(kiosk.page.locator('figure').getByRole('img')).toHaveCount(2);
  await expect(kiosk.part('references').getByRole('listitem')).toHaveCount(4);
  await expect(kiosk.part('acknowledgements')).toContainText('Dangoor Education');
});

test('C9 · a diagram is named by its short description; the decoration is hidden from assistive technology', async ({
  kiosk,
}) => {
  await kiosk.opensPage();
  await expect(kiosk.page.getByRole('img', { name: /^Three steps: iodine is joined to mIBG/ })).toHaveCount(1);
  await expect(kiosk.page.getByRole('img', { name: /^Three steps: a T cell from the blood/ })).toHaveCount(1);
  await expect(kiosk.page.locator('.decoration svg')).toHaveAttribute('aria-hidden', 'true');
});
