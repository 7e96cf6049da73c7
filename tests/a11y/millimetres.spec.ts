/** Own checks in millimetres on the reference panel: text, targets, gaps, lines, and nothing cut (D1, I1, Q1). */
import { textSizes } from '../../renderer/visit/preferences.ts';
import { dress } from '../support/look.ts';
import { checkLabels, checkTargets, checkTexts } from '../support/measures.ts';
import { asking, covered, divided, ideas, panels, sizes, views } from '../support/screens.ts';
import { survey } from '../support/survey.ts';
import { expect, test } from '../support/test.ts';

for (const screen of [...views, covered, ...asking, ...divided, ...ideas, ...panels]) {
  test(`D1, I1 · ${screen.name} holds its millimetres on three screens, in four text sizes`, async ({ kiosk }) => {
    test.setTimeout(120_000);
    await screen.reach(kiosk);
    const faults: string[] = [];
    for (const { width, height } of sizes) {
      await kiosk.page.setViewportSize({ width, height });
      for (const { step } of textSizes) {
        await dress(kiosk, { step });
        const seen = await survey(kiosk.page);
        expect(seen.texts.length, 'there is text').toBeGreaterThanOrEqual(2);
        const found = [
          ...checkTexts(seen.texts, step),
          ...checkTargets(seen.targets),
          ...seen.sideways.map((where) => `scrolls sideways: ${where}`),
        ];
        faults.push(...found.map((fault) => `${String(width)}×${String(height)}, size ${String(step)}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
}

for (const { width, height } of sizes) {
  test(`C9, D1 · labels in diagrams are as large as the text at ${String(width)}×${String(height)}`, async ({
    kiosk,
  }) => {
    await kiosk.page.setViewportSize({ width, height });
    await kiosk.opensPage('high-risk');
    const faults: string[] = [];
    for (const { step } of textSizes) {
      await dress(kiosk, { step });
      const { texts } = await survey(kiosk.page);
      expect(
        texts.some(({ isInDrawing }) => isInDrawing),
        'the diagrams have labels',
      ).toBe(true);
      faults.push(...checkLabels(texts, step).map((fault) => `size ${String(step)}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}
