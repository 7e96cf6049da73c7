/** ESLint's RuleTester under Vitest, reading TypeScript. */
import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, it } from 'vitest';

const tester = Object.assign(RuleTester, { afterAll, describe, it, itOnly: it.only.bind(it) });

/** A tester for one rule; `run` declares its tests where it is called. */
export function ruleTester(): RuleTester {
  return new tester({ languageOptions: { parser: tseslint.parser, sourceType: 'module' } });
}
