/** The kiosk as a visitor uses it, in a visitor's words. What it says of the screen is left to the tests. */
import type { Locator, Page } from 'playwright/test';
import type { PlainMessageKey } from '../../content/format/index.ts';
import type { PanelName } from '../../renderer/visit/visit.ts';
import type { TextStep, Theme } from '../../renderer/visit/preferences.ts';
import type { Hand } from './hands.ts';
import type { Watch } from './watch.ts';
import type { Messages } from '../../renderer/visit/messages.ts';
import { PAGE, words as english } from './words.ts';

/** The command buttons of the reading panel. */
export type ReadingButton =
  'play' | 'pause' | 'stop' | 'previous' | 'next' | 'repeat' | 'slower' | 'faster' | 'quieter' | 'louder';

export class Kiosk {
  readonly page: Page;
  readonly hand: Hand;
  readonly url: string;
  readonly watch: Watch;
  /** The words of the interface, in the language that the kiosk is used in. */
  readonly words: Messages;

  constructor(page: Page, hand: Hand, url: string, watch: Watch, words: Messages = english) {
    this.page = page;
    this.hand = hand;
    this.url = url;
    this.watch = watch;
    this.words = words;
  }

  // What is on the screen.

  get title(): Locator {
    return this.page.locator('main h1');
  }

  get attract(): Locator {
    return this.page.locator('kiosk-attract');
  }

  get scroller(): Locator {
    return this.page.locator('kiosk-app .scroller');
  }

  get toolbar(): Locator {
    return this.page.locator('kiosk-toolbar');
  }

  get pager(): Locator {
    return this.page.locator('kiosk-pager');
  }

  /** ‘Start’, on the first-use card. */
  get start(): Locator {
    return this.pager.getByRole('link', { name: this.words.text('welcome.start'), exact: true });
  }

  get cover(): Locator {
    return this.page.locator('kiosk-cover');
  }

  get meaning(): Locator {
    return this.page.getByRole('note');
  }

  panel(name: PanelName): Locator {
    return this.page.locator(`kiosk-${name}-panel`);
  }

  part(id: string): Locator {
    return this.page.locator(`section.part#${id}`);
  }

  /** A tool of the toolbar by its message key: `toolbar.home`. */
  tool(key: PlainMessageKey): Locator {
    return this.toolbar.getByRole('button', { name: this.words.text(key), exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The first occurrence of a medical word on the page. */
  word(text: string | RegExp): Locator {
    return this.page.locator('button.term').filter({ hasText: text }).first();
  }

  /** Words of the content, in the language that the kiosk is used in. */
  says(text: string): string {
    return text;
  }

  // What a visitor does.

  /** Opens the kiosk at an address, as a link or a technician would. */
  async opens(address = '#/'): Promise<void> {
    await this.page.goto(this.url + address);
    await this.page.locator('kiosk-app h1').waitFor();
  }

  async opensPage(part?: string): Promise<void> {
    await this.opens(part === undefined ? `#/page/${PAGE}` : `#/page/${PAGE}/${part}`);
  }

  /** Starts a visit: wakes the screen, and passes by the question of what would help. */
  async wakesTheScreen(): Promise<void> {
    await this.touchesTheScreen();
    await this.presses(this.start);
  }

  /** Touches the attract screen somewhere, or presses any key. */
  async touchesTheScreen(): Promise<void> {
    await this.hand.wake(this.page);
  }

  async presses(target: Locator): Promise<void> {
    await this.hand.press(target);
  }

  /** Presses with a finger that stays for as long as shaking hands are asked to. */
  async holds(target: Locator, forMs = 700): Promise<void> {
    // What came just before must be long enough ago for this to count.
    await this.page.waitForTimeout(600);
    await target.click({ delay: forMs });
  }

  async goesHome(): Promise<void> {
    await this.presses(this.tool('toolbar.home'));
  }

  async goesBack(): Promise<void> {
    await this.presses(this.tool('toolbar.back'));
  }

  /** Chooses a card on home or in a topic. */
  async choosesCard(title: string): Promise<void> {
    await this.presses(this.page.getByRole('main').getByRole('link').filter({ hasText: title }));
  }

  async opensTheWordsPanel(): Promise<void> {
    await this.presses(this.tool('toolbar.size'));
  }

  async opensTheColoursPanel(): Promise<void> {
    await this.presses(this.tool('toolbar.colours'));
  }

  async opensTheWaysPanel(): Promise<void> {
    await this.presses(this.tool('toolbar.ways'));
  }

  /** A choice in the open panel, by the message that names it. */
  choice(panel: PanelName, key: PlainMessageKey): Locator {
    return this.panel(panel).getByRole('button', { name: this.words.text(key), exact: true });
  }

  /** Picks a size in the open panel. */
  async picksSize(step: TextStep): Promise<void> {
    await this.presses(
      this.panel('size').getByRole('button', {
        name: this.words.text(`size.${String(step) as '1' | '2' | '3' | '4'}`),
        exact: true,
      }),
    );
  }

  /** Picks colours in the open panel. */
  async picksColours(theme: Theme): Promise<void> {
    await this.presses(
      this.panel('colours').getByRole('button', { name: this.words.text(`colours.${theme}`), exact: true }),
    );
  }

  async closesThePanel(name: PanelName): Promise<void> {
    const close = this.panel(name).getByRole('button', { name: this.words.text('panel.close'), exact: true });
    // On a low screen the panel has no room for it: what opened the panel closes it.
    await this.presses((await close.isVisible()) ? close : this.toolbar.locator(`[data-panel='${name}']`));
  }

  async opensTheContents(): Promise<void> {
    await this.presses(this.pager.locator('[aria-expanded]'));
  }

  async goesToPart(heading: string): Promise<void> {
    await this.presses(this.panel('contents').getByRole('link', { name: heading, exact: true }));
  }

  async readsOn(): Promise<void> {
    await this.presses(this.pager.getByRole('button', { name: this.words.text('page.more'), exact: true }));
  }

  async goesBackAPart(): Promise<void> {
    await this.presses(this.pager.getByRole('button', { name: this.words.text('page.backPart'), exact: true }));
  }

  /** 'Read to me', in the toolbar. */
  async asksToRead(): Promise<void> {
    await this.presses(this.tool('toolbar.read'));
  }

  readingButton(button: ReadingButton): Locator {
    return this.panel('reading').getByRole('button', { name: this.words.text(`reading.${button}`), exact: true });
  }

  async tellsTheReader(button: ReadingButton): Promise<void> {
    await this.presses(this.readingButton(button));
  }

  /** From the usual speed to twice that. */
  async makesTheReaderFastest(): Promise<void> {
    for (let step = 0; step < 4; step += 1) await this.tellsTheReader('faster');
  }

  async coversTheScreen(): Promise<void> {
    await this.presses(
      this.page.locator('kiosk-header').getByRole('button', { name: this.words.text('header.cover') }),
    );
    await this.cover.waitFor();
  }

  /** ‘One thing at a time’, in the panel of words, which is closed again. */
  async showsOneThing(): Promise<void> {
    await this.opensTheWordsPanel();
    await this.presses(this.choice('size', 'ways.oneThing'));
    await this.closesThePanel('size');
  }

  /** To the next idea, through what of this one is below the screen. */
  async goesToTheNextIdea(): Promise<void> {
    const place = this.pager.getByRole('status');
    const before = await place.textContent();
    while ((await place.textContent()) === before) {
      await this.presses(this.pager.locator('.more'));
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    }
  }

  async endsTheVisit(): Promise<void> {
    await this.presses(this.tool('toolbar.end'));
  }
}
