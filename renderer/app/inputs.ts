/** What people use the kiosk with besides touch: keys, keypads, switches, and a key held to begin by ear (I2–I5, R7). */
import type { LitElement } from 'lit';
import { ByEar } from './by-ear.ts';
import { Keys } from './keys.ts';
import { Pressing } from './pressing.ts';
import { Switching } from './switching.ts';
import type { Kiosk, Workings } from './workings.ts';

/** Listens for them, as long as the root element lives. */
export function listenForInputs(element: LitElement, kiosk: Kiosk, workings: Workings): void {
  const { adapting, attending, beginByEar, column, guiding, moving, opening, reading, staffing } = workings;
  /** Whether any key is the attract screen's, the cover's, or nobody's; by ear one goes on beneath the cover. */
  const isAside = (): boolean => {
    const { content, visit } = kiosk.session() ?? {};
    if (workings.cleaning.seconds !== undefined) return true;
    return content?.view === 'attract' || (visit?.isCovered === true && !visit.preferences.guidance);
  };
  const { presses } = new Pressing(element, {
    preferences: () => kiosk.session()?.visit.preferences,
    pixelsPerMm: () => kiosk.options()?.description.pixelsPerMm ?? 1,
    shown: () => kiosk.view()?.ideas?.idea ?? kiosk.session()?.content,
    mark: () => element.renderRoot.querySelector('kiosk-hold-mark'),
  });
  new Keys(element, {
    keypad: () => kiosk.options()?.description.keypad,
    isAside: () => isAside(),
    ground: () => ({ root: element, isInSight: (element) => column.isInSight(element) }),
    guiding: () => guiding,
    back: () => moving.back(),
    onward: () => moving.onward(),
    more: () => column.turn('more'),
    close: () => opening.close(),
    help: () => void opening.toggle('ways'),
    repeat: () => reading.repeat(),
    alongside: () => {
      if (kiosk.session()?.visit.isAlongside === true) void opening.toggle('alongside');
      else staffing.do('alongside');
    },
  });
  // Before what listens for held keys: while somebody scans, their switches are nothing else.
  new Switching(element, {
    root: element,
    session: () => kiosk.session(),
    counts: () => presses.press(performance.now()),
    keys: () => kiosk.options()?.description.switches,
    isAside: () => isAside() || attending.isAsking,
    isInSight: (element) => column.isInSight(element),
    isBeingSaid: () => guiding.caption !== '',
    frame: () => element.renderRoot.querySelector('kiosk-scan-frame'),
    turnOn: () => adapting.prefer({ switches: 'one' }),
  });
  new ByEar(element, {
    keypad: () => kiosk.options()?.description.keypad,
    begin: () => beginByEar(),
  });
}
