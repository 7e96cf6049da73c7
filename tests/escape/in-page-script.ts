/** Attempts as script: what could be done if somebody's code ever ran in the page, with a finger on the glass. */
import type { Ground, Outcome } from './attempt.ts';

/** What a script is told of the world outside. */
export interface Told {
  readonly outside: string;
  readonly udpPort: number;
}

/** A script that does something and says what became of it. It is sent as text, and can use nothing around it. */
export type Script = string | ((told: Told) => Outcome | Promise<Outcome>);

/**
 * Runs it in the page as if a visitor had just touched the screen. A script that throws was refused.
 * Without the flag a debugger's code would be let past the content security policy.
 */
export const inPage =
  (script: Script) =>
  async ({ cdp, outside }: Ground): Promise<Outcome> => {
    const told: Told = { outside: outside.url, udpPort: outside.udpPort };
    const expression = `(async () => {
      try { return await (${String(script)})(${JSON.stringify(told)}); }
      catch (error) { return { gotOut: false, happened: 'refused: ' + error.name }; }
    })()`;
    const { result } = await cdp.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: false,
    });
    const outcome = result.value as Outcome | undefined;
    // A page that was left takes the answer with it.
    return outcome ?? { gotOut: false, happened: 'the page was gone before it could say' };
  };
