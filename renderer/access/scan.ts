/**
 * Scanning with one switch or two (I5): what can be pressed is shown row by row, then item by item, and a press
 * chooses what is shown. Knows nothing of the screen and keeps no list: what there is, is asked for at each step.
 */

/** What is taken together before its items are: never empty. */
export type Row<Item> = readonly Item[];

/** What is shown, for the person to press or to let go by. */
export type Mark<Item> =
  | { readonly kind: 'row'; readonly row: Row<Item> }
  | { readonly kind: 'item'; readonly row: Row<Item>; readonly item: Item }
  /** The step after the last item: a press goes back to the rows. */
  | { readonly kind: 'up'; readonly row: Row<Item> }
  /** Nothing moves until the next press. */
  | { readonly kind: 'waiting' };

/** Time as a scan needs it; tests bring their own. */
export interface ScanClock {
  /** Calls back once; the result takes that back. */
  readonly after: (ms: number, act: () => void) => () => void;
}

export interface ScanOptions<Item> {
  /** All rows there are at this moment, in reading order. */
  readonly rows: () => readonly Row<Item>[];
  /** How long each step is shown, in ms; `undefined` where a second switch goes on instead of time. */
  readonly dwellMs: () => number | undefined;
  readonly clock: ScanClock;
  /** Whether the step that is shown is still being said; then it stays. */
  readonly isBeingSaid: () => boolean;
  readonly onMark: (mark: Mark<Item>) => void;
  readonly choose: (item: Item) => void;
}

/** Somebody who has just seen where it begins needs longer than for the steps after it. */
export const FIRST_STEP_FACTOR = 2;

/** How many times all rows, or all items of a row, are gone through without a press. */
export const PASSES = 3;

/** How soon it is asked again whether a step has been said to its end, in ms, and how often at most. */
const SAYING_MS = 250;
const MOST_SAYING = 60;

/** Where the scan is, by what it is at: rows come and go. */
interface Place<Item> {
  readonly level: 'rows' | 'items';
  readonly anchor: Item;
  /** The row's place among the rows, or the item's in its row; one past the last item is the way up. */
  readonly index: number;
  readonly pass: number;
  /** Whether the item has just been pressed: after it come the rows again. */
  readonly isPressed: boolean;
}

export class Scan<Item> {
  readonly #options: ScanOptions<Item>;
  #place: Place<Item> | undefined;
  #stopClock: (() => void) | undefined;

  constructor(options: ScanOptions<Item>) {
    this.#options = options;
  }

  /** Begins with the rows: with the one that has an item, or with the first. */
  begin(at?: Item): void {
    const rows = this.#options.rows();
    const found = at === undefined ? -1 : rows.findIndex((row) => row.includes(at));
    this.#toRow(Math.max(0, found), 1, true);
  }

  /** Shows nothing more until it begins again. */
  stop(): void {
    this.#stopClock?.();
    this.#place = undefined;
  }

  /** The switch that goes on: shows the next row or item at once. */
  next(): void {
    if (this.#place === undefined) this.begin();
    else this.#step();
  }

  /** The switch that chooses: goes into the row, presses the item, or goes back up. */
  press(): void {
    const place = this.#place;
    if (place === undefined) {
      this.begin();
      return;
    }
    const rows = this.#options.rows();
    // What was shown has gone: nobody meant what stands there now.
    const at = rows.findIndex((candidate) => candidate.includes(place.anchor));
    const row = rows[at];
    if (row === undefined) this.begin();
    else if (place.level === 'rows') {
      const [only] = row;
      if (row.length === 1 && only !== undefined) this.#choose(row, 0, only);
      else this.#toItem(row, 0, 1, true);
    } else {
      const index = this.#itemAt(row, place);
      const item = row[index];
      if (item === undefined) this.#toRow(at, 1, true);
      else this.#choose(row, index, item);
    }
  }

  /** Presses an item, and stays with it for a while: ‘More’ and ‘Longer’ are pressed again and again. */
  #choose(row: Row<Item>, index: number, item: Item): void {
    this.#options.choose(item);
    this.#toItem(row, index, 1, true, true);
  }

  #step(): void {
    const place = this.#place;
    if (place === undefined) return;
    const rows = this.#options.rows();
    const at = this.#rowAt(rows, place);
    const row = rows[at];
    if (place.level === 'rows' || row === undefined) {
      const isRound = at + 1 >= rows.length;
      this.#toRow(isRound ? 0 : at + 1, place.pass + (isRound ? 1 : 0), isRound);
      return;
    }
    const item = this.#itemAt(row, place) + 1;
    if (place.isPressed) this.#toRow(at, 1, true);
    else if (item <= row.length) this.#toItem(row, item, place.pass, false);
    else if (place.pass < PASSES || this.#options.dwellMs() === undefined) this.#toItem(row, 0, place.pass + 1, true);
    else this.#toRow(at, 1, true);
  }

  #toRow(index: number, pass: number, isFirst: boolean): void {
    const row = this.#options.rows()[index] ?? this.#options.rows()[0];
    const anchor = row?.[0];
    const dwellMs = this.#options.dwellMs();
    if (row === undefined || anchor === undefined || (dwellMs !== undefined && pass > PASSES)) {
      this.stop();
      this.#options.onMark({ kind: 'waiting' });
      return;
    }
    this.#show({ level: 'rows', anchor, index, pass, isPressed: false }, { kind: 'row', row }, isFirst);
  }

  #toItem(row: Row<Item>, index: number, pass: number, isFirst: boolean, isPressed = false): void {
    const item = row[index];
    const anchor = item ?? row[0];
    if (anchor === undefined) return;
    const mark: Mark<Item> = item === undefined ? { kind: 'up', row } : { kind: 'item', row, item };
    this.#show({ level: 'items', anchor, index, pass, isPressed }, mark, isFirst);
  }

  #show(place: Place<Item>, mark: Mark<Item>, isFirst: boolean): void {
    this.#place = place;
    this.#options.onMark(mark);
    this.#stopClock?.();
    const dwellMs = this.#options.dwellMs();
    if (dwellMs !== undefined) this.#stepAfter(dwellMs * (isFirst ? FIRST_STEP_FACTOR : 1), MOST_SAYING);
  }

  #stepAfter(ms: number, asksLeft: number): void {
    this.#stopClock = this.#options.clock.after(ms, () => {
      if (asksLeft > 0 && this.#options.isBeingSaid()) this.#stepAfter(SAYING_MS, asksLeft - 1);
      else this.#step();
    });
  }

  /** The row a place is in now; where it was, if what it was at has gone. */
  #rowAt(rows: readonly Row<Item>[], { level, anchor, index }: Place<Item>): number {
    const found = rows.findIndex((row) => row.includes(anchor));
    return found >= 0 || level === 'items' ? found : Math.min(index, rows.length - 1);
  }

  #itemAt(row: Row<Item>, { anchor, index }: Place<Item>): number {
    return row[index] === anchor || index >= row.length ? index : Math.max(0, row.indexOf(anchor));
  }
}
