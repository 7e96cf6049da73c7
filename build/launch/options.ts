/** The command line of `npm start` and `npm run serve`. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

/** The three ways to run the kiosk. */
export const shells = ['electron', 'browser', 'serve'] as const;

export type Shell = (typeof shells)[number];

/** What was asked for; folders and files are absolute paths. */
export interface LaunchOptions {
  /** `undefined`: the best one this machine can run. */
  readonly shell: Shell | undefined;
  /** 0: any free port. */
  readonly port: number;
  readonly windowed: boolean;
  /** CSS pixels. A size implies `windowed`. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly bundleDir: string | undefined;
  readonly dataDir: string | undefined;
  readonly siteFile: string | undefined;
  /** Whether a technician is to set up the screen (D2). */
  readonly calibrate: boolean;
}

/** What came of reading the command line: options, or the exit code and text to end with. */
export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: LaunchOptions }
  | { readonly kind: 'exit'; readonly code: 0 | 2; readonly text: string };

const parsePort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 1 to 65535; leave --port out for a free one.');
};

const parseSize = (text: string): { readonly width: number; readonly height: number } => {
  const match = /^(\d{3,5})x(\d{3,5})$/.exec(text);
  if (match !== null) return { width: Number(match[1]), height: Number(match[2]) };
  throw new InvalidArgumentError('A size is WIDTHxHEIGHT in pixels, for example 1080x1920.');
};

const createCommand = (cwd: string): Command => {
  const path = (text: string): string => {
    if (text === '') throw new InvalidArgumentError('It must not be empty.');
    return resolve(cwd, text);
  };
  return new Command('npm start --')
    .description('Opens the kiosk, building first what is missing.')
    .addOption(
      new Option('--shell <shell>', 'electron, browser or serve; default: the best this machine can run').choices(
        shells,
      ),
    )
    .option('--port <number>', 'port of the browser and serve shells, 1 to 65535 (default: a free one)', parsePort)
    .option('--windowed', 'open in a window instead of the whole screen')
    .option('--size <WxH>', 'open in a window of this size in pixels', parseSize)
    .option('--bundle <dir>', 'show this content bundle instead of the one built from content/', path)
    .option('--data <dir>', 'write only below this folder', path)
    .option('--site <file>', 'the site’s settings (default: site.json in the data folder, if it is there)', path)
    .option('--calibrate', 'let a technician set up the screen with a bank card, and keep that in the settings')
    .helpOption('--help', 'show this help')
    .allowExcessArguments(false)
    .showHelpAfterError('Run “npm start -- --help” to see every option.')
    .exitOverride();
};

/**
 * Reads the arguments after `node cli.ts`.
 *
 * @param cwd - the folder that relative paths are meant from
 */
export const parseOptions = (argv: readonly string[], cwd: string): ParsedOptions => {
  const texts: string[] = [];
  const write = (text: string): void => void texts.push(text);
  const command = createCommand(cwd).configureOutput({ writeOut: write, writeErr: write });
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'exit', code: error.exitCode === 0 ? 0 : 2, text: texts.join('') };
  }
  const given = command.opts<{
    shell?: Shell;
    port?: number;
    windowed?: true;
    size?: { readonly width: number; readonly height: number };
    bundle?: string;
    data?: string;
    site?: string;
    calibrate?: true;
  }>();
  return {
    kind: 'run',
    options: {
      shell: given.shell,
      port: given.port ?? 0,
      windowed: given.windowed === true || given.size !== undefined,
      size: given.size,
      bundleDir: given.bundle,
      dataDir: given.data,
      siteFile: given.site,
      calibrate: given.calibrate === true,
    },
  };
};
