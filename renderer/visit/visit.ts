/**
 * A visit: everything that belongs to the one person at the screen, in one value.
 *
 * Visits are immutable; each function returns the next one. Ending a visit is dropping the value and
 * everything drawn from it, never clearing it field by field (X3, principle 4).
 */
import { defaultPreferences, type DisplayPreferences, displayOf, type Preferences } from './preferences.ts';
import { type Route, formatRoute, sameView } from './routes.ts';
import type { KeptItem, TakenOut } from './summary.ts';

/** What is open beside the reading column. At most one at a time. */
export type PanelName =
  | 'alongside'
  | 'size'
  | 'colours'
  | 'reading'
  | 'contents'
  | 'ways'
  | 'language'
  | 'keyboard'
  | 'times'
  | 'headphones'
  | 'ending';

/**
 * How far down a view somebody had read: the first passage on the screen, by its key, and how far below
 * the upper edge it stood, in CSS pixels. Holds whatever size the words have by the time they come back.
 */
export interface ReadingPlace {
  readonly passage: string;
  readonly offset: number;
}

/** A place to come back to. At the top of a view there is no `readTo`. */
export interface Place {
  readonly route: Route;
  readonly readTo: ReadingPlace | undefined;
}

export interface Visit {
  /** Unlike any other visit of this process; what is drawn is keyed by it. */
  readonly id: number;
  readonly route: Route;
  /** It is no visitor’s, but that of somebody who looks after the kiosk; it ends where it leaves what is theirs (V1). */
  readonly isStaff: boolean;
  /** A volunteer sits with the visitor, and both see what helps them (V2). */
  readonly isAlongside: boolean;
  /** Whether the visitor came back to this place, and to where in it; otherwise they start at its top or part. */
  readonly returned: Place | undefined;
  /** Places behind this one, nearest last. */
  readonly trail: readonly Place[];
  readonly panel: PanelName | undefined;
  readonly preferences: Preferences;
  /** What 'Put it back' has just undone, until something else is chosen; only then can it be undone itself. */
  readonly undone: DisplayPreferences | undefined;
  /** Whether what is on the screen is hidden behind the cover (D9). */
  readonly isCovered: boolean;
  /** What the visitor looks for, as they typed it; it is in no address and in nothing that outlives the visit (S3). */
  readonly query: string;
  /** The question that is being written, and those of the visitor's own (C7). */
  readonly draft: string;
  readonly ownQuestions: readonly string[];
  /** The option chosen for each choice block, by `page/choice`. */
  readonly choices: Readonly<Record<string, string>>;
  /** What the visitor keeps, in their order (P1), and what they took out of it last. */
  readonly kept: readonly KeptItem[];
  readonly takenOut: TakenOut | undefined;
  /** What was kept when it was last sent to the desk. */
  readonly sent: readonly KeptItem[] | undefined;
  /** Whether they were asked before the end what becomes of it (X2). */
  readonly hasAsked: boolean;
}

/** The longest trail that is kept; the oldest places fall off. */
const TRAIL_LENGTH = 50;

let visits = 0;

/** A fresh visit at a route, with everything at its default. One that begins at the staff’s screen is theirs. */
export function startVisit(route: Route): Visit {
  visits += 1;
  return {
    id: visits,
    route,
    isStaff: route.view === 'staff',
    isAlongside: false,
    returned: undefined,
    trail: [],
    panel: undefined,
    preferences: defaultPreferences,
    undone: undefined,
    isCovered: false,
    query: '',
    draft: '',
    ownQuestions: [],
    choices: {},
    kept: [],
    takenOut: undefined,
    sent: undefined,
    hasAsked: false,
  };
}

/** Goes somewhere; where the visitor was becomes the nearest place behind. Going home starts the trail anew. */
export function goTo(visit: Visit, route: Route, readTo: ReadingPlace | undefined): Visit {
  const panel = panelAt(visit, route);
  const here = { ...visit, route, returned: undefined, panel };
  if (formatRoute(route) === formatRoute(visit.route)) return here;
  // Nobody goes back to before their visit or to its first question, and home is where every trail begins.
  if (route.view === 'home' || visit.route.view === 'attract' || visit.route.view === 'welcome')
    return { ...here, trail: [] };
  return { ...here, trail: [...visit.trail, { route: visit.route, readTo }].slice(-TRAIL_LENGTH) };
}

/** Whether there is anything to go back from: a panel, a place behind, or a view no visit begins at. */
export function canGoBack(visit: Visit): boolean {
  const isStart = visit.route.view === 'home' || visit.route.view === 'welcome';
  return visit.panel !== undefined || visit.trail.length > 0 || !isStart;
}

/** One step back: closes an open panel, else returns to the nearest place behind, else goes home (C12). */
export function goBack(visit: Visit): Visit {
  if (visit.panel !== undefined) return { ...visit, panel: undefined };
  const place = visit.trail.at(-1);
  if (place === undefined) return { ...visit, route: { view: 'home' }, returned: undefined };
  return { ...visit, route: place.route, returned: place, trail: visit.trail.slice(0, -1) };
}

/** Opens a panel, or closes it when it is the one that is open. */
export function togglePanel(visit: Visit, panel: PanelName): Visit {
  return { ...visit, panel: visit.panel === panel ? undefined : panel };
}

/** Hides what is on the screen behind the cover, or shows it again; nothing else changes. */
export function cover(visit: Visit, isCovered: boolean): Visit {
  return { ...visit, isCovered };
}

export function prefer(visit: Visit, change: Partial<Preferences>): Visit {
  return { ...visit, preferences: { ...visit.preferences, ...change }, undone: undefined };
}

/** 'Put it back': everything looks as it did when the visit began. Pressed again, it is undone itself. */
export function putBack(visit: Visit): Visit {
  const { preferences, undone } = visit;
  if (undone !== undefined) return prefer(visit, undone);
  return { ...prefer(visit, displayOf(defaultPreferences)), undone: displayOf(preferences) };
}

/** Remembers the option chosen for a choice block of a page. */
export function choose(visit: Visit, page: string, choice: string, option: string): Visit {
  return { ...visit, choices: { ...visit.choices, [`${page}/${choice}`]: option } };
}

/** Those of a visit's choices that were made on a page, by choice block. */
export function choicesOf(choices: Visit['choices'], page: string): Readonly<Record<string, string>> {
  const prefix = `${page}/`;
  return Object.fromEntries(
    Object.entries(choices)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, option]) => [key.slice(prefix.length), option]),
  );
}

/** Whoever comes to search wants to type; elsewhere nothing is open but what was, at the same place. */
function panelAt(visit: Visit, route: Route): PanelName | undefined {
  if (sameView(route, visit.route)) return closing(visit.panel);
  if (route.view === 'search') return 'keyboard';
  // What helps two people stays beside whatever they read.
  return visit.panel === 'alongside' ? 'alongside' : undefined;
}

/** The list of parts has done its work once a place is chosen; settings and reading stay open. */
const closing = (panel: PanelName | undefined): PanelName | undefined => (panel === 'contents' ? undefined : panel);
