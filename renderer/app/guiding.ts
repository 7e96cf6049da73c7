/**
 * Spoken guidance for as long as a visit wants it (R7): begins when it is chosen, ends when it is not or when the
 * visit does. Sees to it that one voice speaks at a time: the guide's, or the reader's.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Announcer } from '../guidance/announcer.ts';
import { Guide, type GuideCommand } from '../guidance/guide.ts';
import { type Speech, captionOf } from '../guidance/speech.ts';
import { Vocabulary } from '../guidance/vocabulary.ts';
import { levelOf } from '../visit/preferences.ts';
import type { Session } from './session.ts';

/** What guidance needs of the interface around it. */
export interface Guided {
  readonly root: HTMLElement;
  readonly session: () => Session | undefined;
  /** Reads the view aloud, from a passage on. */
  readonly readFrom: (passage: HTMLElement) => void;
  /** Whether what has the focus may be heard now; what is to be done where it may not. */
  readonly maySay: () => boolean;
  readonly onHeld: () => void;
}

/** A session's guide, or that it is on its way. */
interface Running {
  readonly session: Session;
  readonly language: string;
  announcer: Announcer | undefined;
  guide: Guide | undefined;
  ended: boolean;
}

export class Guiding implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #guided: Guided;
  #running: Running | undefined;
  #caption = '';

  constructor(host: ReactiveControllerHost, guided: Guided) {
    this.#host = host;
    this.#guided = guided;
    host.addController(this);
  }

  /** What is being said, for those who can see it; empty while nothing is. */
  get caption(): string {
    return this.#caption;
  }

  /** Whether guidance is on and ready. */
  get isOn(): boolean {
    return this.#running?.guide !== undefined;
  }

  /** Does what was asked of the guide; nothing while it is off. */
  do(command: GuideCommand): void {
    const { guide, session } = this.#running ?? {};
    if (guide === undefined) return;
    if (command === 'readOn') this.#running?.announcer?.silence();
    else session?.reader.pause();
    guide.do(command);
  }

  hostUpdated(): void {
    const session = this.#guided.session();
    const wanted = session?.visit.preferences.guidance === true ? session : undefined;
    const running = this.#running;
    const isSame = running?.session === wanted && running?.language === wanted?.messages.language;
    if (!isSame) {
      this.#stop();
      if (wanted !== undefined) void this.#start(wanted);
    }
    this.#adapt();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  async #start(session: Session): Promise<void> {
    const { messages, documents, reader } = session;
    const running: Running = {
      session,
      language: messages.language,
      announcer: undefined,
      guide: undefined,
      ended: false,
    };
    this.#running = running;
    let vocabulary: Vocabulary;
    try {
      vocabulary = new Vocabulary(await documents.vocabulary());
    } catch {
      session.tellSilence();
      return;
    }
    if (running.ended) return;
    const announcer = new Announcer({
      documents,
      vocabulary,
      maySay: this.#guided.maySay,
      onHeld: this.#guided.onHeld,
      onSaying: (speech) => {
        if (speech.length > 0 && reader.status === 'playing') reader.pause();
        this.#caption = captionOf(speech);
        this.#host.requestUpdate();
      },
      onFailure: () => session.tellSilence(),
    });
    running.announcer = announcer;
    running.guide = new Guide({
      root: this.#guided.root,
      announcer,
      messages,
      place: () => placeOf(session),
      readFrom: this.#guided.readFrom,
      isReading: () => reader.status === 'playing',
    });
    this.#adapt();
    running.guide.welcome();
  }

  #stop(): void {
    const running = this.#running;
    if (running === undefined) return;
    running.ended = true;
    running.guide?.dispose();
    this.#running = undefined;
    this.#caption = '';
  }

  /** Takes over speed and volume, and falls silent while the reader speaks. */
  #adapt(): void {
    const { announcer, session } = this.#running ?? {};
    if (announcer === undefined || session === undefined) return;
    const { speed, volume } = session.visit.preferences;
    announcer.setSpeed(speed);
    announcer.setVolume(levelOf(volume, session.mostVolume));
    if (session.reader.status === 'playing' && announcer.speaking) announcer.silence();
  }
}

/** The way to where the visitor is, from home on. */
const placeOf = ({ content }: Session): Speech =>
  (content?.trail ?? []).map(({ label, saidAs }) => ({ kind: 'passage', key: saidAs, text: label }));
