/** Easy Read beside the full page: a picture with each idea, chosen once and kept for the visit (C3). */
import type { Home, Page, Topic } from '../../content/format/index.ts';
import { compiledDocument, compiledNarration, plain } from '../support/content.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const PAGE = 'tests-and-scans';

bothWays('C3 · a press leads from the full page to Easy Read, and another back', async (kiosk) => {
  const full = await compiledDocument<Page>(kiosk.page.request, kiosk.url, `pages/${PAGE}`);
  const easy = await compiledDocument<Page>(kiosk.page.request, kiosk.url, `easy/${PAGE}`);
  await kiosk.opens(`#/page/${PAGE}`);
  await kiosk.presses(kiosk.page.getByRole('button', { name: words.text('page.easy') }));
  await expect(kiosk.page).toHaveURL(new RegExp(`#/easy/${PAGE}$`));
  await expect(kiosk.page.locator('h2').first()).toHaveText(plain(easy.parts[0]?.heading ?? full.title));
  await expect(kiosk.page.locator('.idea').first()).toBeVisible();
  await kiosk.presses(kiosk.page.getByRole('button', { name: words.text('page.full') }));
  await expect(kiosk.page).toHaveURL(new RegExp(`#/page/${PAGE}$`));
  await expect(kiosk.page.locator('.idea')).toHaveCount(0);
});

bothWays('C3, X3 · once chosen, other pages open in Easy Read too, until the visit ends', async (kiosk) => {
  await kiosk.opens(`#/page/${PAGE}`);
  await kiosk.presses(kiosk.page.getByRole('button', { name: words.text('page.easy') }));
  await kiosk.goesHome();
  await kiosk.choosesCard('Your visit today');
  await expect(kiosk.page).toHaveURL(/#\/easy\/your-visit-today$/);
  await kiosk.endsTheVisit();
  await kiosk.wakesTheScreen();
  await kiosk.choosesCard('Your visit today');
  await expect(kiosk.page).toHaveURL(/#\/page\/your-visit-today$/);
});

test('C3 · every page has an Easy Read version: short sentences, a picture beside each idea, all of it spoken', async ({
  kiosk,
}) => {
  const { request } = kiosk.page;
  const home = await compiledDocument<Home>(request, kiosk.url, 'home');
  const topics = await Promise.all(
    home.topics.map(({ id }) => compiledDocument<Topic>(request, kiosk.url, `topics/${id}`)),
  );
  const cards = topics.flatMap(({ pages }) => pages);
  expect(cards.filter(({ easy }) => easy !== true)).toEqual([]);
  for (const { id } of cards) {
    const easy = await compiledDocument<Page>(request, kiosk.url, `easy/${id}`);
    const { passages } = await compiledNarration(request, kiosk.url, `easy/${id}`);
    const ideas = easy.parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'idea');
    expect(ideas.length, id).toBeGreaterThanOrEqual(18);
    for (const { passage, picture } of ideas) {
      expect(picture.nodes.length).toBeGreaterThan(0);
      expect(passages[passage.id]?.length, plain(passage)).toBeGreaterThan(0);
    }
  }
});

test('C3 · the picture stands before its words, as large as a thumb, and says nothing twice to who cannot see', async ({
  kiosk,
}) => {
  await kiosk.opens(`#/easy/${PAGE}`);
  const idea = kiosk.page.locator('.idea').first();
  const picture = await idea.locator('svg').boundingBox();
  const text = await idea.locator('p').boundingBox();
  if (picture === null || text === null) throw new Error('an idea is not to be seen');
  expect(picture.x + picture.width).toBeLessThanOrEqual(text.x);
  const mm = 102.5 / 25.4;
  expect(picture.width / mm).toBeGreaterThanOrEqual(25);
  await expect(idea.locator('svg')).toHaveAttribute('aria-hidden', 'true');
});
