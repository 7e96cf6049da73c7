import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import {
  importBans,
  importBansOfPreload,
  markupProperties,
  rendererGlobals,
  rendererGlobalsOfLoaders,
  rendererProperties,
  syntaxBans,
} from '../../../../build/lint/bans.ts';

const names = ['fetch', 'window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'WebSocket'];

/** The messages that a piece of code gets under some rules. */
function messagesFor(code: string, rules: Linter.RulesRecord): readonly string[] {
  const languageOptions: Linter.LanguageOptions = {
    parser: tseslint.parser,
    globals: Object.fromEntries(names.map((name) => [name, 'readonly'])),
  };
  return new Linter().verify(code, { files: ['**/*.ts'], languageOptions, rules }, 'file.ts').map((it) => it.message);
}

const inAnyFile: Linter.RulesRecord = {
  'no-restricted-syntax': ['error', ...syntaxBans],
  'no-restricted-properties': ['error', ...markupProperties],
  'no-restricted-imports': ['error', importBans],
};
const inRenderer: Linter.RulesRecord = {
  'no-restricted-globals': ['error', ...rendererGlobals],
  'no-restricted-properties': ['error', ...rendererProperties],
};

describe('refused in any file', () => {
  test.each([
    ['enum Size { Small }', /union of literals/],
    ['namespace Sizes { export const small = 1; }', /module instead of a namespace/],
    ['class A { constructor(private readonly b: number) {} }', /parameter properties/],
    ['html`<p style="color: red">a</p>`', /Use a class/],
    ['html`<p style=${a}>a</p>`', /Use a class/],
    ['html`<p .innerHTML=${a}></p>`', /No markup is set as text/],
    ['element.innerHTML = text;', /No markup is set as text/],
    ['element.insertAdjacentHTML("beforeend", text);', /No markup is set as text/],
    ["import { unsafeHTML } from 'lit/directives/unsafe-html.js';", /No markup is taken on trust/],
    ["import { unsafeSVG } from 'lit/directives/unsafe-svg.js';", /No markup is taken on trust/],
    ["import { unsafeCSS } from 'lit';", /Style sheets are written with css/],
    ["import { ipcRenderer } from 'electron';", /Only electron\/preload.ts speaks IPC/],
  ])('%s', (code, message) => {
    expect(messagesFor(code, inAnyFile)).toEqual([expect.stringMatching(message)]);
  });
});

describe('allowed in any file', () => {
  test.each([
    'html`<p class="calm">a</p>`',
    'html`<svg class="a" stroke-width="4"></svg>`',
    'element.textContent = text;',
    "import { css, html } from 'lit';",
    "import { contextBridge } from 'electron';",
    'declare global { interface Window { readonly kiosk: string } }',
  ])('%s', (code) => {
    expect(messagesFor(code, inAnyFile)).toEqual([]);
  });
});

describe('X5, L3 · refused in the renderer', () => {
  test.each([
    ['localStorage.setItem("a", "b");', /Nothing of a visit is kept/],
    ['window.sessionStorage.clear();', /Nothing of a visit is kept/],
    ['indexedDB.open("a");', /Nothing of a visit is kept/],
    ['document.cookie = "a=b";', /Nothing of a visit is kept/],
    ['void fetch("/a");', /asks the host/],
    ['void window.fetch("/a");', /asks the host/],
    ['new WebSocket("ws://a");', /asks the host/],
    ['navigator.sendBeacon("/a");', /asks the host/],
  ])('%s', (code, message) => {
    expect(messagesFor(code, inRenderer)).toEqual([expect.stringMatching(message)]);
  });
});

test('the adapters and the resource loader may fetch, and still keep nothing', () => {
  const rules: Linter.RulesRecord = { 'no-restricted-globals': ['error', ...rendererGlobalsOfLoaders] };
  expect(messagesFor('void fetch("/a");', rules)).toEqual([]);
  expect(messagesFor('localStorage.clear();', rules)).toHaveLength(1);
});

test('the preload script may use IPC, and still no markup on trust', () => {
  const rules: Linter.RulesRecord = { 'no-restricted-imports': ['error', importBansOfPreload] };
  expect(messagesFor("import { ipcRenderer } from 'electron';", rules)).toEqual([]);
  expect(messagesFor("import { unsafeCSS } from 'lit';", rules)).toHaveLength(1);
});
