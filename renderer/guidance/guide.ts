/**
 * Spoken guidance (R7): a complete way to use the kiosk without seeing it. It says what has the focus, walks all
 * that is on the screen, reads on from anywhere, says what is typed and what changes, and where one is.
 *
 * The focus is the cursor: there is no second one to fall out of step with it, and what somebody beside the
 * visitor sees is what is being said.
 */
import { composedClosest, deepActiveElement } from '../access/composed-tree.ts';
import { ShadowRoots } from '../access/shadow-roots.ts';
import { type Stop, findStops } from '../access/stops.ts';
import { PASSAGE_ATTRIBUTE } from '../reading/passage-key.ts';
import type { Messages } from '../visit/messages.ts';
import type { Announcer } from './announcer.ts';
import { LiveRegions } from './live-regions.ts';
import { STATE_ATTRIBUTES, contentOf, descriptionOf, describeElement, nameOf, statesOf } from './semantics.ts';
import { type Speech, said } from './speech.ts';

/** What somebody can ask of the guide. Slower, faster, louder and quieter are preferences of the visit. */
export type GuideCommand =
  'next' | 'previous' | 'nextPart' | 'previousPart' | 'readOn' | 'repeat' | 'where' | 'silence';

export interface GuideOptions {
  /** The element that holds the whole interface. */
  readonly root: HTMLElement;
  readonly announcer: Announcer;
  readonly messages: Messages;
  /** Where the visitor is, from home on, as the header shows it. */
  readonly place: () => Speech;
  /** Reads the view aloud, from a passage on. */
  readonly readFrom: (passage: HTMLElement) => void;
  /** Whether the view is being read aloud just now. */
  readonly isReading: () => boolean;
}

/** Whose label is said on the way in: a part of the screen that is left and entered as a whole. */
const REGIONS =
  'nav[aria-label], section[aria-labelledby], aside[aria-labelledby], dialog, [role="dialog"], [role="group"][aria-label]';

export class Guide {
  readonly #options: GuideOptions;
  readonly #regions: LiveRegions;
  readonly #states = new MutationObserver(() => this.#sayStates());
  readonly #roots: ShadowRoots;
  readonly #listeners = new AbortController();
  #current: HTMLElement | SVGElement | undefined;
  #region: Element | null = null;

  constructor(options: GuideOptions) {
    this.#options = options;
    this.#regions = new LiveRegions((region) => this.#onMessage(region));
    const { signal } = this.#listeners;
    // The focus that moves inside one shadow root is told only there.
    this.#roots = new ShadowRoots((root) => {
      this.#regions.watch(root);
      root.addEventListener('focusin', () => this.#onFocus(), { signal });
    });
    this.#roots.watch(options.root);
    options.root.addEventListener('input', (event) => this.#onTyping(event), { signal });
  }

  /** Greets, and says where the visitor is. */
  welcome(): void {
    const { announcer, messages } = this.#options;
    announcer.say([...said(messages.text('guide.welcome')), ...this.#whereAmI()]);
  }

  do(command: GuideCommand): void {
    const { announcer } = this.#options;
    switch (command) {
      case 'next':
        return this.#step(1, () => true);
      case 'previous':
        return this.#step(-1, () => true);
      case 'nextPart':
        return this.#step(1, (stop, from) => this.#beginsPart(stop, from));
      case 'previousPart':
        return this.#step(-1, (stop, from) => this.#beginsPart(stop, from));
      case 'readOn':
        return this.#readOn();
      case 'repeat':
        return announcer.repeat();
      case 'where':
        return announcer.say(this.#whereAmI());
      case 'silence':
        return announcer.silence();
    }
  }

  /** Falls silent for good. */
  dispose(): void {
    this.#listeners.abort();
    this.#roots.stop();
    this.#regions.stop();
    this.#states.disconnect();
    this.#options.announcer.dispose();
  }

  /** Goes to the nearest stop in a direction that is wanted; at either end, says so and stays. */
  #step(direction: 1 | -1, isWanted: (stop: Stop, from: Stop | undefined) => boolean): void {
    const stops = findStops(this.#options.root);
    const here = this.#indexIn(stops, direction);
    const from = stops[here];
    const ahead = direction === 1 ? stops.slice(here + 1) : stops.slice(0, Math.max(0, here)).reverse();
    const stop = ahead.find((candidate) => isWanted(candidate, from));
    if (stop !== undefined) this.#goTo(stop);
    else this.#sayEnd(direction);
  }

  /** Where the visitor is among the stops, or just before or after where what they were at has gone from. */
  #indexIn(stops: readonly Stop[], direction: 1 | -1): number {
    const current = deepActiveElement() ?? this.#current;
    const index = stops.findIndex(({ element }) => element === current);
    return index >= 0 ? index : direction === 1 ? -1 : stops.length;
  }

  /** A heading, or the first stop of another region. */
  #beginsPart(stop: Stop, from: Stop | undefined): boolean {
    return stop.kind === 'heading' || regionOf(stop.element) !== (from && regionOf(from.element));
  }

  #goTo({ element, kind }: Stop): void {
    if (kind !== 'control' && !element.hasAttribute('tabindex')) {
      // Only for as long as somebody is there: nobody who tabs through should have to pass by every paragraph.
      element.setAttribute('tabindex', '-1');
      element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
    }
    element.focus();
    element.scrollIntoView({ block: 'nearest' });
  }

  #sayEnd(direction: 1 | -1): void {
    const { announcer, messages } = this.#options;
    announcer.say(said(messages.text(direction === 1 ? 'guide.end' : 'guide.start')));
  }

  #onFocus(): void {
    const element = deepActiveElement();
    if (element === null || element === this.#current) return;
    this.#current = element;
    this.#states.disconnect();
    this.#states.observe(element, { attributes: true, attributeFilter: [...STATE_ATTRIBUTES] });
    const { announcer, messages } = this.#options;
    announcer.say([...this.#entering(element), ...describeElement(element, messages), ...descriptionOf(element)]);
  }

  /** The name of the region that was just entered. */
  #entering(element: Element): Speech {
    const region = regionOf(element);
    if (region === this.#region) return [];
    this.#region = region;
    const isHeadingOfIt = region?.getAttribute('aria-labelledby') === element.id && element.id !== '';
    return region === null || isHeadingOfIt || !region.matches('[aria-label], [aria-labelledby]') ? [] : nameOf(region);
  }

  #sayStates(): void {
    const { announcer, messages } = this.#options;
    if (this.#current !== undefined) announcer.say(statesOf(this.#current, messages));
  }

  #onMessage(region: Element): void {
    if (!this.#options.isReading()) this.#options.announcer.sayNext(contentOf(region));
  }

  /** Says what was typed: the letter; what was taken away; otherwise what the field now holds. */
  #onTyping(event: Event): void {
    const [field] = event.composedPath();
    if (!(field instanceof HTMLInputElement)) return;
    const { announcer, messages } = this.#options;
    const typed = event instanceof InputEvent && event.inputType.startsWith('insert') ? event.data : null;
    if (typed !== null) announcer.say(said(typed.trim() === '' ? messages.text('guide.space') : typed));
    else if (event instanceof InputEvent && event.inputType.startsWith('delete'))
      announcer.say(said(messages.text('guide.deleted')));
    else announcer.say(said(field.value.trim() === '' ? messages.text('guide.empty') : field.value));
  }

  #readOn(): void {
    const current = deepActiveElement() ?? this.#current;
    const passage = current?.closest<HTMLElement>(`[${PASSAGE_ATTRIBUTE}]`);
    if (passage) this.#options.readFrom(passage);
  }

  #whereAmI(): Speech {
    const { messages, place } = this.#options;
    const title = findStops(this.#options.root).find(({ kind }) => kind === 'heading')?.element;
    const current = deepActiveElement();
    return [
      ...place(),
      ...(title === undefined ? [] : contentOf(title)),
      ...(current === null || current === title ? [] : describeElement(current, messages)),
    ];
  }
}

const regionOf = (element: Element): Element | null => composedClosest(element, REGIONS);
