/** Locks the screen for as long as it takes to wipe it (V3); what had the focus has it again afterwards. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepActiveElement } from '../access/composed-tree.ts';

const CLEANING_MS = 30_000;

/** It is told in steps, so that nothing on the screen runs. */
const STEP_MS = 5000;

export class Cleaning implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #drawn: () => Promise<void>;
  #untilMs: number | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #focused: HTMLElement | SVGElement | null = null;

  constructor(element: ReactiveControllerHost, drawn: () => Promise<void>) {
    this.#element = element;
    this.#drawn = drawn;
    element.addController(this);
  }

  /** For how many seconds more, in steps; nothing while the screen is not locked. */
  get seconds(): number | undefined {
    if (this.#untilMs === undefined) return undefined;
    return (Math.ceil((this.#untilMs - performance.now()) / STEP_MS) * STEP_MS) / 1000;
  }

  begin(): void {
    if (this.#untilMs !== undefined) return;
    this.#focused = deepActiveElement();
    this.#untilMs = performance.now() + CLEANING_MS;
    this.#ticking = setInterval(() => this.#tick(), STEP_MS);
    this.#element.requestUpdate();
  }

  hostConnected(): void {
    // Nothing to do until somebody begins.
  }

  hostDisconnected(): void {
    clearInterval(this.#ticking);
  }

  #tick(): void {
    if ((this.seconds ?? 0) <= 0) {
      clearInterval(this.#ticking);
      this.#untilMs = undefined;
      const focused = this.#focused;
      this.#focused = null;
      void this.#drawn().then(() => focused?.focus({ preventScroll: true }));
    }
    this.#element.requestUpdate();
  }
}
