/** Shaking hands tap twice: the second tap was meant for what the first one has replaced (I2). */

/**
 * Refuses the later taps of a double or triple tap once what is shown is another than at the first. The
 * browser counts taps in the same place within half a second.
 *
 * @param host - the element below which taps are watched, for as long as it lives
 * @param shown - what is shown at a moment; compared by identity
 */
export function refuseDoubleTaps(host: HTMLElement, shown: () => unknown): void {
  let atFirstTap: unknown;
  host.addEventListener(
    'click',
    (event) => {
      if (event.detail <= 1) {
        atFirstTap = shown();
      } else if (shown() !== atFirstTap) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { capture: true },
  );
}
