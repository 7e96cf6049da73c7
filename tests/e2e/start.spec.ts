/** From the attract screen to a page, and no dead ends. */
import { dress } from '../support/look.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, TOPIC, words } from '../support/words.ts';

const pageTitle = 'Neuroblastoma that did not go away, or came back';

bothWays('X4, D10 · touching anywhere, or any key, asks what would help; Start leads home', async (kiosk) => {
  await kiosk.opens();
  await expect(kiosk.attract).toContainText(words.text('attract.start'));
  await kiosk.touchesTheScreen();
  await expect(kiosk.title).toHaveText(words.text('ways.title'));
  await expect(kiosk.attract).toHaveCount(0);
  await expect(kiosk.tool('toolbar.back'), 'nobody goes back to before their visit').toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await kiosk.presses(kiosk.start);
  await expect(kiosk.title).toHaveText(words.text('home.title'));
  await expect(kiosk.tool('toolbar.back')).toHaveAttribute('aria-disabled', 'true');
});

bothWays('D10 · the first-use card has at most eight choices, and each acts at once', async (kiosk) => {
  await kiosk.opens();
  await kiosk.touchesTheScreen();
  const choices = kiosk.page.getByRole('main').locator('[aria-pressed]');
  const count = await choices.count();
  expect(count).toBeGreaterThan(3);
  expect(count).toBeLessThanOrEqual(8);
  for (const choice of await choices.all()) {
    await expect(choice.locator('svg').first()).toBeVisible();
    await expect(choice).toHaveAttribute('aria-pressed', 'false');
  }
  const colours = kiosk.button(words.text('ways.colours'));
  await kiosk.presses(colours);
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'white-on-black');
  await expect(colours).toHaveAttribute('aria-pressed', 'true');
  await kiosk.presses(colours);
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'standard');
  await kiosk.presses(kiosk.button(words.text('page.easy')));
  await kiosk.presses(kiosk.start);
  await kiosk.choosesCard('Your visit today');
  await expect(kiosk.page).toHaveURL(/#\/easy\/your-visit-today$/);
});

for (const { width, height } of [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
]) {
  test(`D10, X1 · at ${String(width)}×${String(height)} Start is seen at once, in every text size, and leads on`, async ({
    kiosk,
  }) => {
    await kiosk.page.setViewportSize({ width, height });
    for (const step of [4, 1] as const) {
      await kiosk.opens('#/welcome');
      await dress(kiosk, { step });
      await expect(kiosk.start).toBeInViewport({ ratio: 1 });
    }
    await expect(kiosk.page.getByText(words.text('welcome.time'))).toBeVisible();
    await expect(kiosk.page.getByText(words.text('attract.private'))).toBeVisible();
  });
}

bothWays('C1, C12 · home leads to a topic, the topic to its page, and Back leads all the way home', async (kiosk) => {
  await kiosk.opens();
  await kiosk.wakesTheScreen();
  await kiosk.choosesCard('Neuroblastoma');
  await expect(kiosk.page).toHaveURL(new RegExp(`#/topic/${TOPIC}$`));
  await kiosk.choosesCard(pageTitle);
  await expect(kiosk.title).toHaveText(pageTitle);
  await expect(kiosk.page).toHaveURL(new RegExp(`#/page/${PAGE}$`));
  await kiosk.goesBack();
  await expect(kiosk.title).toHaveText('Neuroblastoma');
  await kiosk.goesBack();
  await expect(kiosk.title).toHaveText(words.text('home.title'));
  await expect(kiosk.tool('toolbar.back')).toHaveAttribute('aria-disabled', 'true');
});

bothWays('C12 · the way here is a row of links: home from a page in one step', async (kiosk) => {
  await kiosk.opensPage();
  const trail = kiosk.page.getByRole('navigation', { name: words.text('nav.breadcrumb') });
  const steps = trail.locator('a, button');
  await expect(steps).toHaveText([words.text('nav.home'), 'Neuroblastoma']);
  await kiosk.presses(steps.last());
  await expect(kiosk.page).toHaveURL(new RegExp(`#/topic/${TOPIC}$`));
  await kiosk.presses(steps.first());
  await expect(kiosk.title).toHaveText(words.text('home.title'));
});

bothWays('C12 · an address that names nothing says so kindly and leads home', async (kiosk) => {
  // What an address asks for is looked for; the browser notes that there is no such file.
  kiosk.watch.expectTrouble(/no-such-(?:page|topic)\.json|status of 404/);
  for (const address of ['#/page/no-such-page', '#/topic/no-such-topic', '#/nothing/here', '#/page/..%2f..']) {
    await kiosk.opens(address);
    await expect(kiosk.title).toHaveText(words.text('notFound.title'));
  }
  await kiosk.presses(kiosk.page.getByRole('link', { name: words.text('notFound.home') }));
  await expect(kiosk.title).toHaveText(words.text('home.title'));
});

test('C1 · home shows at most eight choices, each with a title and a line', async ({ kiosk }) => {
  await kiosk.opens('#/home');
  const cards = kiosk.page.getByRole('main').getByRole('link');
  const count = await cards.count();
  expect(count).toBeGreaterThanOrEqual(2);
  expect(count).toBeLessThanOrEqual(8);
  for (const card of await cards.all()) await expect(card.locator('.summary')).not.toBeEmpty();
});

for (const { width, height } of [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
]) {
  test(`C1 · at ${String(width)}×${String(height)} all that home offers is seen at once`, async ({ kiosk }) => {
    await kiosk.page.setViewportSize({ width, height });
    await kiosk.opens('#/home');
    for (const card of await kiosk.page.getByRole('main').getByRole('link').all())
      await expect(card).toBeInViewport({ ratio: 1 });
    await expect(kiosk.pager.getByRole('navigation')).toHaveCount(0);
  });
}

test('C12 · every view has its own address and its own title', async ({ kiosk }) => {
  const views = {
    '#/welcome': words.text('ways.title'),
    '#/home': words.text('nav.home'),
    [`#/topic/${TOPIC}`]: 'Neuroblastoma',
    [`#/page/${PAGE}`]: pageTitle,
    '#/words': words.text('words.title'),
    '#/questions': 'Questions to ask',
    '#/easy/your-visit-today': 'Your visit today',
  };
  for (const [address, title] of Object.entries(views)) {
    await kiosk.opens(address);
    await expect(kiosk.page).toHaveTitle(title);
    await expect(kiosk.page).toHaveURL(kiosk.url + address);
  }
});
