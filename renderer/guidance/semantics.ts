/**
 * What the accessibility semantics of an element say, as speech: name, role, state, position (R7, WCAG 4.1.2).
 * Nothing here knows a view: what a screen reader would be told is what guidance says.
 */
import type { PlainMessageKey } from '../../content/format/index.ts';
import { PASSAGE_ATTRIBUTE, SAID_AS_ATTRIBUTE } from '../reading/passage-key.ts';
import type { Messages } from '../visit/messages.ts';
import { type Speech, said } from './speech.ts';

/** Roles that are said, with the word for each. Others are plain text to the ear. */
const roleWords: Readonly<Record<string, PlainMessageKey>> = {
  button: 'guide.button',
  link: 'guide.link',
  heading: 'guide.heading',
  textbox: 'guide.field',
  searchbox: 'guide.field',
  combobox: 'guide.field',
  img: 'guide.picture',
};

/** What each state is called, where it is worth saying, by attribute and value. */
const stateWords: Readonly<Record<string, Readonly<Record<string, PlainMessageKey>>>> = {
  'aria-pressed': { true: 'guide.chosen', false: 'guide.notChosen' },
  'aria-checked': { true: 'guide.chosen', false: 'guide.notChosen' },
  'aria-selected': { true: 'guide.chosen' },
  'aria-expanded': { true: 'guide.open', false: 'guide.closed' },
  'aria-current': { true: 'guide.current', page: 'guide.current' },
  'aria-disabled': { true: 'guide.notNow' },
};

/** The attributes whose change is worth saying while the focus stays where it is. */
export const STATE_ATTRIBUTES = Object.keys(stateWords);

/** An element's role: what it says of itself, else what its kind implies; `undefined` for plain text. */
export function roleOf(element: Element): string | undefined {
  const role = element.getAttribute('role');
  if (role !== null) return role;
  if (element.matches('button')) return 'button';
  if (element.matches('a[href]')) return 'link';
  if (element.matches('h1, h2, h3, h4')) return 'heading';
  if (element.matches('input, textarea')) return 'textbox';
  return undefined;
}

/** Everything there is to say of an element. */
export function describeElement(element: Element, messages: Messages): Speech {
  const position = positionOf(element);
  const role = roleWords[roleOf(element) ?? ''];
  return [
    ...nameOf(element),
    ...(role === undefined ? [] : said(messages.text(role))),
    ...valueOf(element, messages),
    ...statesOf(element, messages),
    ...(position === undefined ? [] : said(messages.format('guide.position', position))),
  ];
}

/** The states of an element alone, for when one of them has changed. */
export function statesOf(element: Element, messages: Messages): Speech {
  return Object.entries(stateWords).flatMap(([attribute, words]) => {
    const key = words[element.getAttribute(attribute) ?? ''];
    return key === undefined ? [] : said(messages.text(key));
  });
}

/** What stands in a field. */
function valueOf(element: Element, messages: Messages): Speech {
  if (!(element instanceof HTMLInputElement)) return [];
  return said(element.value.trim() === '' ? messages.text('guide.empty') : element.value);
}

/**
 * An element's accessible name: `aria-labelledby`, then `aria-label`, then the label of a field, then what it
 * holds. The part of the computation that this interface uses; a test compares it with the whole.
 *
 * @see https://www.w3.org/TR/accname-1.2/
 */
export function nameOf(element: Element): Speech {
  const labels = idsOf(element, 'aria-labelledby');
  if (labels.length > 0) return labels.flatMap(contentOf);
  const label = element.getAttribute('aria-label');
  if (label !== null) return said(label);
  if (element instanceof HTMLInputElement) return [...(element.labels ?? [])].flatMap(contentOf);
  return contentOf(element);
}

/** What an element describes itself with besides its name. */
export const descriptionOf = (element: Element): Speech => idsOf(element, 'aria-describedby').flatMap(contentOf);

function idsOf(element: Element, attribute: string): readonly Element[] {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return [];
  const ids = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  return ids.map((id) => root.getElementById(id)).filter((found) => found !== null);
}

/** What an element holds, in reading order: passages as such, everything else as the interface's words. */
export function contentOf(element: Element): Speech {
  const key = element.getAttribute(PASSAGE_ATTRIBUTE) ?? element.getAttribute(SAID_AS_ATTRIBUTE);
  if (key !== null) return [{ kind: 'passage', key, text: textOf(element) }];
  return merged([...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])].flatMap(nodeSpeech));
}

function nodeSpeech(node: Node): Speech {
  if (node instanceof Text) return said(node.data);
  if (!(node instanceof Element) || isUnheard(node)) return [];
  return node.hasAttribute('aria-label') ? nameOf(node) : contentOf(node);
}

/** The words of a passage: in runs where it has any, since icons may stand between them. */
function textOf(element: Element): string {
  const runs = [...element.querySelectorAll('.run')];
  const texts = runs.length > 0 ? runs.map((run) => run.textContent) : [element.textContent];
  return texts.join('').replace(/\s+/g, ' ').trim();
}

/** Not for the ear: hidden from all, or a picture beside words that say the same. */
const isUnheard = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.matches('style, script, [hidden], svg:not([role="img"])') ||
  !element.checkVisibility({ visibilityProperty: true });

const OPENS = /[“‘«(]$/u;
const CLOSES = /^[”’»),.;:!?،؛؟]/u;

/** Neighbouring words of the interface are one stretch: 'Volume', '7 of 10'. */
function merged(speech: Speech): Speech {
  const whole: Speech[number][] = [];
  for (const stretch of speech) {
    const last = whole.at(-1);
    if (stretch.kind === 'text' && last?.kind === 'text') {
      // A sign stands at its word: a word in quotation marks may be an element of its own, and the marks are not.
      const gap = OPENS.test(last.text) || CLOSES.test(stretch.text) ? '' : ' ';
      whole[whole.length - 1] = { kind: 'text', text: last.text + gap + stretch.text };
    } else whole.push(stretch);
  }
  return whole;
}

/** Which of how many an element is, among the items of its list or the choices of its group. */
function positionOf(element: Element): { readonly index: number; readonly count: number } | undefined {
  const item = element.closest('li, [role="option"]');
  const siblings =
    item === null
      ? [...(element.closest('[role="group"], [role="radiogroup"]')?.querySelectorAll('button') ?? [])]
      : [...(item.parentElement?.children ?? [])].filter((other) => other.localName === item.localName);
  const index = siblings.indexOf(item ?? element);
  return index < 0 || siblings.length < 2 ? undefined : { index: index + 1, count: siblings.length };
}
