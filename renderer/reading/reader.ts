/**
 * Reads a view aloud (R1–R3): goes through its passages sentence by sentence, keeps the highlight in
 * step with the sound, and says what it is doing. It owns the sound; there is one per visit.
 */
import type { SpokenSentence, SpokenWord } from '../../content/format/index.ts';
import { CONTENT_ROOT, type Documents } from '../visit/documents.ts';
import { ClipPlayer } from './clip-player.ts';
import { Highlighter } from './highlighter.ts';
import { PASSAGE_ATTRIBUTE, parsePassageKey } from './passage-key.ts';
import { findPassages, rangeOf } from './passages.ts';

/**
 * `idle`: nothing is being read. `silent`: the sound failed; reading stopped and the visitor is told.
 * `empty`: this view has nothing to read.
 */
export type ReaderStatus = 'idle' | 'playing' | 'paused' | 'silent' | 'empty';

/** One sentence on the screen with its sound. */
interface Utterance {
  readonly passage: HTMLElement;
  readonly sentence: SpokenSentence;
}

export interface ReaderOptions {
  readonly documents: Pick<Documents, 'narration'>;
  /** Called after every change of {@link Reader.status}. */
  readonly onChange: () => void;
  /** Called when a sentence begins, with where it stands, so that the page can follow. */
  readonly onSentence: (where: Range) => void;
  /**
   * Called when all of what was to be read has been read, and not at a closed gate: there reading ends. Answers
   * whether it goes on elsewhere, with a {@link Reader.start} soon.
   */
  readonly onEnd: (root: ParentNode) => boolean;
  /** Whether a passage may be heard now; one that may not is waited at, and told. */
  readonly mayRead: (passage: HTMLElement) => boolean;
  readonly onHeld: () => void;
  /** Called when a clip failed. */
  readonly onFailure: () => void;
}

/** The breath between two paragraphs at normal speed. Within one, a clip's own end is pause enough. */
const PARAGRAPH_PAUSE_MS = 350;

export class Reader {
  readonly #options: ReaderOptions;
  readonly #player = new ClipPlayer({ ended: () => this.#continue(), failed: () => this.#onClipFailed() });
  readonly #highlighter = new Highlighter();
  /** What is being read, the whole of it. */
  #root: ParentNode | undefined;
  #utterances: readonly Utterance[] = [];
  #index = 0;
  #status: ReaderStatus = 'idle';
  #speed = 1;
  /** Set between two paragraphs, while nothing sounds and the next sentence is due. */
  #breath: ReturnType<typeof setTimeout> | undefined;
  /** Where to go on when the pause fell between two sentences; otherwise the clip itself goes on. */
  #resumeAt: number | undefined;
  #frame: number | undefined;
  /** Rises with every start and stop, so that a start that waited for narration knows it is late. */
  #turn = 0;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  get status(): ReaderStatus {
    return this.#status;
  }

  /** Whether reading aloud is on: playing, or waiting to go on. */
  get active(): boolean {
    return this.#status === 'playing' || this.#status === 'paused';
  }

  /**
   * Loads what is needed to start at once when asked: all narration of the root, and the sound of the
   * passage that would come first.
   */
  async prepare(root: ParentNode, from?: HTMLElement): Promise<void> {
    const turn = this.#turn;
    try {
      const utterances = await this.#collect(root);
      const first = utterances[indexFrom(utterances, from)];
      if (first !== undefined && turn === this.#turn) this.#player.prepare(addressOf(first));
    } catch {
      // What cannot be loaded is told when somebody asks to hear it.
    }
  }

  /** Reads the passages of a root, from one of them on, or from the first. */
  async start(root: ParentNode, from?: HTMLElement): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#clearTimers();
    this.#player.pause();
    this.#highlighter.clear();
    this.#root = root;
    try {
      const utterances = await this.#collect(root);
      if (turn !== this.#turn) return;
      this.#utterances = utterances;
      if (utterances.length === 0) this.#setStatus('empty');
      else this.#speak(indexFrom(utterances, from));
    } catch {
      if (turn === this.#turn) this.#fail();
    }
  }

  pause(): void {
    if (this.#status !== 'playing') return;
    this.#resumeAt = this.#breath === undefined ? undefined : this.#index + 1;
    this.#clearTimers();
    this.#player.pause();
    this.#setStatus('paused');
  }

  resume(): void {
    if (this.#status !== 'paused') return;
    if (this.#resumeAt !== undefined) {
      this.#speak(this.#resumeAt);
      return;
    }
    this.#player.resume();
    this.#setStatus('playing');
    this.#follow();
  }

  /** Stops and forgets the place. */
  stop(): void {
    this.#turn += 1;
    this.#halt();
    this.#utterances = [];
    this.#setStatus('idle');
  }

  /** The next sentence; at the last one, the end. */
  next(): void {
    if (this.active) this.#speak(this.#index + 1);
  }

  /** The sentence before; at the first one, that one again. */
  previous(): void {
    if (this.active) this.#speak(Math.max(0, this.#index - 1));
  }

  /** The same sentence again. */
  repeat(): void {
    if (this.active) this.#speak(this.#index);
  }

  /** @param speed - A factor of the normal pace. */
  setSpeed(speed: number): void {
    this.#speed = speed;
    this.#player.setRate(speed);
  }

  /** @param level - 0 to 1. */
  setVolume(level: number): void {
    this.#player.setVolume(level);
  }

  /** Falls silent for good. */
  dispose(): void {
    this.stop();
    this.#highlighter.dispose();
  }

  /** @throws DocumentError when the narration of a passage cannot be had */
  async #collect(root: ParentNode): Promise<readonly Utterance[]> {
    const collected = await Promise.all(
      findPassages(root).map(async (passage) => {
        const { source, language, id } = parsePassageKey(passage.getAttribute(PASSAGE_ATTRIBUTE) ?? '');
        const { passages } = await this.#options.documents.narration(source, language);
        return (passages[id] ?? []).map((sentence) => ({ passage, sentence }));
      }),
    );
    return collected.flat();
  }

  /** Speaks a sentence; one that has gone from the screen is passed over, and after the last one is the end. */
  #speak(wanted: number): void {
    const index = this.#utterances.findIndex(({ passage }, at) => at >= wanted && passage.isConnected);
    const utterance = this.#utterances[index];
    if (utterance === undefined) {
      this.#finish();
      return;
    }
    this.#clearTimers();
    this.#index = index;
    if (!this.#options.mayRead(utterance.passage)) {
      this.#player.pause();
      this.#resumeAt = index;
      this.#setStatus('paused');
      this.#options.onHeld();
      return;
    }
    this.#resumeAt = undefined;
    this.#player.play(addressOf(utterance));
    const following = this.#utterances[index + 1];
    if (following !== undefined) this.#player.prepare(addressOf(following));
    const range = rangeOf(utterance.passage, utterance.sentence.start, utterance.sentence.end);
    this.#highlighter.showSentence(range);
    if (range !== undefined) this.#options.onSentence(range);
    this.#setStatus('playing');
    this.#follow();
  }

  /** All has been read; a gate at the end is not passed by. */
  #finish(): void {
    const last = this.#utterances[this.#index]?.passage;
    const isAtGate = last?.closest('[data-gate-closed]') !== null;
    this.#clearTimers();
    const root = this.#root;
    if (isAtGate || root === undefined || !this.#options.onEnd(root)) this.stop();
  }

  #continue(): void {
    const here = this.#utterances[this.#index];
    const next = this.#utterances[this.#index + 1];
    if (next === undefined) {
      this.#finish();
    } else if (here !== undefined && isLeavingGate(here.passage, next.passage)) {
      // Nobody is read past a question that was put to them (R1): going on is theirs to say.
      this.#clearTimers();
      this.#resumeAt = this.#index + 1;
      this.#setStatus('paused');
    } else if (next.passage === here?.passage) {
      this.#speak(this.#index + 1);
    } else {
      this.#clearTimers();
      this.#breath = setTimeout(() => this.#speak(this.#index + 1), PARAGRAPH_PAUSE_MS / this.#speed);
    }
  }

  /** A clip that fails after it was stopped, or a second time, is of no consequence. */
  #onClipFailed(): void {
    if (this.active) this.#fail();
  }

  #fail(): void {
    this.#halt();
    this.#setStatus('silent');
    this.#options.onFailure();
  }

  /** Highlights the word at the clip's own clock, frame by frame, for as long as it plays. */
  #follow(): void {
    let shown: SpokenWord | undefined;
    const step = (): void => {
      const utterance = this.#utterances[this.#index];
      if (utterance === undefined || this.#status !== 'playing') return;
      const word = wordAt(utterance.sentence.words, this.#player.positionMs);
      if (word !== shown) {
        shown = word;
        this.#highlighter.showWord(word && rangeOf(utterance.passage, word[0], word[1]));
      }
      this.#frame = requestAnimationFrame(step);
    };
    step();
  }

  #halt(): void {
    this.#clearTimers();
    this.#player.stop();
    this.#highlighter.clear();
  }

  #clearTimers(): void {
    if (this.#breath !== undefined) clearTimeout(this.#breath);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#breath = undefined;
    this.#frame = undefined;
  }

  #setStatus(status: ReaderStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#options.onChange();
  }
}

/** Where to begin: at a passage, or at the next after it that is spoken; without one, at the start. */
function indexFrom(utterances: readonly Utterance[], from: HTMLElement | undefined): number {
  if (from === undefined) return 0;
  const follows = (passage: HTMLElement): boolean =>
    (from.compareDocumentPosition(passage) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const index = utterances.findIndex(({ passage }) => passage === from || follows(passage));
  return Math.max(0, index);
}

/** Whether reading on from a passage would pass by a closed gate. */
function isLeavingGate(from: HTMLElement, to: HTMLElement): boolean {
  const gate = from.closest('[data-gate-closed]');
  return gate !== null && !gate.contains(to);
}

const addressOf = (utterance: Utterance): string => CONTENT_ROOT + utterance.sentence.clip;

/** The word being spoken at a time, or the last one before it; a short pause keeps its word lit. */
export function wordAt(words: readonly SpokenWord[], timeMs: number): SpokenWord | undefined {
  return words.findLast((word) => word[2] <= timeMs);
}
