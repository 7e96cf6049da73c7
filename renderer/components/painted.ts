/** Resolves once what has been drawn is on the screen: in a task of its own after the next frame. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
