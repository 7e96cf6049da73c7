/**
 * Stops: everything on the screen that one can be at, in reading order. Keypads walk those that act, switch
 * scanning takes them group by group, and spoken guidance walks them all (I4, I5, R7).
 */
import { PASSAGE_ATTRIBUTE, SAID_AS_ATTRIBUTE, SAID_TOGETHER_ATTRIBUTE } from '../reading/passage-key.ts';
import { composedChildren, composedClosest, presentElements } from './composed-tree.ts';

/** `control`: acts when chosen. The others are there to be read or heard. */
export type StopKind = 'control' | 'heading' | 'text' | 'picture';

export interface Stop {
  readonly element: HTMLElement | SVGElement;
  readonly kind: StopKind;
  /** The group it belongs to: the nearest landmark, list or set of choices around it. */
  readonly group: Element;
}

/** What acts: every control of this interface is one of these, and takes the focus. */
export const CONTROLS = 'button, a[href], input, textarea, [role="option"]';

/** What holds together: a group is scanned as one row before its items are. */
const GROUPS =
  'header, nav, main, aside, section, dialog, [role="dialog"], [role="group"], [role="radiogroup"], [role="listbox"], ul, ol';

/** Words that are said in one go. */
const PASSAGE = `[${PASSAGE_ATTRIBUTE}], [${SAID_AS_ATTRIBUTE}]`;

/** While one of these is open, nothing else can be reached. */
const MODAL = 'dialog[open], [aria-modal="true"]';

/** All stops below an element, in reading order; only those of an open dialog where there is one. */
export function findStops(root: Element): readonly Stop[] {
  const elements = [...presentElements(root, isWhole)];
  const modal = elements.findLast((element) => element.matches(MODAL));
  const within = modal === undefined ? elements : [...presentElements(modal, isWhole)];
  return within.flatMap((element): readonly Stop[] => {
    const kind = kindOf(element);
    if (kind === undefined || !(element instanceof HTMLElement || element instanceof SVGElement)) return [];
    return [{ element, kind, group: composedClosest(element, GROUPS) ?? root }];
  });
}

/** The stops that act, for keypads and switches. */
export const controlsOf = (stops: readonly Stop[]): readonly Stop[] => stops.filter(({ kind }) => kind === 'control');

/** A control is at one stop with all that it holds, and so are passages that are said together. */
const isWhole = (element: Element): boolean =>
  element.matches(CONTROLS) || isPicture(element) || element.hasAttribute(SAID_TOGETHER_ATTRIBUTE);

const isPicture = (element: Element): boolean => element.matches('[role="img"], img');

function kindOf(element: Element): StopKind | undefined {
  if (element.matches(CONTROLS)) return 'control';
  if (isPicture(element)) return 'picture';
  const isPassage = element.matches(PASSAGE) || element.hasAttribute(SAID_TOGETHER_ATTRIBUTE);
  if (element.matches('h1, h2, h3, h4') && (isPassage || !holdsPassage(element))) return 'heading';
  if (isPassage) return 'text';
  return isInsidePassage(element) || !hasWordsOfItsOwn(element) ? undefined : 'text';
}

const holdsPassage = (element: Element): boolean => element.querySelector(PASSAGE) !== null;

const isInsidePassage = (element: Element): boolean => element.closest(`${PASSAGE}, h1, h2, h3, h4`) !== null;

/** Words that stand in an element itself, beside what its children say. */
const hasWordsOfItsOwn = (element: Element): boolean =>
  composedChildren(element).some((node) => node instanceof Text && node.data.trim() !== '');
