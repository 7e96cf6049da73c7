/** ICU MessageFormat: what a pattern takes and what it says literally. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A pattern's arguments, and its literal stretches in the order they are written, all branches included. */
export interface PatternFacts {
  readonly arguments: ReadonlySet<string>;
  readonly literals: readonly string[];
}

/**
 * Reads a pattern.
 *
 * @throws SyntaxError from the parser, with a message that names the mistake by its code.
 */
export function readPattern(pattern: string): PatternFacts {
  const found = new Set<string>();
  const literals: string[] = [];
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal) literals.push(element.value);
      else if (element.type === TYPE.tag) walk(element.children);
      else if (element.type !== TYPE.pound) found.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) walk(option.value);
      }
    }
  };
  // Tags are text here: messages hold no markup, and the kiosk ignores tags too.
  walk(parse(pattern, { ignoreTag: true }));
  return { arguments: found, literals };
}
