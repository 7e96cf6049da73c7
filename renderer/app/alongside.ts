/**
 * A volunteer beside a visitor (V2): what the visitor had read is put away when the volunteer enters, comes back only if
 * the visitor agrees, and goes for good with the visit. All of it lives in memory.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Alongside as Guide, Home, Topic } from '../../content/format/index.ts';
import type { PresetChoice } from '../components/events.ts';
import type { FoundPlace } from '../components/panel/alongside-panel.ts';
import { beforeThePin, bringBack, hasRead, sitDown } from '../visit/alongside.ts';
import type { Messages } from '../visit/messages.ts';
import { presetPreferences } from '../visit/presets.ts';
import { type Visit, startVisit } from '../visit/visit.ts';
import type { Adapting } from './adapting.ts';
import type { Session } from './session.ts';

/** What sitting alongside needs of the root element. */
export interface AlongsideOptions {
  readonly session: () => Session | undefined;
  readonly begin: (visit: Visit, messages?: Messages) => Promise<void>;
  readonly adapting: Pick<Adapting, 'prefer' | 'speak'>;
  /** A document cannot be had. */
  readonly onMissing: () => void;
}

/** What helps two people, in the language of the visit. Each part is absent until it is there. */
export interface Beside {
  readonly guide: Guide | undefined;
  readonly places: readonly FoundPlace[];
  /** Whether there is something that the visitor had read before. */
  readonly hasBefore: boolean;
}

/** How long it is shown that everything is gone, when nobody does anything. */
const WIPED_MS = 30_000;

/** As many as two people can look through. */
const MOST_PLACES = 16;

/** All pages of a small library, so that each is two touches away; of a large one its topics. */
const placesOf = ({ topics, questions }: Home, inside: readonly (Topic | undefined)[]): readonly FoundPlace[] => {
  const within = inside.flatMap((topic): readonly FoundPlace[] =>
    topic === undefined
      ? []
      : [
          ...topic.topics.map(({ id, title }): FoundPlace => {
            return { title, document: `topics/${topic.id}`, route: { view: 'topic', topic: id } };
          }),
          ...topic.pages.map(({ id, title }): FoundPlace => {
            return { title, document: `topics/${topic.id}`, route: { view: 'page', page: id, version: 'full' } };
          }),
        ],
  );
  const byTopic = topics.map(({ id, title }): FoundPlace => ({
    title,
    document: 'home',
    route: { view: 'topic', topic: id },
  }));
  return [
    ...(within.length <= MOST_PLACES ? within : byTopic),
    ...(questions === undefined
      ? []
      : [{ title: questions.title, document: 'home', route: { view: 'questions' } } as const]),
  ];
};

export class Alongside implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #options: AlongsideOptions;
  #before: Visit | undefined;
  #guide: Guide | undefined;
  #places: readonly FoundPlace[] = [];
  /** The documents that both are from. */
  #from: Session['documents'] | undefined;
  #isHostDone: boolean | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(element: ReactiveControllerHost, options: AlongsideOptions) {
    this.#element = element;
    this.#options = options;
    element.addController(this);
  }

  /** What is shown beside what they read; nothing while nobody sits alongside. */
  get beside(): Beside | undefined {
    if (this.#options.session()?.visit.isAlongside !== true) return undefined;
    return { guide: this.#guide, places: this.#places, hasBefore: this.#before !== undefined };
  }

  /** Whether the host has let go of the visit that was handed back; `undefined` until it has answered. */
  get isHostDone(): boolean | undefined {
    return this.#isHostDone;
  }

  /** A volunteer has entered: what was read is put away, and both begin at home. */
  async sitDown(): Promise<void> {
    const session = this.#options.session();
    if (session === undefined || session.visit.isAlongside) return;
    const before = beforeThePin(session.visit);
    this.#before = hasRead(before) ? before : undefined;
    await this.#options.begin(sitDown(before), session.messages);
  }

  /** The visitor has agreed to go on where they were. */
  async bringBack(): Promise<void> {
    const [session, before] = [this.#options.session(), this.#before];
    if (session === undefined || before === undefined) return;
    this.#before = undefined;
    await this.#options.begin(bringBack(session.visit, before), session.messages);
  }

  async use({ change, language }: PresetChoice): Promise<void> {
    this.#options.adapting.prefer(presetPreferences(change));
    if (language !== undefined) await this.#options.adapting.speak(language);
  }

  /** The visit ends, and what was put away with it. @returns where the next one begins */
  ends(isHostDone: Promise<boolean>): Visit {
    const isHandedBack = this.#options.session()?.visit.isAlongside === true;
    this.#before = undefined;
    this.#isHostDone = undefined;
    if (!isHandedBack) return startVisit({ view: 'attract' });
    const next = startVisit({ view: 'wiped' });
    void isHostDone.then((isDone) => {
      if (this.#options.session()?.visit.id !== next.id) return;
      this.#isHostDone = isDone;
      this.#element.requestUpdate();
    });
    return next;
  }

  /** It was seen that everything is gone. */
  leave(): void {
    if (this.#options.session()?.visit.route.view === 'wiped')
      void this.#options.begin(startVisit({ view: 'attract' }));
  }

  hostUpdated(): void {
    const session = this.#options.session();
    this.#watchWiped(session?.content?.view === 'wiped');
    if (session?.visit.isAlongside !== true) {
      this.#from = undefined;
      this.#guide = undefined;
      this.#places = [];
    } else if (session.documents !== this.#from) void this.#learn(session.documents);
  }

  hostDisconnected(): void {
    this.#watchWiped(false);
  }

  #watchWiped(isShown: boolean): void {
    if (isShown && this.#leaving === undefined) this.#leaving = setTimeout(() => this.leave(), WIPED_MS);
    if (isShown) return;
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  async #learn(documents: Session['documents']): Promise<void> {
    this.#from = documents;
    const orMissing = async <Found>(finding: Promise<Found>): Promise<Found | undefined> => {
      try {
        return await finding;
      } catch {
        this.#options.onMissing();
        return undefined;
      }
    };
    const [guide, home] = await Promise.all([orMissing(documents.alongside()), orMissing(documents.home())]);
    const topics = await Promise.all((home?.topics ?? []).map(({ id }) => orMissing(documents.topic(id))));
    if (documents !== this.#from) return;
    this.#guide = guide;
    this.#places = home === undefined ? [] : placesOf(home, topics);
    this.#element.requestUpdate();
  }
}
