/**
 * Plays one clip at a time and keeps the next one ready, so that speech starts at once and goes on
 * without a gap. Pitch is kept at every speed, which is what an audio element does by itself (R3).
 */

export interface ClipPlayerEvents {
  /** The clip was heard to its end. Not called when it was stopped or replaced. */
  readonly ended: () => void;
  /** The clip could not be fetched or decoded, or there is no sound device. May be called twice for one clip. */
  readonly failed: () => void;
}

export class ClipPlayer {
  readonly #events: ClipPlayerEvents;
  #current: HTMLAudioElement;
  #spare: HTMLAudioElement;
  #rate = 1;
  #volume = 1;

  constructor(events: ClipPlayerEvents) {
    this.#events = events;
    this.#current = this.#createElement();
    this.#spare = this.#createElement();
  }

  /** Where the clip is, in milliseconds of the clip itself: the clock that highlights follow. */
  get positionMs(): number {
    return this.#current.currentTime * 1000;
  }

  /** Fetches and decodes a clip ahead of its being played. */
  prepare(address: string): void {
    if (this.#spare.getAttribute('src') !== address) setSource(this.#spare, address);
  }

  /** Plays a clip from its start; whatever was playing stops. */
  play(address: string): void {
    this.#current.pause();
    if (this.#spare.getAttribute('src') === address) {
      [this.#current, this.#spare] = [this.#spare, this.#current];
    } else if (this.#current.getAttribute('src') !== address) {
      setSource(this.#current, address);
    }
    this.#current.currentTime = 0;
    this.#run();
  }

  pause(): void {
    this.#current.pause();
  }

  /** Goes on where {@link pause} stopped. */
  resume(): void {
    this.#run();
  }

  /** Falls silent and lets go of both clips. */
  stop(): void {
    for (const element of [this.#current, this.#spare]) {
      element.pause();
      element.removeAttribute('src');
      element.load();
    }
  }

  /** @param rate - 0.5 to 2; takes effect at once. */
  setRate(rate: number): void {
    this.#rate = rate;
    this.#current.playbackRate = rate;
  }

  /** @param volume - 0 to 1; takes effect at once. */
  setVolume(volume: number): void {
    this.#volume = volume;
    this.#current.volume = volume;
  }

  #run(): void {
    const element = this.#current;
    element.playbackRate = this.#rate;
    element.volume = this.#volume;
    element.play().catch((reason: unknown) => {
      // Being replaced or stopped before the first sample is no failure.
      const replaced = reason instanceof DOMException && reason.name === 'AbortError';
      if (!replaced && element === this.#current) this.#events.failed();
    });
  }

  #createElement(): HTMLAudioElement {
    const element = new Audio();
    element.preload = 'auto';
    element.preservesPitch = true;
    element.addEventListener('ended', () => {
      if (element === this.#current) this.#events.ended();
    });
    // A clip that was prepared tells of its failure when it is played; this one was already playing.
    element.addEventListener('error', () => {
      if (element === this.#current && element.hasAttribute('src')) this.#events.failed();
    });
    return element;
  }
}

function setSource(element: HTMLAudioElement, address: string): void {
  element.setAttribute('src', address);
  element.load();
}
