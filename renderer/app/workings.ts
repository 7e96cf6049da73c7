/** What the root element is put together from: a part for each thing it does, and what the parts know of each other. */
import type { LitElement } from 'lit';
import type { Calibration } from '../host/contract.ts';
import type { View } from '../views/view.ts';
import type { Messages } from '../visit/messages.ts';
import { type Visit, startVisit } from '../visit/visit.ts';
import { Adapting } from './adapting.ts';
import { Alongside } from './alongside.ts';
import { Attending } from './attending.ts';
import { Calibrating } from './calibrating.ts';
import { Cleaning } from './cleaning.ts';
import { Column } from './column.ts';
import { Covering } from './covering.ts';
import { Desk } from './desk.ts';
import { Guiding } from './guiding.ts';
import { Hearing } from './hearing.ts';
import { Keeping } from './keeping.ts';
import type { KioskOptions } from './kiosk-options.ts';
import { Languages } from './languages.ts';
import { Moving } from './moving.ts';
import { Opening } from './opening.ts';
import { Printing } from './printing.ts';
import { ReadingAloud } from './reading-aloud.ts';
import { Searching } from './searching.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';
import { Staffing } from './staffing.ts';
import { Upkeep } from './upkeep.ts';

/** What the parts need of the root element. */
export interface Kiosk {
  /** Nothing before the kiosk has started. */
  readonly options: () => KioskOptions | undefined;
  readonly session: () => Session | undefined;
  readonly view: () => View | null;
  /** Resolves once what was changed is drawn. */
  readonly drawn: () => Promise<void>;
  /** Drops the visit under way and starts another, in the site’s language unless it goes on in another. */
  readonly begin: (visit: Visit, messages?: Messages) => Promise<void>;
  /** Ends the visit. */
  readonly end: () => void;
  /** The screen has been measured. */
  readonly measure: (calibration: Calibration) => void;
  /** The loudest step is so loud from now on, in per cent. */
  readonly limitVolume: (percent: number) => void;
}

/** The parts, by what they do. */
export type Workings = ReturnType<typeof createWorkings>;

/**
 * Makes the parts. They are controllers of the root element in this order, which matters: who sees whether somebody is
 * there hears keys and touches before all others.
 */
export function createWorkings(element: LitElement, kiosk: Kiosk) {
  const tellMissing = (): void => {
    void kiosk.options()?.host.reportProblem({ code: 'document-missing' });
  };
  /** Somebody cannot see what is offered: guidance comes on, and what the key they held had opened goes away. */
  const beginByEar = (): void => {
    const session = kiosk.session();
    if (session === undefined || session.visit.preferences.guidance) return;
    const { panel } = session.visit;
    if (session.content?.view === 'attract') moving.go({ view: 'welcome' });
    if (panel === 'ways') opening.close();
    adapting.prefer({ guidance: true });
  };
  const column = new Column(element, () => ({
    scroller: element.renderRoot.querySelector<HTMLElement>('.scroller'),
    veil: element.renderRoot.querySelector<HTMLElement>('.veil'),
    view: kiosk.view(),
    pager: element.renderRoot.querySelector('kiosk-pager'),
  }));
  const stage: Stage = {
    column,
    session: () => kiosk.session(),
    view: () => kiosk.view(),
    drawn: () => kiosk.drawn(),
  };
  // Before all others that hear keys and touches: what answers the question is for nobody else.
  const attending: Attending = new Attending(element, stage, {
    site: () => staffing.held(kiosk.options()?.description, kiosk.session()?.visit.isAlongside === true),
    warning: () => element.renderRoot.querySelector('kiosk-still-here'),
    isOccupied: () => kiosk.session()?.reader.status === 'playing' || guiding.caption !== '' || printing.isUnderWay,
    maySay: () => hearing.allows(null),
    acted: () => staffing.acted(),
    end: () => kiosk.end(),
  });
  const staffing: Staffing = new Staffing(element, {
    host: () => kiosk.options()?.host,
    begin: () => void kiosk.begin(startVisit({ view: 'staff' })),
    end: () => kiosk.end(),
    go: () => moving.go({ view: 'staff' }),
    isShown: () => kiosk.session()?.content?.view === 'staff',
    sitDown: () => void alongside.sitDown(),
    clean: () => cleaning.begin(),
    limited: (percent) => kiosk.limitVolume(percent),
  });
  const cleaning = new Cleaning(element, () => kiosk.drawn());
  const reading = new ReadingAloud(stage);
  const opening = new Opening(stage, reading, () => element.renderRoot);
  const moving: Moving = new Moving(stage, {
    reading,
    isFocusInPanel: () => element.shadowRoot?.activeElement?.matches('.panel') === true,
    closePanel: () => opening.close(),
    end: () => kiosk.end(),
  });
  const calibrating = new Calibrating(element, {
    host: () => kiosk.options()?.host,
    token: () => staffing.token,
    onSaved: (calibration) => kiosk.measure(calibration),
  });
  const languages = new Languages(element, {
    session: () => kiosk.session(),
    onMissing: () => tellMissing(),
  });
  const adapting = new Adapting(stage, {
    reading,
    moving,
    languages,
    pixelsPerMm: () => kiosk.options()?.description.pixelsPerMm ?? 1,
  });
  const alongside: Alongside = new Alongside(element, {
    session: () => kiosk.session(),
    begin: (visit, messages) => kiosk.begin(visit, messages),
    adapting,
    onMissing: () => tellMissing(),
  });
  const covering: Covering = new Covering(stage, () => element.renderRoot.querySelector('kiosk-cover'));
  const guiding = new Guiding(element, {
    root: element,
    session: () => kiosk.session(),
    readFrom: (passage) => reading.from(passage),
    maySay: () => hearing.allows(),
    onHeld: () => hearing.ask(),
  });
  const hearing: Hearing = new Hearing(element, stage, {
    keypad: () => kiosk.options()?.description.keypad,
    rules: () => kiosk.options()?.description.sound,
    togglePanel: () => opening.toggle('headphones'),
    begin: () => beginByEar(),
    guiding: { silence: () => guiding.do('silence'), sayWhere: () => guiding.do('where') },
  });
  const searching: Searching = new Searching(element, {
    session: () => kiosk.session(),
    onFailure: () => tellMissing(),
  });
  const printing: Printing = new Printing(element, {
    host: () => kiosk.options()?.host,
    rules: () => kiosk.options()?.description.print,
    session: () => kiosk.session(),
  });
  const desk: Desk = new Desk(element, {
    host: () => kiosk.options()?.host,
    token: () => {
      const isOpen = kiosk.session()?.content?.view === 'staff' && staffing.isInside;
      return isOpen && kiosk.options()?.description.print !== undefined ? staffing.token : undefined;
    },
    isOut: (reply) => staffing.isOut(reply),
    language: () => kiosk.session()?.messages.language ?? '',
    languages: () => languages.all,
  });
  const upkeep: Upkeep = new Upkeep(element, {
    host: () => kiosk.options()?.host,
    token: () => {
      const isOpen = kiosk.session()?.content?.view === 'staff' && staffing.isInside;
      return isOpen && staffing.kiosk !== undefined ? staffing.token : undefined;
    },
    isOut: (reply) => staffing.isOut(reply),
  });
  const keeping = new Keeping({
    session: () => kiosk.session(),
    printing,
    ask: () => void opening.toggle('ending'),
    end: () => kiosk.end(),
  });
  return {
    column,
    stage,
    attending,
    staffing,
    reading,
    opening,
    moving,
    calibrating,
    cleaning,
    languages,
    adapting,
    alongside,
    covering,
    guiding,
    hearing,
    searching,
    printing,
    desk,
    upkeep,
    keeping,
    beginByEar,
  } as const;
}
