/** The numbers of standards.md, applied to what a survey found. Each check returns its faults as sentences. */
import type { TextStep } from '../../renderer/visit/preferences.ts';
import type { Box, SurveyedTarget, SurveyedText } from './survey.ts';

/** The reference panel, and what a kiosk without settings assumes: 102.5 px/in. */
export const PIXELS_PER_MM = 102.5 / 25.4;

/** Capital height per em; tests/unit/renderer/styles checks it against the font. */
export const CAP_HEIGHT_RATIO = 0.668;

/** Capital heights of body text in mm, by step (VVSG 7.1-G). */
export const capHeights: Readonly<Record<TextStep, readonly [least: number, most: number]>> = {
  1: [3.5, 4.2],
  2: [4.8, 5.6],
  3: [6.4, 7.1],
  4: [8.5, 9.0],
};

const LEAST_TARGET_MM = 12.7;
const MAIN_TARGET_HEIGHT_MM = 20;
const LEAST_GAP_MM = 2.54;
const LONGEST_LINE = 80;
const LEAST_LINE_HEIGHT = 1.5;

/** Layout rounds to sixty-fourths of a pixel; a hundredth of a millimetre is more than that. */
const ROUNDING_MM = 0.01;

const mm = (pixels: number): number => pixels / PIXELS_PER_MM;

const say = (value: number): string => `${value.toFixed(2)} mm`;

/** Faults of the text on a screen at a text size. */
export const checkTexts = (texts: readonly SurveyedText[], step: TextStep): readonly string[] =>
  texts.flatMap((text) => {
    const [least, most] = capHeights[step];
    const capital = mm(text.fontSizePx * CAP_HEIGHT_RATIO);
    const lineHeight = text.lineHeightPx / text.fontSizePx;
    const faults = [
      !text.isSample &&
        !text.isInDrawing &&
        capital < least - ROUNDING_MM &&
        `capitals are ${say(capital)} high, not ${say(least)}`,
      text.isProse &&
        text.where.endsWith('.run') &&
        capital > most + ROUNDING_MM &&
        `capitals are ${say(capital)} high, above ${say(most)}`,
      text.isProse && text.longestLine > LONGEST_LINE && `a line has ${String(text.longestLine)} characters`,
      text.isProse && lineHeight < LEAST_LINE_HEIGHT - 0.005 && `its line height is ${lineHeight.toFixed(2)}`,
      ['justify', 'right', 'end'].includes(text.align) && `it is aligned to ${text.align}`,
      text.cutBy > 1 && `${text.cutBy.toFixed(0)} px of it are cut off sideways`,
    ];
    return faults.filter((fault) => fault !== false).map((fault) => `“${text.text}” (${text.where}): ${fault}`);
  });

/** How far two boxes are apart, in mm; negative when they overlap. */
const gapMm = (a: Box, b: Box): number => {
  const across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
  return mm(Math.max(across, down));
};

const nameOf = ({ name, where }: SurveyedTarget): string => `“${name}” (${where})`;

/** Faults of the targets on a screen. */
export const checkTargets = (targets: readonly SurveyedTarget[]): readonly string[] => {
  const alone = targets.flatMap((target) => {
    const width = mm(target.box.width);
    const height = mm(target.box.height);
    const leastHeight = target.isMain ? MAIN_TARGET_HEIGHT_MM : LEAST_TARGET_MM;
    const faults = [
      width < LEAST_TARGET_MM - ROUNDING_MM && `is ${say(width)} wide`,
      height < leastHeight - ROUNDING_MM && `is ${say(height)} high, not ${String(leastHeight)} mm`,
      target.isOnScreen && !target.isInline && !target.isHit && 'does not react everywhere inside its edges',
      target.isOnScreen &&
        !target.isInline &&
        target.hitBeyond.length > 0 &&
        `reacts outside its edges (${target.hitBeyond.join(', ')})`,
    ];
    return faults.filter((fault) => fault !== false).map((fault) => `${nameOf(target)} ${fault}`);
  });
  // What is scrolled away may lie behind the toolbar; only what is on the screen together can be mistaken.
  const together = targets.filter(({ isOnScreen }) => isOnScreen);
  const pairs = together.flatMap((a, index) =>
    together.slice(index + 1).flatMap((b) => {
      const gap = gapMm(a.box, b.box);
      if (a.isInline && b.isInline)
        return gap < -ROUNDING_MM ? [`${nameOf(a)} and ${nameOf(b)} overlap by ${say(-gap)}`] : [];
      return gap < LEAST_GAP_MM - ROUNDING_MM ? [`${nameOf(a)} and ${nameOf(b)} are ${say(gap)} apart`] : [];
    }),
  );
  return [...alone, ...pairs];
};

/** Faults of the labels in a screen's drawings: they are text like any other. */
export const checkLabels = (texts: readonly SurveyedText[], step: TextStep): readonly string[] =>
  texts
    .filter(({ isInDrawing }) => isInDrawing)
    .map((text) => ({ ...text, capital: mm(text.fontSizePx * CAP_HEIGHT_RATIO) }))
    .filter(({ capital }) => capital < capHeights[step][0] - ROUNDING_MM)
    .map(({ text, capital }) => `the label “${text}” has capitals of ${say(capital)}, not ${say(capHeights[step][0])}`);
