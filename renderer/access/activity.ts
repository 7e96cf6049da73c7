/** Whether somebody is at the screen: touches, keys, switches, scrolling by hand, a mouse that is moved (X1). */

/** A mouse that moves less than this trembles by itself, on a table that is leant on or a surface that it misreads. */
const LEAST_MOVE_PX = 4;

/** A slower creep than the least move in this time is no hand either. */
const MOVE_WITHIN_MS = 1000;

/** Tells a mouse that somebody moves from one that trembles or creeps. */
export class MouseMoves {
  #from: { readonly x: number; readonly y: number; readonly atMs: number } | undefined;

  /** @returns whether a hand has moved it */
  moved(x: number, y: number, atMs: number): boolean {
    const from = this.#from;
    if (from === undefined || atMs - from.atMs > MOVE_WITHIN_MS) {
      this.#from = { x, y, atMs };
      return false;
    }
    if (Math.hypot(x - from.x, y - from.y) < LEAST_MOVE_PX) return false;
    this.#from = { x, y, atMs };
    return true;
  }
}

/** How something is done; `key` carries its event, which may be kept from everybody else. */
export type Act = { readonly kind: 'key'; readonly event: KeyboardEvent } | { readonly kind: 'touch' | 'move' };

/**
 * Watches the window until the signal. A key that is held down, or has something lying on it, is one act.
 *
 * @param onAct - called before anybody else hears of it
 */
export function watchActivity(onAct: (act: Act) => void, signal: AbortSignal): void {
  const moves = new MouseMoves();
  const how = { capture: true, passive: true, signal } as const;
  // A finger is told of when it is lifted, and not a moment sooner: if what it touched were gone by then, the browser
  // would make a mouse of it, whose press takes the focus away.
  for (const name of ['touchend', 'touchcancel'] as const)
    window.addEventListener(name, () => onAct({ kind: 'touch' }), how);
  // A mouse, a pen, and the click that an assistive technology makes of nothing.
  for (const name of ['pointerup', 'click'] as const)
    window.addEventListener(
      name,
      (event) => {
        if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') onAct({ kind: 'touch' });
      },
      how,
    );
  for (const name of ['pointerdown', 'touchmove', 'wheel', 'input'] as const)
    window.addEventListener(name, () => onAct({ kind: 'move' }), how);
  window.addEventListener(
    'pointermove',
    ({ pointerType, clientX, clientY, timeStamp }) => {
      if (pointerType !== 'mouse' || moves.moved(clientX, clientY, timeStamp)) onAct({ kind: 'move' });
    },
    how,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.repeat) onAct({ kind: 'key', event });
    },
    { capture: true, signal },
  );
}
