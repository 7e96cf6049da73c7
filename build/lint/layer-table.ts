/**
 * Who may import whom: the architecture as data. The rule in `layers.ts` enforces each row, and its
 * message tells what the row allows. A new folder needs a row here, which makes its place a decision.
 */

/** Names of all layers; each is also how messages speak of it. */
export type LayerName = (typeof layers)[number]['name'];

/** One row of the table. Paths are relative to the project, with forward slashes. */
export interface Layer<Name extends string = string> {
  readonly name: Name;
  /**
   * What belongs to the layer: a folder (`renderer/styles/`, the slash at the end), a file, or a
   * pattern with `*` for one stretch of a name. The longest match wins.
   */
  readonly holds: readonly string[];
  /** Layers whose code it may use. A layer may always import itself. */
  readonly uses: readonly string[];
  /** Layers of which it may know the types, by `import type`, and nothing that runs. */
  readonly usesTypesOf?: readonly string[];
  /** Packages it may import: names, `@scope/*`, `node:*`, or `*` for all but the {@link fencedPackages}. */
  readonly packages: readonly string[];
}

/** Packages that `*` does not cover: a row has to name them. */
export const fencedPackages = ['electron'] as const;

const litFamily = ['lit', '@lit/*'] as const;
const belowReading = ['renderer/styles', 'renderer/visit', 'renderer/components'] as const;
const format = ['content/format', 'content/format/paths'] as const;
const contracts = ['content/format', 'renderer/host/contract'] as const;

export const layers = [
  { name: 'content/format', holds: ['content/format/'], uses: ['content/format/paths'], packages: ['zod'] },
  {
    // What has no schema, and the page may load as it is: zod is not shipped to it.
    name: 'content/format/paths',
    holds: ['content/format/paths.ts', 'content/format/search-words.ts', 'content/format/spoken-numbers.ts'],
    uses: [],
    packages: [],
  },

  // Inside renderer: styles ← visit ← components ← reading ← access ← guidance; reading ← views; all of them ← app.
  { name: 'renderer/styles', holds: ['renderer/styles/'], uses: [], packages: [...litFamily, '@fontsource/*'] },
  {
    // What one person's visit is (documents, messages, preferences, routes), without anything drawn.
    name: 'renderer/visit',
    holds: ['renderer/visit/'],
    uses: ['content/format/paths'],
    usesTypesOf: contracts,
    packages: [...litFamily, 'intl-messageformat'],
  },
  {
    // Finding places in the library by what somebody types; draws nothing, so that it runs anywhere.
    name: 'renderer/search',
    holds: ['renderer/search/'],
    uses: ['content/format/paths'],
    usesTypesOf: ['content/format'],
    packages: [],
  },
  {
    name: 'renderer/components',
    holds: ['renderer/components/'],
    uses: ['renderer/styles', 'renderer/visit'],
    usesTypesOf: ['content/format'],
    packages: [...litFamily, 'lucide'],
  },
  {
    name: 'renderer/reading',
    holds: ['renderer/reading/'],
    uses: belowReading,
    usesTypesOf: ['content/format'],
    packages: litFamily,
  },
  {
    // How a person acts on the screen without touching it: what there is to be at, and the ways from one to the next.
    name: 'renderer/access',
    holds: ['renderer/access/'],
    uses: [...belowReading, 'renderer/reading'],
    usesTypesOf: contracts,
    packages: litFamily,
  },
  {
    // Saying what is on the screen to somebody who does not see it.
    name: 'renderer/guidance',
    holds: ['renderer/guidance/'],
    uses: ['content/format/paths', 'renderer/visit', 'renderer/reading', 'renderer/access'],
    usesTypesOf: ['content/format'],
    packages: [],
  },
  {
    name: 'renderer/views',
    holds: ['renderer/views/'],
    uses: [...belowReading, 'renderer/reading'],
    usesTypesOf: ['content/format', 'renderer/search'],
    packages: litFamily,
  },
  {
    name: 'renderer/app',
    holds: ['renderer/app/'],
    uses: [
      ...belowReading,
      'renderer/search',
      'renderer/reading',
      'renderer/access',
      'renderer/guidance',
      'renderer/views',
    ],
    usesTypesOf: contracts,
    packages: litFamily,
  },
  {
    // Which keys are refused: both shells and the page apply this one table.
    name: 'renderer/lockdown/keys',
    holds: ['renderer/lockdown/keys.ts'],
    uses: [],
    packages: [],
  },
  { name: 'renderer/lockdown', holds: ['renderer/lockdown/'], uses: ['renderer/lockdown/keys'], packages: [] },
  {
    // The one place that knows which shell it runs in.
    name: 'renderer/main',
    holds: ['renderer/main.ts'],
    uses: ['renderer/lockdown', 'renderer/app', 'renderer/styles', 'renderer/visit', 'renderer/host/adapters'],
    usesTypesOf: ['renderer/host/contract'],
    packages: litFamily,
  },
  {
    // The printed summary: drawn from the same documents as the views, with words and drawings as they have them.
    name: 'renderer/print',
    holds: ['renderer/print/'],
    uses: [...belowReading, 'content/format/paths', 'renderer/reading', 'renderer/views'],
    usesTypesOf: contracts,
    packages: litFamily,
  },
  {
    name: 'renderer/print/main',
    holds: ['renderer/print/main.ts'],
    uses: ['renderer/lockdown', 'renderer/print', 'renderer/visit', 'renderer/host/adapters'],
    usesTypesOf: ['renderer/host/contract'],
    packages: [],
  },
  {
    name: 'renderer/host/contract',
    holds: ['renderer/host/contract.ts', 'renderer/host/content.ts', 'renderer/host/printing.ts'],
    uses: [],
    usesTypesOf: ['content/format'],
    packages: [],
  },
  {
    name: 'renderer/host/channels',
    holds: ['renderer/host/channels.ts'],
    uses: [],
    usesTypesOf: ['renderer/host/contract'],
    packages: [],
  },
  {
    name: 'renderer/host/adapters',
    holds: ['renderer/host/*-host.ts'],
    uses: ['renderer/host/channels'],
    usesTypesOf: ['renderer/host/contract'],
    packages: [],
  },

  {
    name: 'electron/policy',
    holds: ['electron/policy/'],
    uses: [...format],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['node:*'],
  },
  {
    // What is kept, is kept whole: the one way to the disk of all that writes to it.
    name: 'electron/host/disk',
    holds: ['electron/host/disk/'],
    uses: [],
    packages: ['node:*'],
  },
  {
    // Reading and checking a bundle. The tools that make bundles use the same code, so that what they
    // call sound is what a kiosk will take.
    name: 'electron/host/bundle',
    holds: ['electron/host/bundle/'],
    uses: [...format, 'electron/host/disk'],
    packages: ['node:*', 'zod', 'yauzl'],
  },
  // Which product this is, and its version.
  { name: 'product', holds: ['package.json'], uses: [], packages: [] },
  {
    name: 'electron/host',
    holds: ['electron/host/'],
    uses: [
      ...format,
      'product',
      'electron/policy',
      'electron/host/bundle',
      'electron/host/disk',
      'renderer/host/channels',
      'renderer/lockdown/keys',
    ],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['node:*', 'zod', 'jsonc-parser'],
  },
  {
    name: 'electron/shell',
    holds: ['electron/shell/'],
    uses: [...format, 'electron/policy', 'electron/host', 'renderer/host/channels', 'renderer/lockdown/keys'],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['node:*', 'electron'],
  },
  {
    name: 'electron/main',
    holds: ['electron/main.ts'],
    uses: [...format, 'electron/policy', 'electron/host', 'electron/shell', 'renderer/host/channels'],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['node:*', 'electron'],
  },
  {
    // It runs in the sandbox of the page: neither Node nor a package is there.
    name: 'electron/preload',
    holds: ['electron/preload.ts'],
    uses: ['renderer/host/channels'],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['electron'],
  },

  {
    name: 'build',
    holds: ['build/'],
    uses: [...format, 'build/content-compiler', 'build/preview'],
    packages: ['*', 'node:*'],
  },
  {
    name: 'build/content-compiler',
    holds: ['build/content-compiler/'],
    uses: [...format, 'build', 'build/preview', 'build/editor', 'electron/host/bundle', 'electron/host/disk'],
    packages: ['*', 'node:*'],
  },
  {
    // The editors' preview: a shell around the same host, whose bundle is what an editor has just written.
    name: 'build/editor',
    holds: ['build/editor/'],
    uses: [
      ...format,
      'build',
      'build/content-compiler',
      'build/preview',
      'build/editor/pages',
      'electron/policy',
      'electron/host',
      'electron/host/bundle',
    ],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['*', 'node:*'],
  },
  {
    // It runs in the editor's browser, around the kiosk and not in it: nothing of it is shipped.
    name: 'build/editor/pages',
    holds: ['build/editor/pages/'],
    uses: ['renderer/visit', 'renderer/host/channels'],
    usesTypesOf: ['renderer/components'],
    packages: [],
  },
  {
    // The browser shell is a shell: it stands around the same host as Electron does.
    name: 'build/preview',
    holds: ['build/preview/'],
    uses: [...format, 'build', 'electron/policy', 'electron/host', 'renderer/host/channels'],
    usesTypesOf: ['renderer/host/contract'],
    packages: ['*', 'node:*'],
  },
  {
    // Writes down, for technicians, what the host's own tables say.
    name: 'build/reference',
    holds: ['build/reference/'],
    uses: [...format, 'build', 'electron/host'],
    packages: ['node:*', 'zod'],
  },
  { name: 'configuration', holds: ['*.config.*'], uses: ['build'], packages: ['*', 'node:*'] },
  {
    name: 'tests',
    holds: ['tests/'],
    uses: [
      ...format,
      'renderer/styles',
      'renderer/visit',
      'renderer/search',
      'renderer/components',
      'renderer/reading',
      'renderer/access',
      'renderer/guidance',
      'renderer/views',
      'renderer/app',
      'renderer/main',
      'renderer/print',
      'renderer/print/main',
      'renderer/lockdown',
      'renderer/lockdown/keys',
      'renderer/host/contract',
      'renderer/host/channels',
      'renderer/host/adapters',
      'electron/policy',
      'electron/host',
      'electron/host/bundle',
      'electron/host/disk',
      'electron/shell',
      'electron/main',
      'electron/preload',
      'build',
      'build/content-compiler',
      'build/preview',
      'build/reference',
      'build/editor',
      'build/editor/pages',
      'configuration',
    ],
    packages: ['*', 'node:*', 'electron'],
  },
] as const satisfies readonly Layer[];

/** The layer a project path belongs to; `undefined` where the table has no row for it. */
export function layerOf(path: string): Layer | undefined {
  let best: Layer | undefined;
  let bestLength = -1;
  for (const layer of layers as readonly Layer[]) {
    for (const pattern of layer.holds) {
      if (pattern.length > bestLength && holds(pattern, path)) {
        best = layer;
        bestLength = pattern.length;
      }
    }
  }
  return best;
}

function holds(pattern: string, path: string): boolean {
  if (pattern.endsWith('/')) return path.startsWith(pattern);
  const expression = pattern.split('*').map(escapeForExpression).join('[^/]*');
  return new RegExp(`^${expression}$`).test(path);
}

function escapeForExpression(text: string): string {
  return text.replace(/[$()+.?[\\\]^{|}]/g, '\\$&');
}

/** Whether a row allows a package, given as it is imported (`lit/decorators.js`, `node:path`, `@lit/task`). */
export function allowsPackage(layer: Layer, specifier: string): boolean {
  const name = packageNameOf(specifier);
  return layer.packages.some((allowed) => {
    if (allowed === name) return true;
    if (allowed === '*') return !specifier.startsWith('node:') && !isFenced(name);
    return allowed.endsWith('*') && name.startsWith(allowed.slice(0, -1));
  });
}

function isFenced(name: string): boolean {
  return (fencedPackages as readonly string[]).includes(name);
}

/** `@scope/name/deep/file.js` → `@scope/name`; `node:fs/promises` → `node:fs`. */
function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
