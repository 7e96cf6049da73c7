/** The screens a kiosk is looked at on, in CSS pixels, and how one is made to fit a window. */

/** A screen. */
export interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const screen = (width: number, height: number): Screen => ({
  name: `${String(width)} × ${String(height)}`,
  width,
  height,
});

/** The reference panel upright and lying, and the smallest there is. */
export const screens = [screen(1080, 1920), screen(1920, 1080), screen(1366, 768)] as const;

/** How much smaller a screen is drawn so that all of it can be seen. Never larger than it is. */
export function scaleOf(space: { readonly width: number; readonly height: number }, { width, height }: Screen): number {
  return Math.min(1, space.width / width, space.height / height);
}

/** Gives a frame the real size of a screen, scaled into the stage and in its middle. */
export function fitFrame(stage: HTMLElement, frame: HTMLIFrameElement, to: Screen): void {
  const space = { width: stage.clientWidth, height: stage.clientHeight };
  const scale = scaleOf(space, to);
  const left = Math.max(0, (space.width - to.width * scale) / 2);
  frame.style.inlineSize = `${String(to.width)}px`;
  frame.style.blockSize = `${String(to.height)}px`;
  frame.style.transform = `translateX(${String(left)}px) scale(${String(scale)})`;
}
