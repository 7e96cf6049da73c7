/** `npm run content -- preview`: shows the content as the kiosk does, while it is being edited. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import {
  contentCommand,
  examples,
  exitCodes,
  now,
  UsageError,
  type AddCommand,
  type ContentOptions,
  type ExitCode,
} from './command.ts';

interface PreviewCommandOptions extends ContentOptions {
  readonly port: string;
  readonly cache: string;
  readonly open: boolean;
}

const root = join(import.meta.dirname, '..', '..', '..');

/** The command `preview`. It runs until it is told to stop. */
export const addPreview: AddCommand = (program, end) => {
  contentCommand(
    program,
    'preview',
    'Shows the content as the kiosk does, and again whenever you save. Speech is proofed at /proof.',
    'print the address as JSON',
  )
    .argument('[page]', 'the id of a page to begin with')
    .option('--port <number>', 'the port on this machine; 0 for any free one', '0')
    .option('--cache <dir>', 'the folder with the sentences spoken before', 'out/cache/narration')
    .option('--no-open', 'print the address, and open no browser')
    .addHelpText('after', examples('preview', 'preview blood-tests', 'preview --content my-content --no-open'))
    .action(async (page: string | undefined, options: PreviewCommandOptions) => {
      end(await preview(page, options));
    });
};

async function preview(page: string | undefined, options: PreviewCommandOptions): Promise<ExitCode> {
  const port = Number(options.port);
  if (!/^\d{1,5}$/.test(options.port) || port > 65_535) {
    throw new UsageError(`“${options.port}” is no port; give a whole number from 0 to 65535`);
  }
  if (page !== undefined && !/^[a-z0-9-]+$/.test(page)) {
    throw new UsageError(`“${page}” is no id of a page; ids have small letters, digits and hyphens`);
  }
  // Loaded when needed: they bring the builder of pages and the compiler.
  const { placeOf } = await import('../../launch/places.ts');
  const { rendererPart } = await import('../../launch/parts.ts');
  const { openPreview } = await import('../../editor/open-preview.ts');
  const { PortError } = await import('../../preview/server.ts');
  const say = (line: string): void => {
    if (!options.quiet) process.stderr.write(`${line}\n`);
  };
  const appDir = await placeOf(rendererPart, { outDir: join(root, 'out'), dataDir: undefined, say });
  say('Reading the content …');
  try {
    const opened = await openPreview({
      contentDir: resolve(options.content),
      appDir,
      cacheDir: resolve(options.cache),
      port,
      now,
      // What a visitor's kiosk notes for staff, an editor sees in the page itself.
      journal: () => undefined,
    });
    const url = `${opened.url}preview${page === undefined ? '' : `#/page/${page}`}`;
    process.stdout.write(options.json ? `${JSON.stringify({ ready: url })}\n` : `ready ${url}\n`);
    if (options.open) openInBrowser(url, say);
    await stopSignal();
    await opened.close();
    return exitCodes.fine;
  } catch (error) {
    if (error instanceof PortError) throw new UsageError(error.message);
    throw error;
  }
}

/** Opens an address in the browser of whoever sits at this machine; where there is none, the line above is enough. */
function openInBrowser(url: string, say: (line: string) => void): void {
  const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
    darwin: ['open'],
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  };
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.once('error', () => {
    say(`No browser could be opened. Open ${url} in one yourself.`);
  });
  child.unref();
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
}
