/**
 * What runs inside the page to measure it. Each probe is a self-contained function, since the browser
 * gets its source alone; times are `performance.now()` of the page.
 */

/** What the probes keep on `window`. */
export interface ProbeWindow {
  /** When the first page could be read: its text drawn with its own font. */
  readableAt?: number;
  /** When the last click was made, or the last key pressed, by the event's own clock. */
  clickedAt: number;
  /** When the last clip that was heard was told to stop. */
  silentAt?: number;
  /** When the audio clock of the last clip started to run. */
  soundAt?: number;
  /** For each word highlighted: how late it was against the media clock, in milliseconds. */
  lateness: number[];
}

/** Notes when a page's parts are on the screen in the right font. Install before the document loads. */
export function watchReadable(): void {
  const probe = window as unknown as ProbeWindow;
  const look = (): void => {
    const view = document.querySelector('kiosk-app')?.shadowRoot?.querySelector('kiosk-page');
    const part = view?.shadowRoot?.querySelector('section.part') ?? null;
    const drawn = part !== null && document.fonts.status === 'loaded';
    // What a frame callback finds in place is painted at the end of that frame.
    if (drawn) requestAnimationFrame(() => (probe.readableAt = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Notes every click and every key by the time stamp of its event. */
export function watchClicks(): void {
  const probe = window as unknown as ProbeWindow;
  for (const name of ['click', 'keydown'])
    document.addEventListener(name, (event) => (probe.clickedAt = event.timeStamp), { capture: true });
}

/** Notes when sound starts, and how exactly the highlight keeps to it. */
export function watchSpeech(): void {
  const probe = window as unknown as ProbeWindow;
  probe.lateness = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its element below
  const play = HTMLMediaElement.prototype.play;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its element below
  const pause = HTMLMediaElement.prototype.pause;
  HTMLMediaElement.prototype.pause = function (this: HTMLMediaElement) {
    const wasHeard = !this.paused && this.currentTime > 0;
    pause.call(this);
    if (wasHeard) probe.silentAt = performance.now();
  };
  const words = new Map<string, readonly (readonly number[])[]>();
  const keepWords = (response: Response): void => {
    if (!response.url.includes('/narration/')) return;
    void response.json().then((narration: { passages: Record<string, { clip: string; words: number[][] }[]> }) => {
      for (const sentence of Object.values(narration.passages).flat())
        words.set(`/content/${sentence.clip}`, sentence.words);
    });
  };
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const response = await realFetch(input, init);
    keepWords(response.clone());
    return response;
  };
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    delete probe.soundAt;
    const clip = this.getAttribute('src') ?? '';
    let shown: Range | undefined;
    let index = -1;
    const look = (): void => {
      if (this.currentTime > 0) probe.soundAt ??= performance.now() - (this.currentTime * 1000) / this.playbackRate;
      const [range] = [...(CSS.highlights.get('spoken-word') ?? [])] as Range[];
      if (range !== undefined && range !== shown) {
        shown = range;
        const { length } = range.toString();
        // The next word of this length: a word that a slow frame skipped does not shift the ones after it.
        index = words.get(clip)?.findIndex(([from = 0, to = 0], at) => at > index && to - from === length) ?? -1;
        const word = words.get(clip)?.[index];
        // The first word is lit before the clock runs, and so is never late.
        if (word?.[2] !== undefined && this.currentTime > 0)
          probe.lateness.push((this.currentTime * 1000 - word[2]) / this.playbackRate);
      }
      if (!this.paused && this.getAttribute('src') === clip) requestAnimationFrame(look);
    };
    const playing = play.call(this);
    requestAnimationFrame(look);
    return playing;
  };
}
