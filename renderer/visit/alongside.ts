/**
 * Sitting alongside (V2): how a visit goes on when a volunteer joins it, what becomes of what the visitor had read by
 * then, and what is left of both when the kiosk is handed back. Pure.
 */
import { MOST_KEPT, keptKeys, keptKey } from './summary.ts';
import { defaultPreferences, type Preferences } from './preferences.ts';
import { goBack, startVisit, type Visit } from './visit.ts';

/** Where one goes to enter a PIN, or to find the way there: none of it is what a visitor reads. */
const onTheWay: ReadonlySet<Visit['route']['view']> = new Set(['staff', 'about']);

/** The visit as it was before somebody went to enter the PIN. */
export function beforeThePin(visit: Visit): Visit {
  let before: Visit = { ...visit, panel: undefined };
  while (onTheWay.has(before.route.view)) before = goBack(before);
  return before;
}

/** Whether there is anything in a visit that another should not see unasked. */
export function hasRead({ route, trail, kept, ownQuestions, draft, query, choices }: Visit): boolean {
  const isStart = route.view === 'attract' || route.view === 'welcome' || route.view === 'home';
  const hasWritten = ownQuestions.length > 0 || draft !== '' || query !== '';
  return !isStart || trail.length > 0 || kept.length > 0 || hasWritten || Object.keys(choices).length > 0;
}

/**
 * The visit that two people begin: at home, and with nothing of what the visitor read. How they see and hear goes on,
 * since nobody who needs large words should have to ask for them again.
 */
export function sitDown(before: Visit): Visit {
  return { ...startVisit({ view: 'home' }), isAlongside: true, preferences: before.preferences, panel: 'alongside' };
}

/** The visitor has agreed: they go on where they were, with what both have kept since. */
export function bringBack(now: Visit, before: Visit): Visit {
  const isThere = keptKeys(before.kept);
  return {
    ...before,
    id: startVisit({ view: 'home' }).id,
    isAlongside: true,
    preferences: now.preferences,
    panel: 'alongside',
    kept: [...before.kept, ...now.kept.filter((item) => !isThere.has(keptKey(item)))].slice(0, MOST_KEPT),
    takenOut: undefined,
    // Part of it may be on no paper.
    sent: undefined,
    hasAsked: false,
    ownQuestions: [...new Set([...before.ownQuestions, ...now.ownQuestions])],
  };
}

/** What is looked at when the kiosk has been handed back, in the order it is told. */
export type WipedThing = 'read' | 'kept' | 'typed' | 'display' | 'language' | 'host';

/** What is known when the kiosk has been handed back. */
export interface AfterVisit {
  readonly visit: Visit;
  readonly language: string;
  readonly defaultLanguage: string;
  /** Whether the host has let go of its side; `undefined` until it has answered. */
  readonly isHostDone: boolean | undefined;
}

const isDefault = (preferences: Preferences): boolean =>
  (Object.keys(defaultPreferences) as (keyof Preferences)[]).every(
    (name) => preferences[name] === defaultPreferences[name],
  );

/** Looks whether everything is gone. What is not known yet is absent. */
export function lookForTraces({ visit, language, defaultLanguage, isHostDone }: AfterVisit): readonly {
  readonly thing: WipedThing;
  readonly isGone: boolean;
}[] {
  const isRead = visit.trail.length > 0 || visit.returned !== undefined || Object.keys(visit.choices).length > 0;
  return [
    { thing: 'read', isGone: !isRead },
    { thing: 'kept', isGone: visit.kept.length === 0 && visit.takenOut === undefined && visit.sent === undefined },
    { thing: 'typed', isGone: visit.query === '' && visit.draft === '' && visit.ownQuestions.length === 0 },
    { thing: 'display', isGone: isDefault(visit.preferences) },
    { thing: 'language', isGone: language === defaultLanguage },
    ...(isHostDone === undefined ? [] : [{ thing: 'host' as const, isGone: isHostDone }]),
  ];
}
