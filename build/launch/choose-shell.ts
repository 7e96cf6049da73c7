/** Which shell runs, and why: Electron if it can, else a browser, else the address alone. */
import type { Shell } from './options.ts';

/** What the machine offers. Each is asked only when it matters, since asking may fetch something. */
export interface Surroundings {
  readonly hasDisplay: boolean;
  /** The Electron program, fetched if that is allowed; `undefined` when it cannot be had. */
  readonly electron: () => Promise<string | undefined>;
  /** Whether fetching is allowed: with `--data`, nothing is written elsewhere. */
  readonly mayFetch: boolean;
  /** An installed browser's program. */
  readonly browser: () => string | undefined;
}

/** The decision; `why` completes the sentence 'This shell runs because …'. */
export type ShellChoice =
  | { readonly shell: 'electron' | 'browser'; readonly program: string; readonly why: string }
  | { readonly shell: 'serve'; readonly why: string }
  | { readonly shell: 'none'; readonly message: string };

const noElectron = ({ mayFetch }: Surroundings): string =>
  mayFetch
    ? 'Electron’s runtime is not here and could not be fetched'
    : 'Electron’s runtime is not here and --data forbids to fetch it';
const NO_DISPLAY = 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
const BROWSER_MEND = 'Install Chromium, Chrome or Edge, or name one in ALONGSIDE_BROWSER.';

const chooseAsked = async (asked: Exclude<Shell, 'serve'>, around: Surroundings): Promise<ShellChoice> => {
  if (!around.hasDisplay)
    return { shell: 'none', message: `--shell ${asked} cannot open a window: ${NO_DISPLAY}. Use --shell serve.` };
  const program = asked === 'electron' ? await around.electron() : around.browser();
  if (program !== undefined) return { shell: asked, program, why: 'it was asked for' };
  const message =
    asked === 'electron'
      ? `--shell electron cannot run: ${noElectron(around)}. Use --shell browser, or run “npx install-electron” on a network that can.`
      : `--shell browser cannot run: no browser was found. ${BROWSER_MEND}`;
  return { shell: 'none', message };
};

/** Chooses the shell. @param asked - the value of `--shell`, if it was given */
export const chooseShell = async (asked: Shell | undefined, around: Surroundings): Promise<ShellChoice> => {
  if (asked === 'serve') return { shell: 'serve', why: 'it was asked for' };
  if (asked !== undefined) return chooseAsked(asked, around);
  if (!around.hasDisplay) return { shell: 'serve', why: NO_DISPLAY };
  const electron = await around.electron();
  if (electron !== undefined) return { shell: 'electron', program: electron, why: 'its runtime is here' };
  const browser = around.browser();
  if (browser !== undefined) return { shell: 'browser', program: browser, why: noElectron(around) };
  return { shell: 'serve', why: `${noElectron(around)}, and no browser was found. ${BROWSER_MEND}` };
};

/** What a shell cannot lock, in one sentence for the person who starts it. */
export const cannotLock: Readonly<Record<Shell, string>> = {
  electron:
    'It cannot lock the operating system’s own keys (Alt+Tab, Ctrl+Alt+Del, power): the system’s kiosk session must.',
  browser:
    'It cannot lock the browser’s keys (close, reload, new window, developer tools) nor the system’s: for trial, not for a waiting room.',
  serve: 'It locks nothing: any browser on this machine can open the address, with its menus and keys.',
};
