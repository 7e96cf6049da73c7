/** What is done at each event by which the elements below tell what a person wants. */
import type { LitElement } from 'lit';
import { linkedRoute } from '../components/link.ts';
import { addQuestion, changeQuestion, write } from '../visit/own-questions.ts';
import { type Visit, choose } from '../visit/visit.ts';
import { listen } from './listen.ts';
import type { Kiosk, Workings } from './workings.ts';

/** Does it, as long as the root element lives. */
export function doWhatIsWanted(element: LitElement, kiosk: Kiosk, workings: Workings): void {
  const {
    adapting,
    alongside,
    calibrating,
    column,
    covering,
    desk,
    hearing,
    keeping,
    moving,
    opening,
    reading,
    staffing,
    upkeep,
  } = workings;
  element.addEventListener('click', (event) => {
    const route = linkedRoute(event);
    if (route !== undefined) moving.go(route);
  });
  const change = (next: (visit: Visit) => Visit): void => {
    const session = kiosk.session();
    session?.change(next(session.visit));
  };
  listen(element, {
    ...keeping.handlers,
    'kiosk-go': (route) => moving.go(route),
    'kiosk-back': () => moving.back(),
    'kiosk-language': (language) => void adapting.speak(language),
    'kiosk-panel': (panel) => void opening.toggle(panel),
    'kiosk-prefer': (change) => adapting.prefer(change),
    'kiosk-put-back': () => adapting.putBack(),
    'kiosk-cover': (isCovered) => void covering.set(isCovered),
    'kiosk-reading': (command) => reading.do(command),
    'kiosk-read-from': (passage) => reading.from(passage),
    'kiosk-hear': (element) => reading.only(element),
    'kiosk-hear-all': (element) => void opening.hear(element),
    'kiosk-type': (stroke) => kiosk.view()?.type(stroke),
    'kiosk-search': (query) => change((visit) => ({ ...visit, query })),
    'kiosk-draft': (draft) => change((visit) => write(visit, draft)),
    'kiosk-add-question': () => change((visit) => addQuestion(visit)),
    'kiosk-change-question': (index) => change((visit) => changeQuestion(visit, index)),
    'kiosk-turn': (turn) => column.turn(turn),
    'kiosk-choose': ({ page, choice, option }) => change((visit) => choose(visit, page, choice, option)),
    'kiosk-calibrate': (measured) => void calibrating.save(measured),
    'kiosk-pin': (pin) => void staffing.take(pin),
    'kiosk-staff': (command) => staffing.do(command),
    'kiosk-bring-back': () => void alongside.bringBack(),
    'kiosk-preset': (choice) => void alongside.use(choice),
    'kiosk-wiped': () => alongside.leave(),
    'kiosk-loudest': (percent) => void staffing.limit(percent),
    'kiosk-upkeep': (command) => void upkeep.do(command),
    'kiosk-desk': (command) => void desk.do(command),
    'kiosk-headphones': () => void hearing.confirm(),
    'kiosk-shown': () => column.settle(),
  });
}
