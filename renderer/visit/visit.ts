/**
 * A visit: everything that belongs to the one person at the screen, in one value.
 *
 * Visits are immutable; each function returns the next one. Ending a visit is dropping the value and
 * everything drawn from it, never clearing it field by field (X3, principle 4).
 */
import { defaultPreferences, type Preferences } from './preferences.ts';
import { type Route, formatRoute, sameView } from './routes.ts';

/** What is open beside the reading column. At most one at a time. */
export type PanelName = 'size' | 'colours' | 'reading' | 'contents';

/** A place to come back to: where, and how far down the visitor had read, in CSS pixels. */
export interface Place {
  readonly route: Route;
  readonly scrollTop: number;
}

export interface Visit {
  /** Unlike any other visit of this process; what is drawn is keyed by it. */
  readonly id: number;
  readonly route: Route;
  /** How far down the view to start, when the visitor came back to it; otherwise at its top or its part. */
  readonly returnTo: number | undefined;
  /** Places behind this one, nearest last. */
  readonly trail: readonly Place[];
  readonly panel: PanelName | undefined;
  readonly preferences: Preferences;
  /** The option chosen for each choice block, by `page/choice`. */
  readonly choices: Readonly<Record<string, string>>;
}

/** The longest trail that is kept; the oldest places fall off. */
const TRAIL_LENGTH = 50;

let visits = 0;

/** A fresh visit at a route, with everything at its default. */
export function startVisit(route: Route): Visit {
  visits += 1;
  return {
    id: visits,
    route,
    returnTo: undefined,
    trail: [],
    panel: undefined,
    preferences: defaultPreferences,
    choices: {},
  };
}

/** Goes somewhere; where the visitor was becomes the nearest place behind. Going home starts the trail anew. */
export function goTo(visit: Visit, route: Route, scrollTop: number): Visit {
  if (formatRoute(route) === formatRoute(visit.route)) return { ...visit, panel: closing(visit.panel) };
  const trail = route.view === 'home' ? [] : [...visit.trail, { route: visit.route, scrollTop }].slice(-TRAIL_LENGTH);
  const panel = sameView(route, visit.route) ? closing(visit.panel) : undefined;
  return { ...visit, route, returnTo: undefined, trail, panel };
}

/** Whether there is anything to go back from: a panel, a place behind, or a view that is not home. */
export function canGoBack(visit: Visit): boolean {
  return visit.panel !== undefined || visit.trail.length > 0 || visit.route.view !== 'home';
}

/** One step back: closes an open panel, else returns to the nearest place behind, else goes home (C12). */
export function goBack(visit: Visit): Visit {
  if (visit.panel !== undefined) return { ...visit, panel: undefined };
  const place = visit.trail.at(-1);
  if (place === undefined) return { ...visit, route: { view: 'home' }, returnTo: undefined };
  return { ...visit, route: place.route, returnTo: place.scrollTop, trail: visit.trail.slice(0, -1) };
}

/** Opens a panel, or closes it when it is the one that is open. */
export function togglePanel(visit: Visit, panel: PanelName): Visit {
  return { ...visit, panel: visit.panel === panel ? undefined : panel };
}

export function prefer(visit: Visit, change: Partial<Preferences>): Visit {
  return { ...visit, preferences: { ...visit.preferences, ...change } };
}

/** Remembers the option chosen for a choice block of a page. */
export function choose(visit: Visit, page: string, choice: string, option: string): Visit {
  return { ...visit, choices: { ...visit.choices, [`${page}/${choice}`]: option } };
}

/** The options chosen on a page, by choice block. */
export function choicesOf(visit: Visit, page: string): Readonly<Record<string, string>> {
  const prefix = `${page}/`;
  return Object.fromEntries(
    Object.entries(visit.choices)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, option]) => [key.slice(prefix.length), option]),
  );
}

/** The list of parts has done its work once a place is chosen; settings and reading stay open. */
const closing = (panel: PanelName | undefined): PanelName | undefined => (panel === 'contents' ? undefined : panel);
