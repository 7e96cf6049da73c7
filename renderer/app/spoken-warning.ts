/** ‘Are you still there?’ aloud, for somebody who has everything read to them. Guidance says it by itself. */
import { Announcer } from '../guidance/announcer.ts';
import { said } from '../guidance/speech.ts';
import { Vocabulary } from '../guidance/vocabulary.ts';
import { levelOf } from '../visit/preferences.ts';
import type { Session } from './session.ts';

export class SpokenWarning {
  #announcer: Announcer | undefined;
  #isOver = false;

  /** Whether it is being said now. */
  get speaking(): boolean {
    return this.#announcer?.speaking === true;
  }

  /** Says it, unless it is over before its sound is there. @param maySay - whether it may be heard by the room */
  async say({ documents, messages, visit, mostVolume }: Session, maySay: () => boolean): Promise<void> {
    // What cannot be heard is on the screen as well, and whoever had the voice knows by now that there is none.
    const vocabulary = await documents.vocabulary().catch(() => undefined);
    if (vocabulary === undefined || this.#isOver) return;
    const nothing = (): void => undefined;
    this.#announcer = new Announcer({
      documents,
      vocabulary: new Vocabulary(vocabulary),
      maySay,
      onHeld: nothing,
      onSaying: nothing,
      onFailure: nothing,
    });
    this.#announcer.setSpeed(visit.preferences.speed);
    this.#announcer.setVolume(levelOf(visit.preferences.volume, mostVolume));
    this.#announcer.say([
      ...said(messages.text('idle.title')),
      ...said(messages.text('idle.what')),
      ...said(messages.text('cover.back')),
    ]);
  }

  /** Falls silent for good. */
  end(): void {
    this.#isOver = true;
    this.#announcer?.dispose();
  }
}
