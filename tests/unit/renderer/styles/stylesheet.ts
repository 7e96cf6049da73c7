/** Reads custom properties from the style sheets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Theme } from '../../../../renderer/visit/preferences.ts';

const styles = join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'styles');

interface Rule {
  readonly selector: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** The rules of a style sheet, in order; enough for sheets of custom properties. */
const rulesOf = (file: string): readonly Rule[] => {
  const css = readFileSync(join(styles, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    properties: new Map(
      [...body.matchAll(/(--[a-z0-9-]+)\s*:\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
    ),
  }));
};

/** The tokens of `tokens.css`, as they are written. */
export const tokens: ReadonlyMap<string, string> = new Map(
  rulesOf('tokens.css').flatMap(({ properties }) => [...properties]),
);

/** A theme's roles as `#rrggbb`, with every `var()` resolved. */
export const rolesOf = (theme: Theme): ReadonlyMap<string, string> => {
  const raw = new Map<string, string>();
  for (const { selector, properties } of rulesOf('themes.css')) {
    if (selector !== ':root' && !selector.includes(`'${theme}'`)) continue;
    for (const [name, value] of properties) raw.set(name, value);
  }
  const resolve = (value: string): string => {
    const name = /^var\((--[a-z0-9-]+)\)$/.exec(value)?.[1];
    return name === undefined ? value : resolve(raw.get(name) ?? '');
  };
  return new Map([...raw].map(([name, value]) => [name, resolve(value)]));
};
