/**
 * A session: one visit with all that lives exactly as long as it – its documents, its reader, what it
 * shows. The root element drops the whole session when the visit ends and makes another (X3).
 */
import type { ProblemCode } from '../host/contract.ts';
import { Reader } from '../reading/reader.ts';
import type { Documents } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import { type Preferences, levelOf } from '../visit/preferences.ts';
import { isClockWrong } from '../visit/review.ts';
import { type Route, formatRoute } from '../visit/routes.ts';
import type { Visit } from '../visit/visit.ts';
import { type Content, asResting, loadContent } from './content.ts';

export interface SessionOptions {
  /** Where it begins, and as what. */
  readonly visit: Visit;
  /** The documents the session starts with; it keeps what it loads in them. */
  readonly documents: Documents;
  readonly messages: Messages;
  /** How many days past its review a page is shown; `undefined`: however many (C8). */
  readonly withdrawAfterDays: number | undefined;
  /** When the content was built; by a clock that is before it, nothing is withdrawn (C8). */
  readonly contentBuiltAt: string;
  /** Whether the technician's page is there now (D2). */
  readonly mayCalibrate: () => boolean;
  /** How loud the loudest step is, in per cent of what the machine can do. */
  readonly mostVolume: number;
  /** Called after every change of what is to be drawn. */
  readonly onChange: () => void;
  readonly onSentence: (where: Range) => void;
  /** See {@link Reader}. */
  readonly onEnd: (root: ParentNode) => boolean;
  /** See {@link Reader}. */
  readonly mayRead: (passage: HTMLElement) => boolean;
  readonly onHeld: () => void;
  /** Resolves to whether the kiosk has heard of it. */
  readonly onProblem: (code: ProblemCode) => Promise<boolean>;
}

export class Session {
  readonly reader: Reader;
  readonly #options: SessionOptions;
  #documents: Documents;
  #messages: Messages;
  #visit: Visit;
  #content: Content | undefined;
  #ended = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#visit = options.visit;
    this.#documents = options.documents;
    this.#messages = options.messages;
    this.reader = new Reader({
      documents: { narration: (name, language) => this.#documents.narration(name, language) },
      onChange: options.onChange,
      onSentence: options.onSentence,
      onEnd: options.onEnd,
      mayRead: options.mayRead,
      onHeld: options.onHeld,
      onFailure: () => this.tellSilence(),
    });
    this.#applySpeech(this.#visit.preferences);
  }

  /** The documents of the language of this visit. */
  get documents(): Documents {
    return this.#documents;
  }

  /** The interface's words, in the language of this visit. */
  get messages(): Messages {
    return this.#messages;
  }

  get mostVolume(): number {
    return this.#options.mostVolume;
  }

  get visit(): Visit {
    return this.#visit;
  }

  /** What is shown; nothing before the first view has loaded. */
  get content(): Content | undefined {
    return this.#content;
  }

  /** Takes over a change that leaves the visitor where they are. */
  change(visit: Visit): void {
    this.#visit = visit;
    this.#applySpeech(visit.preferences);
    this.#options.onChange();
  }

  /**
   * Takes over a change of place: loads what is there, then shows it. What was shown stays until then.
   *
   * @returns whether the place is shown; `false` when the visitor has gone on, or the visit has ended.
   */
  async move(visit: Visit): Promise<boolean> {
    this.#visit = visit;
    const isHere = (): boolean => !this.#ended && formatRoute(this.#visit.route) === formatRoute(visit.route);
    const found = await this.#load(visit.route, this.#documents, this.#messages);
    if (!isHere()) return false;
    const content = await this.#orResting(found);
    if (!isHere()) return false;
    if (content.view === 'page' && content.glossary === undefined) void this.#options.onProblem('document-missing');
    this.#content = content;
    if (content.view === 'topic') {
      for (const { id, easy } of content.topic.pages) {
        const version = visit.preferences.easyRead && easy ? 'easy' : 'full';
        this.#documents.prefetchFor({ view: 'page', page: id, version });
      }
    }
    this.#options.onChange();
    return true;
  }

  /**
   * Takes over another language, at the place where the visitor is.
   *
   * @param isWanted - whether nobody has chosen another one since
   * @returns whether it is shown; `false` when the visitor has gone on, or the visit has ended
   */
  async speak(messages: Messages, documents: Documents, isWanted: () => boolean): Promise<boolean> {
    const { route } = this.#visit;
    const content = await this.#load(route, documents, messages);
    if (this.#ended || !isWanted()) return false;
    // Somebody who has gone on meanwhile is followed there.
    if (formatRoute(this.#visit.route) !== formatRoute(route)) return this.speak(messages, documents, isWanted);
    this.reader.stop();
    this.#documents = documents;
    this.#messages = messages;
    this.#content = content;
    this.#options.onChange();
    return true;
  }

  /** Where not even the kiosk hears that a document is missing, the kiosk itself has gone, and not the one document. */
  async #orResting(content: Content): Promise<Content> {
    if (content.view !== 'missing' || content.reason !== 'unavailable') return content;
    return (await this.#options.onProblem('document-missing')) ? content : asResting(content, this.#messages);
  }

  #load(route: Route, documents: Documents, messages: Messages): Promise<Content> {
    const { contentBuiltAt, mayCalibrate } = this.#options;
    const { kept, takenOut } = this.#visit;
    const now = new Date();
    const withdrawAfterDays = isClockWrong(now, contentBuiltAt) ? undefined : this.#options.withdrawAfterDays;
    return loadContent(route, {
      documents,
      messages,
      now,
      // What was taken out may be put back in.
      kept: takenOut === undefined ? kept : [...kept, takenOut.item],
      withdrawAfterDays,
      isCalibrating: mayCalibrate(),
    });
  }

  /** Falls silent and forgets. The session is of no use afterwards. */
  end(): void {
    this.#ended = true;
    this.reader.dispose();
  }

  /** Nothing can be heard: the panel of the voice says so, whether or not it was open. */
  tellSilence(): void {
    this.change({ ...this.#visit, panel: 'reading' });
    void this.#options.onProblem('clip-failed');
  }

  #applySpeech({ speed, volume }: Preferences): void {
    this.reader.setSpeed(speed);
    this.reader.setVolume(levelOf(volume, this.mostVolume));
  }
}
