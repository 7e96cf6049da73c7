/** Dresses a screen that is shown in another theme or text size, at once: what the panels do, without them. */
import type { TextStep, Theme } from '../../renderer/visit/preferences.ts';
import { textSizeOf } from '../../renderer/visit/preferences.ts';
import type { Kiosk } from './kiosk.ts';

/** @param look - what to change; the rest stays as it is */
export const dress = async (
  kiosk: Kiosk,
  look: { readonly theme?: Theme; readonly step?: TextStep },
): Promise<void> => {
  // The kiosk did not start this change, and its observer of sizes may need a second frame for it. Errors of
  // scripts are seen by themselves; whether a change of the window is reported is tested in display.spec.ts.
  kiosk.watch.expectTrouble(/the page reported: .*script-error/);
  await kiosk.page.evaluate(
    async ({ theme, capHeightMm }) => {
      const { documentElement: html } = document;
      if (theme !== undefined) html.dataset['theme'] = theme;
      if (capHeightMm !== undefined) html.style.setProperty('--cap-height-mm', String(capHeightMm));
      // As a change of size through the panel would, make the layout be chosen again.
      window.dispatchEvent(new Event('resize'));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    },
    { theme: look.theme, capHeightMm: look.step === undefined ? undefined : textSizeOf(look.step).capHeightMm },
  );
};
