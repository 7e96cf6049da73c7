/** The tool's own pages, built for the browser in memory: nothing of them lies where the kiosk's page is built. */
import { join } from 'node:path';
import { build } from 'vite';

/** Files by the path they are served at. */
export type ToolPages = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const pagesDir = join(import.meta.dirname, 'pages');

/** Builds the pages. @throws when a source does not compile */
export async function buildToolPages(): Promise<ToolPages> {
  const built = await build({
    configFile: false,
    root: pagesDir,
    base: '/',
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome140',
      assetsDir: 'tool',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: ['preview', 'proof'].map((name) => join(pagesDir, `${name}.html`)) },
    },
  });
  if (!Array.isArray(built) && !('output' in built)) throw new Error('the tool’s pages were not built');
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : built.output;
  return new Map(
    outputs.map((file) => {
      const content = file.type === 'chunk' ? file.code : file.source;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
      // A page is asked for without its ending.
      return [`/${file.fileName.replace(/\.html$/, '')}`, bytes] as const;
    }),
  );
}

/** The media type of a file of the tool by its path. */
export function toolMediaType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8';
}
