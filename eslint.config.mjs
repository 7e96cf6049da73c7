/**
 * Lint rules. What is a matter of taste is left to Prettier; what is here finds mistakes, keeps the
 * layers apart (`build/lint/layer-table.ts`) and holds the page to what its security policy allows.
 *
 * A plain module, because ESLint loads a TypeScript file only with a further package. The rules it
 * imports are TypeScript: Node 24 reads them as they are.
 */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import tsdoc from 'eslint-plugin-tsdoc';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import {
  importBans,
  importBansOfPreload,
  markupProperties,
  rendererGlobals,
  rendererGlobalsOfLoaders,
  rendererProperties,
  rendererPropertiesOfLoaders,
  syntaxBans,
} from './build/lint/bans.ts';
import { alongside } from './build/lint/plugin.ts';

const typescript = ['**/*.ts'];
const configurationFiles = ['*.config.{ts,mjs}'];

export default defineConfig([
  globalIgnores(['out/', 'test-results/', 'playwright-report/', 'tests/fixtures/']),

  {
    name: 'alongside/everything',
    extends: [js.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    plugins: { alongside, 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts'],
      // Packages are not part of our cycles, and reading them is most of the work.
      'import-x/external-module-folders': ['node_modules'],
    },
    rules: {
      'alongside/layers': 'error',
      'alongside/explained-disable': 'error',
      'import-x/first': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-mutable-exports': 'error',
      'import-x/no-self-import': 'error',
      'import-x/order': [
        'error',
        { groups: ['builtin', 'external', ['parent', 'sibling', 'index']], 'newlines-between': 'ignore' },
      ],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-imports': ['error', importBans],
      'no-restricted-properties': ['error', ...markupProperties],
      'no-restricted-syntax': ['error', ...syntaxBans],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },

  {
    name: 'alongside/typescript',
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { tsdoc },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Lit's fields and getters are chosen by what a subclass overrides.
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'tsdoc/syntax': 'error',
    },
  },

  {
    name: 'alongside/renderer',
    files: ['renderer/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // A list without bullets says role="list" so that every screen reader still counts its items.
      'lit-a11y/no-redundant-role': 'off',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      // Every component is a LitElement, whose lifecycle callbacks always exist.
      'wc/guard-super-call': 'off',
      'no-console': 'error',
      'no-restricted-globals': ['error', ...rendererGlobals],
      'no-restricted-properties': ['error', ...rendererProperties],
    },
  },
  {
    name: 'alongside/ways-to-the-host',
    // The adapters, the one resource loader, and the place that puts both together.
    files: ['renderer/host/**/*.ts', 'renderer/visit/documents.ts', 'renderer/main.ts', 'renderer/print/main.ts'],
    rules: {
      'no-restricted-globals': ['error', ...rendererGlobalsOfLoaders],
      'no-restricted-properties': ['error', ...rendererPropertiesOfLoaders],
    },
  },
  {
    name: 'alongside/preload',
    files: ['electron/preload.ts'],
    rules: { 'no-restricted-imports': ['error', importBansOfPreload] },
  },

  {
    name: 'alongside/tests',
    files: ['tests/**/*.ts'],
    // Tests hand forbidden addresses to the code that refuses them.
    rules: { 'no-script-url': 'off' },
  },
  { name: 'alongside/scripts', files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    name: 'alongside/default-exports',
    // A tool asks for the default export of its configuration; a declaration describes a package as it is.
    files: [...configurationFiles, '**/*.d.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
]);
