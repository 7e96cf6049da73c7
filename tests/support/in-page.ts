/** Brings code of the kiosk into a page of a test, to be asked there: the same code that ships, not a copy. */
import type { Page } from 'playwright/test';
import { build } from 'vite';
import { inRoot } from './checkout.ts';

const bundled = new Map<string, Promise<string>>();

/** A file of `tests/support/probes`, with all that it imports, as one script that leaves its exports in `probes`. */
const bundle = async (name: string): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: inRoot(),
    build: {
      write: false,
      minify: false,
      lib: { entry: inRoot('tests', 'support', 'probes', `${name}.ts`), formats: ['iife'], name: 'probes' },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((made) => ('output' in made ? made.output : [])).find(({ type }) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${name} could not be bundled.`);
  return chunk.code;
};

/** Calls one of a probe's functions in the page and resolves to what it returns, which has to be plain data. */
export const probe = async <
  Probes extends Readonly<Record<string, (...given: never[]) => unknown>>,
  Name extends keyof Probes & string,
>(
  page: Page,
  file: string,
  name: Name,
  ...given: Parameters<Probes[Name]>
): Promise<Awaited<ReturnType<Probes[Name]>>> => {
  const code = bundled.get(file) ?? bundle(file);
  bundled.set(file, code);
  const call = `(() => { ${await code}; return probes[${JSON.stringify(name)}](...${JSON.stringify(given)}); })()`;
  return page.evaluate<Awaited<ReturnType<Probes[Name]>>>(call);
};
