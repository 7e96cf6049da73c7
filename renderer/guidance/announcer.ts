/**
 * Says things, one at a time: what is new silences what is old, at once (EN 301 549 5.1.3.10). Owns no words
 * and no element; what it says is put together from clips of the bundle.
 */
import type { DocumentName, Narration, PlainMessageKey } from '../../content/format/index.ts';
import { ClipPlayer } from '../reading/clip-player.ts';
import { parsePassageKey, passageKey } from '../reading/passage-key.ts';
import { CONTENT_ROOT, type Documents } from '../visit/documents.ts';
import type { Speech, Stretch } from './speech.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What plays the clips; the announcer has it for itself. */
export type Player = Pick<ClipPlayer, 'play' | 'prepare' | 'stop' | 'pause' | 'setRate' | 'setVolume'>;

export interface AnnouncerOptions {
  readonly documents: Pick<Documents, 'narration'>;
  readonly vocabulary: Vocabulary;
  /** Whether anything may be heard now; what may not is not said, and told. */
  readonly maySay: () => boolean;
  readonly onHeld: () => void;
  /** Called when something begins to be said, and with nothing when it has ended or was silenced. */
  readonly onSaying: (speech: Speech) => void;
  /** Called when something cannot be heard: no sound device, or a clip that is missing or damaged. */
  readonly onFailure: () => void;
  readonly createPlayer?: (events: ConstructorParameters<typeof ClipPlayer>[0]) => Player;
}

/** What is said in place of a text that has words without a clip. */
const UNSAID: PlainMessageKey = 'guide.unsaid';

export class Announcer {
  readonly #options: AnnouncerOptions;
  readonly #player: Player;
  #clips: readonly string[] = [];
  #at = 0;
  /** Which clip of what is being said could not be heard last. */
  #failedAt = -1;
  #saying: Speech = [];
  #last: Speech = [];
  #waiting: Speech = [];
  /** Rises with everything that is said, so that what waited for its narration knows that it is late. */
  #turn = 0;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
    const create = options.createPlayer ?? ((events) => new ClipPlayer(events));
    this.#player = create({ ended: () => this.#continue(), failed: () => this.#fail() });
  }

  /** Whether something is being said now. */
  get speaking(): boolean {
    return this.#saying.length > 0;
  }

  /** Says something now; what was being said, and what waited, is dropped. */
  say(speech: Speech): void {
    this.silence();
    if (speech.length === 0) return;
    if (this.#options.maySay()) void this.#start(speech);
    else this.#options.onHeld();
  }

  /** Says something once what is being said has ended: live messages do not talk over what was asked for. */
  sayNext(speech: Speech): void {
    if (!this.speaking) this.say(speech);
    else this.#waiting = [...this.#waiting, ...speech];
  }

  /** Says the last thing again. */
  repeat(): void {
    this.say(this.#last);
  }

  /** Falls silent at once; forgets what waited, but not what can be repeated. */
  silence(): void {
    this.#turn += 1;
    this.#player.pause();
    this.#waiting = [];
    this.#clips = [];
    this.#end();
  }

  /** @param speed - A factor of the normal pace. */
  setSpeed(speed: number): void {
    this.#player.setRate(speed);
  }

  /** @param level - 0 to 1. */
  setVolume(level: number): void {
    this.#player.setVolume(level);
  }

  /** Falls silent for good and lets go of the sound. */
  dispose(): void {
    this.silence();
    this.#player.stop();
  }

  async #start(speech: Speech): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#saying = speech;
    this.#last = speech;
    this.#options.onSaying(speech);
    const clips = (await Promise.all(speech.map((stretch) => this.#clipsOf(stretch)))).flat();
    if (turn !== this.#turn) return;
    this.#clips = clips;
    this.#at = -1;
    this.#failedAt = -1;
    this.#continue();
  }

  /** The clips of a stretch; one whose narration cannot be had is passed over, and told. */
  async #clipsOf(stretch: Stretch): Promise<readonly string[]> {
    try {
      if (stretch.kind === 'passage') {
        return await this.#clipsOfPassage(stretch.key);
      }
      const { passages, unheard } = this.#options.vocabulary.wordingOf(stretch.text);
      // A site's own words may have no clip. Half a sentence could tell the opposite of the whole one.
      const said: readonly string[] = unheard.length === 0 ? passages : [UNSAID];
      return (await Promise.all(said.map((passage) => this.#clipsOfPassage(passage)))).flat();
    } catch {
      this.#options.onFailure();
      return [];
    }
  }

  /** The clips of a passage by its key, or by its id among the messages. */
  async #clipsOfPassage(name: string): Promise<readonly string[]> {
    const { source, language, id } = parsePassageKey(name.includes('#') ? name : passageKey('messages', name));
    return clipsIn(await this.#narration(source, language), id);
  }

  #narration(source: DocumentName, language?: string): Promise<Narration> {
    return this.#options.documents.narration(source, language);
  }

  #continue(): void {
    this.#at += 1;
    const clip = this.#clips[this.#at];
    if (clip === undefined) {
      const next = this.#waiting;
      this.#waiting = [];
      this.#end();
      if (next.length > 0) void this.#start(next);
      return;
    }
    this.#player.play(clip);
    const following = this.#clips[this.#at + 1];
    if (following !== undefined) this.#player.prepare(following);
  }

  /** One clip is passed over; a second failure of the same clip is of no consequence. */
  #fail(): void {
    if (!this.speaking || this.#failedAt === this.#at) return;
    this.#failedAt = this.#at;
    this.#options.onFailure();
    this.#continue();
  }

  #end(): void {
    if (!this.speaking) return;
    this.#saying = [];
    this.#options.onSaying([]);
  }
}

const clipsIn = ({ passages }: Narration, id: string): readonly string[] =>
  (passages[id] ?? []).map(({ clip }) => CONTENT_ROOT + clip);
