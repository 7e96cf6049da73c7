/** What the launcher tells the Electron process, as switches of its command line. */
import { parseArgs } from 'node:util';
import type { WindowChoice } from './window.ts';

/** Folders are absolute paths. */
export interface ShellArguments {
  readonly appDir: string;
  readonly bundleDir: string;
  readonly dataDir: string;
  readonly siteFile: string | undefined;
  readonly calibrate: boolean;
  readonly choice: WindowChoice;
}

const parseSize = (text: string | undefined): WindowChoice['size'] => {
  const match = /^(\d{1,5})x(\d{1,5})$/.exec(text ?? '');
  return match === null ? undefined : { width: Number(match[1]), height: Number(match[2]) };
};

/**
 * Reads the command line. Switches it does not know are Chromium's and are left alone.
 *
 * @param defaults - the folders of an installed kiosk
 */
export const parseShellArguments = (
  argv: readonly string[],
  defaults: Pick<ShellArguments, 'appDir' | 'bundleDir' | 'dataDir'>,
): ShellArguments => {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      app: { type: 'string' },
      bundle: { type: 'string' },
      data: { type: 'string' },
      site: { type: 'string' },
      calibrate: { type: 'boolean' },
      size: { type: 'string' },
      windowed: { type: 'boolean' },
    },
  });
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;
  return {
    appDir: text(values.app) ?? defaults.appDir,
    bundleDir: text(values.bundle) ?? defaults.bundleDir,
    dataDir: text(values.data) ?? defaults.dataDir,
    siteFile: text(values.site),
    calibrate: values.calibrate === true,
    choice: { windowed: values.windowed === true, size: parseSize(text(values.size)) },
  };
};
