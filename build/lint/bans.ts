/**
 * What no file of a kind may contain, as options of ESLint's `no-restricted-…` rules. ESLint replaces
 * the options of a rule where two blocks set it, so each list here is whole and used once per file.
 */

/** A syntax selector with what to do instead. */
export interface SyntaxBan {
  readonly selector: string;
  readonly message: string;
}

const inLitTemplate = 'TaggedTemplateExpression[tag.name=/^(html|svg|mathml)$/] TemplateElement';

/** Everywhere. Type checking erases types and nothing else, so enums and namespaces cannot run. */
export const syntaxBans: readonly SyntaxBan[] = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals, or an object “as const”, instead of an enum.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module instead of a namespace.' },
  { selector: 'TSParameterProperty', message: 'Declare the field and assign it; parameter properties hide both.' },
  {
    selector: `${inLitTemplate}[value.raw=/\\sstyle\\s*=/]`,
    message: 'The content security policy refuses style attributes. Use a class and the component’s styles.',
  },
  {
    selector: `${inLitTemplate}[value.raw=/\\.(inner|outer)HTML\\s*=/]`,
    message: 'No markup is set as text. Build elements from data with a template.',
  },
];

/** Everywhere: properties that turn text into markup. */
export const markupProperties = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
    property,
    message: 'No markup is set as text. Build elements from data with a template.',
  })),
  { object: 'document', property: 'write', message: 'Build elements from data with a template.' },
] as const;

/** In the renderer: places that would keep something of a visit (X5). */
const keepingStores = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'] as const;
const nothingIsKept = 'Nothing of a visit is kept. Hold it in the visit’s memory (renderer/visit).';

/** In the renderer: ways onto a network that go round the host. */
const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'] as const;
const throughTheHost = 'The page asks the host (HostApi) or the resource loader; it opens no connection itself.';

const windowNames = ['window', 'globalThis', 'self'] as const;

export const rendererGlobals = [
  ...keepingStores.map((name) => ({ name, message: nothingIsKept })),
  ...networkGlobals.map((name) => ({ name, message: throughTheHost })),
];

export const rendererProperties = [
  ...markupProperties,
  { object: 'document', property: 'cookie', message: nothingIsKept },
  { object: 'navigator', property: 'sendBeacon', message: throughTheHost },
  ...windowNames.flatMap((object) => [
    ...keepingStores.map((property) => ({ object, property, message: nothingIsKept })),
    ...networkGlobals.map((property) => ({ object, property, message: throughTheHost })),
  ]),
];

/** For the files that are the way to the host: they may call `fetch`, and still keep nothing. */
export const rendererGlobalsOfLoaders = rendererGlobals.filter(({ name }) => name !== 'fetch');
export const rendererPropertiesOfLoaders = rendererProperties.filter(({ property }) => property !== 'fetch');

/** Everywhere: the directives of Lit that take markup or style sheets on trust. */
const unsafeDirectives = [
  { group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*'], message: 'No markup is taken on trust.' },
  {
    group: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/reactive-element/css-tag.js'],
    importNames: ['unsafeCSS'],
    message: 'Style sheets are written with css`…`; values come from the tokens in renderer/styles.',
  },
];

/** Import bans for all files but the preload script, which is the only one that may speak IPC by name. */
export const importBans = {
  patterns: [
    ...unsafeDirectives,
    {
      group: ['electron'],
      importNames: ['ipcRenderer'],
      message: 'Only electron/preload.ts speaks IPC; the page calls HostApi.',
    },
  ],
};

/** Import bans for electron/preload.ts. */
export const importBansOfPreload = { patterns: unsafeDirectives };
