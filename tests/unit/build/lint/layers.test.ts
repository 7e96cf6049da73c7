import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layerOf, layers, type LayerName } from '../../../../build/lint/layer-table.ts';
import { layersRule } from '../../../../build/lint/layers.ts';
import { ruleTester } from './rule-tester.ts';

/** What a file in a layer may and may not write; each string is an import as it stands in the file. */
interface Row {
  readonly file: string;
  readonly may: readonly string[];
  readonly mayNot: readonly (readonly [code: string, message: RegExp])[];
}

// The product's own description is no code and imports nothing.
const rows: Readonly<Record<Exclude<LayerName, 'product'>, Row>> = {
  'content/format': {
    file: 'content/format/page.ts',
    may: [`import { z } from 'zod';`, `import { slugSchema } from './text.ts';`, `export * from './text.ts';`],
    mayNot: [
      [
        `import { readFile } from 'node:fs/promises';`,
        /“content\/format” may not import the package.*may import .*zod/,
      ],
      [`import 'fs';`, /may not import the package “fs”/],
      [`import { page } from '../../build/content-compiler/page.ts';`, /may not import “build\/content-compiler”/],
      [`import { LitElement } from 'lit';`, /may not import the package “lit”/],
    ],
  },
  'content/format/paths': {
    file: 'content/format/paths.ts',
    may: [`export const bundlePaths = {};`],
    mayNot: [
      [`import { slugSchema } from './text.ts';`, /may not import “content\/format”/],
      [`import { z } from 'zod';`, /may not import the package “zod”/],
    ],
  },
  'renderer/styles': {
    file: 'renderer/styles/controls.ts',
    may: [`import { css } from 'lit';`, `import './tokens.css';`, `import text from './tokens.css?inline';`],
    mayNot: [
      [`import { Visit } from '../visit/visit.ts';`, /“renderer\/styles” may not import “renderer\/visit”/],
      [`import '../components/card.ts';`, /may not import “renderer\/components”/],
    ],
  },
  'renderer/search': {
    file: 'renderer/search/search.ts',
    may: [
      `import type { SearchWords } from '../../content/format/index.ts';`,
      `import { fold } from '../../content/format/search-words.ts';`,
    ],
    mayNot: [
      [`import { html } from 'lit';`, /“renderer\/search” may not import the package “lit”/],
      [`import { Documents } from '../visit/documents.ts';`, /may not import “renderer\/visit”/],
    ],
  },
  'renderer/visit': {
    file: 'renderer/visit/visit.ts',
    may: [
      `import { createContext } from '@lit/context';`,
      `import { IntlMessageFormat } from 'intl-messageformat';`,
      `import type { Page } from '../../content/format/index.ts';`,
      `import { bundlePaths } from '../../content/format/paths.ts';`,
      `import type { HostApi } from '../host/contract.ts';`,
      `let page: import('../../content/format/index.ts').Page;`,
    ],
    mayNot: [
      [
        `import { pageSchema } from '../../content/format/index.ts';`,
        /may know only the types of “content\/format”: write “import type”/,
      ],
      [`import { type Page } from '../../content/format/index.ts';`, /only the types of “content\/format”/],
      [`import { httpHost } from '../host/http-host.ts';`, /may not import “renderer\/host\/adapters”/],
      [`import { z } from 'zod';`, /may not import the package “zod”/],
    ],
  },
  'renderer/components': {
    file: 'renderer/components/toolbar/toolbar.ts',
    may: [
      `import { controls } from '../../styles/controls.ts';`,
      `import { messages } from '../../visit/messages.ts';`,
      `import { House } from 'lucide';`,
      `export { card } from '../card.ts';`,
    ],
    mayNot: [
      [`import { Reader } from '../../reading/reader.ts';`, /may not import “renderer\/reading”.*“renderer\/styles”/],
      [`export * from '../../views/view.ts';`, /may not import “renderer\/views”/],
      [`import type { HostApi } from '../../host/contract.ts';`, /may not import “renderer\/host\/contract”/],
    ],
  },
  'renderer/reading': {
    file: 'renderer/reading/reader.ts',
    may: [`import { messages } from '../visit/messages.ts';`, `import { icon } from '../components/icon.ts';`],
    mayNot: [[`const view = import('../views/view.ts');`, /“renderer\/reading” may not import “renderer\/views”/]],
  },
  'renderer/access': {
    file: 'renderer/access/stops.ts',
    may: [`import { findPassages } from '../reading/passages.ts';`],
    mayNot: [
      [`import { View } from '../views/view.ts';`, /may not import “renderer\/views”/],
      [`import { Guide } from '../guidance/guide.ts';`, /may not import “renderer\/guidance”/],
    ],
  },
  'renderer/guidance': {
    file: 'renderer/guidance/guide.ts',
    may: [`import { findStops } from '../access/stops.ts';`, `import { ClipPlayer } from '../reading/clip-player.ts';`],
    mayNot: [[`import { KioskApp } from '../app/kiosk-app.ts';`, /may not import “renderer\/app”/]],
  },
  'renderer/views': {
    file: 'renderer/views/page/page.ts',
    may: [`import { Reader } from '../../reading/reader.ts';`, `import { view } from '../view.ts';`],
    mayNot: [
      [`import { KioskApp } from '../../app/kiosk-app.ts';`, /may not import “renderer\/app”/],
      [`import { channelOf } from '../../host/channels.ts';`, /may not import “renderer\/host\/channels”/],
    ],
  },
  'renderer/app': {
    file: 'renderer/app/kiosk-app.ts',
    may: [`import '../views/home/home.ts';`, `import type { HostApi } from '../host/contract.ts';`],
    mayNot: [
      [`import { bridgeHost } from '../host/bridge-host.ts';`, /may not import “renderer\/host\/adapters”/],
      [`import { start } from '../main.ts';`, /may not import “renderer\/main”/],
    ],
  },
  'renderer/main': {
    file: 'renderer/main.ts',
    may: [`import './app/kiosk-app.ts';`, `import { bridgeHost } from './host/bridge-host.ts';`],
    mayNot: [[`import { Kiosk } from '../electron/host/kiosk.ts';`, /may not import “electron\/host”/]],
  },
  'renderer/lockdown/keys': {
    file: 'renderer/lockdown/keys.ts',
    may: [`export const refusedChords = [];`],
    mayNot: [[`import { lockPage } from './lock-page.ts';`, /It may import nothing but its own files/]],
  },
  'renderer/lockdown': {
    file: 'renderer/lockdown/lock-page.ts',
    may: [`import { refusedKey } from './keys.ts';`],
    mayNot: [
      [`import { decideNavigation } from '../../electron/policy/navigation.ts';`, /may not import “electron\/policy”/],
    ],
  },
  'renderer/print': {
    file: 'renderer/print/draw.ts',
    may: [
      `import { html } from 'lit';`,
      `import { runs } from '../reading/passages.ts';`,
      `import type { PrintJob } from '../host/printing.ts';`,
    ],
    mayNot: [
      [`import { connectHttpHost } from '../host/http-host.ts';`, /may not import “renderer\/host\/adapters”/],
      [`import { KioskApp } from '../app/kiosk-app.ts';`, /may not import “renderer\/app”/],
    ],
  },
  'renderer/print/main': {
    file: 'renderer/print/main.ts',
    may: [`import { connectHttpHost } from '../host/http-host.ts';`, `import { draw } from './draw.ts';`],
    mayNot: [[`import { KioskApp } from '../app/kiosk-app.ts';`, /may not import “renderer\/app”/]],
  },
  'renderer/host/contract': {
    file: 'renderer/host/contract.ts',
    may: [
      `export interface HostApi { readonly endVisit: () => void }`,
      `import type { PaperSize } from '../../content/format/index.ts';`,
    ],
    mayNot: [[`import { BRIDGE_NAME } from './channels.ts';`, /It may import the types of “content\/format”/]],
  },
  'renderer/host/channels': {
    file: 'renderer/host/channels.ts',
    may: [`import type { HostApi } from './contract.ts';`],
    mayNot: [[`import { HostApi } from './contract.ts';`, /only the types of “renderer\/host\/contract”/]],
  },
  'renderer/host/adapters': {
    file: 'renderer/host/http-host.ts',
    may: [`import { TOKEN_META } from './channels.ts';`, `import type { HostApi } from './contract.ts';`],
    mayNot: [
      [`import { Visit } from '../visit/visit.ts';`, /may not import “renderer\/visit”/],
      [`import { ipcRenderer } from 'electron';`, /may not import the package “electron”/],
    ],
  },
  'electron/policy': {
    file: 'electron/policy/navigation.ts',
    may: [`import { posix } from 'node:path';`, `import { slugSchema } from '../../content/format/index.ts';`],
    mayNot: [
      [`import { Journal } from '../host/journal.ts';`, /“electron\/policy” may not import “electron\/host”/],
      [`import { session } from 'electron';`, /may not import the package “electron”/],
    ],
  },
  'electron/host': {
    file: 'electron/host/kiosk.ts',
    may: [
      `import product from '../../package.json' with { type: 'json' };`,
      `import { readFile } from 'node:fs/promises';`,
      `import { securityHeaders } from '../policy/headers.ts';`,
      `import type { HostApi } from '../../renderer/host/contract.ts';`,
      `import { z } from 'zod';`,
    ],
    mayNot: [
      [`import { app } from 'electron';`, /“electron\/host” may not import the package “electron”/],
      [`import type { App } from 'electron';`, /may not import the package “electron”/],
      [`import { lockDown } from '../shell/lockdown.ts';`, /may not import “electron\/shell”/],
      [`import { Visit } from '../../renderer/visit/visit.ts';`, /may not import “renderer\/visit”/],
    ],
  },
  'electron/host/disk': {
    file: 'electron/host/disk/atomic-file.ts',
    may: [`import { dirname } from 'node:path';`],
    mayNot: [
      [`import { BundleError } from '../bundle/bundle-error.ts';`, /may not import “electron\/host\/bundle”/],
      [`import { z } from 'zod';`, /may not import the package “zod”/],
    ],
  },
  'electron/host/bundle': {
    file: 'electron/host/bundle/open-bundle.ts',
    may: [
      `import { open } from 'yauzl';`,
      `import { join } from 'node:path';`,
      `import { manifestSchema } from '../../../content/format/manifest.ts';`,
    ],
    mayNot: [
      [`import { Journal } from '../journal.ts';`, /“electron\/host\/bundle” may not import “electron\/host”/],
      [`import { securityHeaders } from '../../policy/headers.ts';`, /may not import “electron\/policy”/],
    ],
  },
  'electron/shell': {
    file: 'electron/shell/ipc.ts',
    may: [
      `import { ipcMain } from 'electron';`,
      `import { Journal } from '../host/journal.ts';`,
      `import { channelOf } from '../../renderer/host/channels.ts';`,
    ],
    mayNot: [[`import { bridgeHost } from '../../renderer/host/bridge-host.ts';`, /“renderer\/host\/adapters”/]],
  },
  'electron/main': {
    file: 'electron/main.ts',
    may: [`import { app } from 'electron';`, `import { lockDown } from './shell/lockdown.ts';`],
    mayNot: [
      [`import { serve } from '../build/preview/server.ts';`, /may not import “build\/preview”/],
      [`import './preload.ts';`, /may not import “electron\/preload”/],
    ],
  },
  'electron/preload': {
    file: 'electron/preload.ts',
    may: [
      `import { contextBridge } from 'electron';`,
      `import { BRIDGE_NAME } from '../renderer/host/channels.ts';`,
      `import type { HostApi } from '../renderer/host/contract.ts';`,
    ],
    mayNot: [
      [`import { join } from 'node:path';`, /“electron\/preload” may not import the package “node:path”/],
      [`import { Journal } from './host/journal.ts';`, /may not import “electron\/host”/],
    ],
  },
  build: {
    file: 'build/launch/launch.ts',
    may: [
      `import { parse } from 'yaml';`,
      `import { join } from 'node:path';`,
      `import { pageSchema } from '../../content/format/index.ts';`,
      `import { serve } from '../preview/server.ts';`,
      `import { buildBundle } from '../content-compiler/build-bundle.ts';`,
    ],
    mayNot: [
      [`import electron from 'electron';`, /may not import the package “electron”.*any package but electron, Node/],
      [`import { Kiosk } from '../../electron/host/kiosk.ts';`, /“build” may not import “electron\/host”/],
      [`import { fixture } from '../../tests/fixtures/bundle.ts';`, /may not import “tests”/],
    ],
  },
  'build/content-compiler': {
    file: 'build/content-compiler/cli.ts',
    may: [
      `import { parse } from 'yaml';`,
      `import { pageSchema } from '../../content/format/index.ts';`,
      `import { openBundle } from '../../electron/host/bundle/open-bundle.ts';`,
      `import { serve } from '../preview/server.ts';`,
    ],
    mayNot: [
      [`import { Kiosk } from '../../electron/host/kiosk.ts';`, /may not import “electron\/host”/],
      [`import electron from 'electron';`, /may not import the package “electron”/],
    ],
  },
  'build/reference': {
    file: 'build/reference/cli.ts',
    may: [`import { siteSettingsSchema } from '../../electron/host/settings.ts';`, `import { z } from 'zod';`],
    mayNot: [
      [`import { lockDown } from '../../electron/shell/lockdown.ts';`, /may not import “electron\/shell”/],
      [`import { startServer } from '../preview/server.ts';`, /may not import “build\/preview”/],
    ],
  },
  'build/preview': {
    file: 'build/preview/server.ts',
    may: [
      `import { Kiosk } from '../../electron/host/kiosk.ts';`,
      `import { securityHeaders } from '../../electron/policy/headers.ts';`,
      `import { TOKEN_HEADER } from '../../renderer/host/channels.ts';`,
    ],
    mayNot: [
      [`import { lockDown } from '../../electron/shell/lockdown.ts';`, /may not import “electron\/shell”/],
      [`import { Visit } from '../../renderer/visit/visit.ts';`, /may not import “renderer\/visit”/],
    ],
  },
  'build/editor': {
    file: 'build/editor/open-preview.ts',
    may: [
      `import { createResources } from '../../electron/host/resources.ts';`,
      `import { headersFor } from '../../electron/policy/headers.ts';`,
      `import { readContent } from '../content-compiler/disk.ts';`,
      `import { toolPaths } from './pages/contract.ts';`,
    ],
    mayNot: [
      [`import { lockDown } from '../../electron/shell/lockdown.ts';`, /may not import “electron\/shell”/],
      [`import { Visit } from '../../renderer/visit/visit.ts';`, /may not import “renderer\/visit”/],
    ],
  },
  'build/editor/pages': {
    file: 'build/editor/pages/preview.ts',
    may: [
      `import { themes } from '../../../renderer/visit/preferences.ts';`,
      `import type { KioskEvents } from '../../../renderer/components/events.ts';`,
    ],
    mayNot: [
      [`import { tell } from '../../../renderer/components/events.ts';`, /renderer\/components/],
      [`import { readFile } from 'node:fs/promises';`, /may not import the package/],
      [`import { approve } from '../approve.ts';`, /may not import “build\/editor”/],
    ],
  },
  configuration: {
    file: 'eslint.config.mjs',
    may: [`import { alongside } from './build/lint/plugin.ts';`, `import js from '@eslint/js';`],
    mayNot: [[`import { run } from './tests/run.ts';`, /“configuration” may not import “tests”/]],
  },
  tests: {
    file: 'tests/unit/electron/shell/ipc.test.ts',
    may: [
      `import { Kiosk } from '../../../../electron/host/kiosk.ts';`,
      `import { bundle } from '../../../fixtures/bundle.ts';`,
      `import { _electron } from 'playwright';`,
      `import type { App } from 'electron';`,
    ],
    mayNot: [[`import { oddity } from '../../../../somewhere/else.ts';`, /“somewhere\/else.ts” belongs to no layer/]],
  },
};

for (const [layer, { file, may, mayNot }] of Object.entries(rows)) {
  const filename = resolve(file);
  ruleTester().run(`layers · ${layer}`, layersRule, {
    valid: may.map((code) => ({ code, filename })),
    invalid: mayNot.map(([code, message]) => ({ code, filename, errors: [{ message }] })),
  });
}

ruleTester().run('layers · nothing imports tests', layersRule, {
  valid: [],
  invalid: Object.entries(rows)
    .filter(([name]) => name !== 'tests')
    .map(([, { file }]) => {
      const up = '../'.repeat(file.split('/').length - 1) || './';
      return {
        code: `import { fixture } from '${up}tests/fixtures/bundle.ts';`,
        filename: resolve(file),
        errors: [{ message: /may not import “tests”/ }],
      };
    }),
});

ruleTester().run('layers · a folder without a row', layersRule, {
  valid: [],
  invalid: [
    {
      code: 'export const answer = 42;',
      filename: resolve('renderer/attic/answer.ts'),
      errors: [
        {
          message:
            '“renderer/attic/answer.ts” belongs to no layer. Give its folder a row in build/lint/layer-table.ts.',
        },
      ],
    },
  ],
});

describe('the layer table', () => {
  test('names only layers that exist', () => {
    const names = new Set<string>(layers.map(({ name }) => name));
    for (const layer of layers) {
      const { uses, usesTypesOf = [] } = layer as { uses: readonly string[]; usesTypesOf?: readonly string[] };
      for (const name of [...uses, ...usesTypesOf]) expect(names).toContain(name);
    }
  });

  test('lets only the Electron shell, main, preload and tests import electron', () => {
    const allowed = layers.filter(({ packages }) => (packages as readonly string[]).includes('electron'));
    expect(allowed.map(({ name }) => name)).toEqual(['electron/shell', 'electron/main', 'electron/preload', 'tests']);
  });

  test('lets only what runs in a window, and tests, import a host adapter', () => {
    const allowed = layers.filter(({ uses }) => (uses as readonly string[]).includes('renderer/host/adapters'));
    expect(allowed.map(({ name }) => name)).toEqual(['renderer/main', 'renderer/print/main', 'tests']);
  });

  test('gives a file to the most exact row', () => {
    expect(layerOf('build/preview/server.ts')?.name).toBe('build/preview');
    expect(layerOf('build/launch/cli.ts')?.name).toBe('build');
    expect(layerOf('electron/host/bundle/unpack.ts')?.name).toBe('electron/host/bundle');
    expect(layerOf('renderer/host/http-host.ts')?.name).toBe('renderer/host/adapters');
    expect(layerOf('renderer/stylesheet.ts')).toBeUndefined();
  });
});
