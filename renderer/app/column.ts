/**
 * The reading column: the one thing on the screen that scrolls. Turns screenfuls, tells how far a visitor
 * has read, keeps their place when the text grows, and follows the voice without fighting the hand (R2).
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedClosest } from '../access/composed-tree.ts';
import { CONTROLS } from '../access/stops.ts';
import type { Turn } from '../components/events.ts';
import { type KioskPager, type Progress, atStart } from '../components/pager/pager.ts';
import { type Window, linesAcross, screenful, sectionAt, textAcross } from '../components/pager/paging.ts';
import { isSamePassage, parsePassageKey } from '../reading/passage-key.ts';
import { PASSAGE_ATTRIBUTE, findPassages } from '../reading/passages.ts';
import type { View } from '../views/view.ts';
import type { ReadingPlace } from '../visit/visit.ts';

/** What the column finds on the screen at a given moment. */
interface Surroundings {
  readonly scroller: HTMLElement | null;
  /** What covers the lower edge of the column, as high as it is told. */
  readonly veil: HTMLElement | null;
  readonly view: View | null;
  /** What turns the screenfuls, below the column. */
  readonly pager: KioskPager | null;
}

/** The spoken sentence is brought to this share of the window's height when the page follows. */
const FOLLOW_AT = 0.2;

/** The air left above a section's heading when it is brought to the top, in CSS pixels. */
const SECTION_AIR = 24;

/** A tolerance for fractional scroll positions, in CSS pixels. */
const SLACK = 2;

export class Column implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Surroundings;
  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.settle()));
  #watched: HTMLElement | null = null;
  #view: View | null = null;
  #progress: Progress = atStart;
  /** Off while the visitor has scrolled away by hand, until the voice is on the screen again. */
  #following = true;
  /** What took the focus by key and is to stay in sight (D8), until something else moves the page. */
  #focused: Element | undefined;
  /** Whether a key has just gone down. */
  #isKeyDown = false;

  constructor(host: ReactiveControllerHost, find: () => Surroundings) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  get progress(): Progress {
    return this.#progress;
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey, { capture: true });
  }

  hostUpdated(): void {
    const { scroller, view } = this.#find();
    if (view !== null && view !== this.#view) {
      this.#view = view;
      // A focus that moves within a view is told within it alone.
      view.renderRoot.addEventListener('focusin', ({ target }) => this.#onFocus(target));
    }
    if (scroller === this.#watched) return;
    this.#resized.disconnect();
    this.#watched = scroller;
    if (scroller === null) return;
    this.#resized.observe(scroller);
    for (const child of scroller.children) this.#resized.observe(child);
    scroller.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    scroller.addEventListener('scrollend', () => this.settle(), { passive: true });
    for (const gesture of ['wheel', 'touchmove'] as const) {
      scroller.addEventListener(gesture, () => this.#onHand(), { passive: true });
    }
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey, { capture: true });
    this.#resized.disconnect();
    this.#watched = null;
    this.#view = null;
  }

  /** Looks where the visitor is; asks for an update when that is another place than before. */
  measure(): void {
    const next = this.#measured();
    const same = (Object.keys(next) as (keyof Progress)[]).every((key) => next[key] === this.#progress[key]);
    if (same) return;
    this.#progress = next;
    this.#host.requestUpdate();
  }

  /** The page rests: covers what lines of text the lower edge cuts in two. The next screenful has them whole. */
  settle(): void {
    const { scroller, view } = this.#find();
    if (scroller === null || view === null) return;
    // What takes the focus is scrolled clear of the notice that stays at the top.
    scroller.style.setProperty('scroll-padding-block-start', `${String(Math.ceil(view.coveredTop))}px`);
    this.#showFocus();
    const { bottom } = this.#window(scroller, view);
    const cut = textAcross(view.renderRoot, bottom).map((line) => bottom - line.top);
    this.#veil(Math.ceil(Math.max(0, ...cut)));
    this.measure();
  }

  /**
   * The browser brings what takes the focus into sight at once; parts further up that are only then laid out,
   * or the notice at the top growing, can push it out again.
   */
  #onFocus(target: EventTarget | null): void {
    // What the page itself gives the focus to, such as the heading of a place, stands where it was put.
    if (!this.#isKeyDown || !(target instanceof Element) || !target.matches(CONTROLS)) return;
    this.#focused = target;
    requestAnimationFrame(() => this.settle());
  }

  /** A key may move the page as well as the focus; which of them, is told after it and before the next frame. */
  readonly #onKey = (): void => {
    this.#focused = undefined;
    this.#isKeyDown = true;
    requestAnimationFrame(() => (this.#isKeyDown = false));
  };

  #showFocus(): void {
    if (this.#focused?.matches(':focus') === true) this.#focused.scrollIntoView({ block: 'nearest' });
  }

  /** The visitor moves the page by hand: neither the voice nor the focus takes it from them. */
  #onHand(): void {
    this.#following = false;
    this.#focused = undefined;
  }

  /** While the page moves nothing is covered. */
  #onScroll(): void {
    this.#veil(0);
    this.measure();
  }

  #veil(height: number): void {
    this.#find().veil?.style.setProperty('block-size', `${String(height)}px`);
  }

  scrollTo(top: number): void {
    this.#focused = undefined;
    this.#find().scroller?.scrollTo({ top });
    this.measure();
  }

  /** Brings a section's heading to the top; a section that is not there is the top of the view. */
  showSection(id: string): void {
    const { scroller, view } = this.#find();
    const section = view?.sections.find((candidate) => candidate.id === id);
    if (scroller === null || view === null || section === undefined) {
      this.scrollTo(0);
      return;
    }
    const heading = section.querySelector('h2') ?? section;
    const { top } = this.#window(scroller, view);
    this.scrollTo(scroller.scrollTop + heading.getBoundingClientRect().top - top - SECTION_AIR);
  }

  /** Turns a screenful on, a part back, or to the top. */
  turn(direction: Turn): void {
    const { scroller, view } = this.#find();
    if (scroller === null || view === null) return;
    this.#following = false;
    if (view.ideas !== undefined && this.#turnIdea(direction, view)) return;
    if (direction === 'top') {
      this.scrollTo(0);
    } else if (direction === 'more') {
      const window = this.#window(scroller, view);
      this.scrollTo(scroller.scrollTop + screenful(window, linesAcross(view.renderRoot, window.bottom)));
    } else {
      this.#turnBack(scroller, view);
    }
  }

  /** Follows the voice: brings a sentence that is not on the screen to where it is easy to read. */
  follow(sentence: Range): void {
    const { scroller, view } = this.#find();
    if (scroller === null || view === null) return;
    const { top, bottom } = this.#window(scroller, view);
    const box = sentence.getBoundingClientRect();
    const visible = box.top >= top && box.bottom <= bottom;
    if (visible) this.#following = true;
    else if (this.#following) this.scrollTo(scroller.scrollTop + box.top - top - (bottom - top) * FOLLOW_AT);
  }

  /** The visitor asked for speech: the page follows it again. */
  startFollowing(): void {
    this.#following = true;
  }

  /** The first passage on the screen, from which reading aloud begins; nothing at the very top of a view. */
  firstVisiblePassage(): HTMLElement | undefined {
    const { scroller, view } = this.#find();
    if (scroller === null || view === null) return undefined;
    if (scroller.scrollTop <= SLACK && (view.ideas?.idea ?? 1) === 1) return undefined;
    const { top } = this.#window(scroller, view);
    return findPassages(view.renderRoot).find((passage) => {
      // Parts above the screen are passed over unasked: the browser has not laid them out.
      const part = passage.closest('section');
      if (part !== null && part.getBoundingClientRect().bottom <= top) return false;
      return passage.getBoundingClientRect().top >= top && passage.closest('.sample') === null;
    });
  }

  /** Whether an element is on the screen: everything beside the column is, and of the column what is not scrolled away. */
  isInSight(element: Element): boolean {
    const { scroller, view } = this.#find();
    if (scroller === null || view === null || composedClosest(element, '.scroller') === null) return true;
    const { top, bottom } = this.#window(scroller, view);
    const box = element.getBoundingClientRect();
    return box.bottom > top && box.top < bottom;
  }

  /** Where the visitor is, to come back to. */
  readingPlace(): ReadingPlace | undefined {
    const { scroller, view } = this.#find();
    const passage = this.firstVisiblePassage();
    if (scroller === null || view === null || passage === undefined) return undefined;
    const { top } = this.#window(scroller, view);
    const key = passage.getAttribute(PASSAGE_ATTRIBUTE) ?? '';
    return { passage: key, offset: passage.getBoundingClientRect().top - top };
  }

  /** Brings a reading place back to where it stood; one that is no longer there is the top of the view. */
  showPlace(place: ReadingPlace | undefined): void {
    const { scroller, view } = this.#find();
    if (scroller === null || view === null || place === undefined) {
      this.scrollTo(0);
      return;
    }
    // In another language it may have another key, and there may be fewer passages: then its part is shown.
    const passage = findPassages(view.renderRoot).find((one) =>
      isSamePassage(place.passage, one.getAttribute(PASSAGE_ATTRIBUTE) ?? ''),
    );
    if (passage === undefined) {
      this.showSection(parsePassageKey(place.passage).id.split('.')[0] ?? '');
      return;
    }
    const { top } = this.#window(scroller, view);
    this.scrollTo(scroller.scrollTop + passage.getBoundingClientRect().top - top - place.offset);
  }

  /** Makes a change that moves the text, and puts what was at the top of the screen back there. */
  async keepPlace(change: () => Promise<unknown>): Promise<void> {
    const place = this.firstVisiblePassage();
    // Below the column's own edge, which may move as well: in low reach it goes down.
    const depth = (scroller: HTMLElement): number =>
      (place?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top;
    const { scroller: column } = this.#find();
    const before = column === null ? 0 : depth(column);
    await change();
    const { scroller } = this.#find();
    if (place?.isConnected === true && scroller !== null) {
      this.scrollTo(scroller.scrollTop + depth(scroller) - before);
    } else {
      this.measure();
    }
  }

  /** Turns to another idea, unless the one that is shown goes on in that direction. @returns whether it did */
  #turnIdea(direction: Turn, view: View): boolean {
    const { scroller } = this.#find();
    const isScrolled = (scroller?.scrollTop ?? 0) > SLACK;
    if (direction === 'top') {
      void view.reveal({}).then(() => this.scrollTo(0));
      return true;
    }
    if (direction === 'more' ? this.#progress.ideaGoesOn : isScrolled) {
      if (direction === 'back') this.scrollTo(0);
      return direction === 'back';
    }
    if (view.turnIdea(direction === 'more' ? 1 : -1)) void view.updateComplete.then(() => this.scrollTo(0));
    return true;
  }

  #turnBack(scroller: HTMLElement, view: View): void {
    const { top } = this.#window(scroller, view);
    // By its heading, which is what showSection puts at the top: its section begins above that.
    const topOf = (section: Element): number => (section.querySelector('h2') ?? section).getBoundingClientRect().top;
    const before = view.sections.findLast((section) => topOf(section) < top - SLACK);
    if (before === undefined) this.scrollTo(0);
    else this.showSection(before.id);
  }

  #window(scroller: HTMLElement, view: View): Window {
    const { top, bottom } = scroller.getBoundingClientRect();
    return { top: top + view.coveredTop, bottom };
  }

  #measured(): Progress {
    const { scroller, view, pager } = this.#find();
    if (scroller === null || view === null) return atStart;
    const isScrolled = scroller.scrollTop > SLACK;
    // A pager that has nothing to turn goes: what fits in its room as well must not be held below the edge by it.
    const { ideas: place } = view;
    const stays = pager === null || pager.start || isScrolled || place !== undefined;
    const spare = stays ? 0 : pager.offsetHeight;
    const goesOn = scroller.scrollTop + scroller.clientHeight + spare < scroller.scrollHeight - SLACK;
    if (place !== undefined) {
      const { idea, ideas } = place;
      return { ...place, more: goesOn || idea < ideas, above: isScrolled || idea > 1, ideaGoesOn: goesOn };
    }
    const sections = view.sections.map((section) => section.getBoundingClientRect().top);
    return {
      ...atStart,
      more: goesOn,
      above: isScrolled,
      part: sectionAt(this.#window(scroller, view), sections) + 1,
      parts: sections.length,
    };
  }
}
