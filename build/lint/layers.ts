/**
 * The rule `alongside/layers`: a file imports only what the row of its layer in `layer-table.ts`
 * allows. It reads addresses as they are written, so it needs no module resolution and works on code
 * that does not compile yet.
 */
import { builtinModules } from 'node:module';
import { posix, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { allowsPackage, layerOf, type Layer } from './layer-table.ts';

/** The parts of an import that matter here, whichever syntax it is written in. */
interface Import {
  readonly node: Rule.Node;
  readonly specifier: string;
  readonly typesOnly: boolean;
}

/** A syntax node that may name a module; the shapes of ESTree and of typescript-eslint together. */
interface ModuleNode {
  readonly source?: { readonly type: string; readonly value?: unknown } | null;
  readonly importKind?: 'type' | 'value';
  readonly exportKind?: 'type' | 'value';
}

export const layersRule: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'keep each layer to the imports that the architecture gives it' },
    schema: [],
    messages: {
      layer: '“{{from}}” may not import “{{to}}”. It may import {{allowed}}.',
      typesOnly: '“{{from}}” may know only the types of “{{to}}”: write “import type”, or move what runs elsewhere.',
      package: '“{{from}}” may not import the package “{{to}}”. It may import {{allowed}}.',
      homeless: '“{{to}}” belongs to no layer. Give its folder a row in build/lint/layer-table.ts.',
    },
  },

  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    const from = layerOf(path);
    if (!from) {
      return {
        Program(node) {
          context.report({ node, messageId: 'homeless', data: { to: path } });
        },
      };
    }

    function check({ node, specifier, typesOnly }: Import): void {
      if (!from) return;
      const data = { from: from.name, to: specifier, allowed: whatItMayImport(from) };
      if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
        const name = builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
        if (!allowsPackage(from, name)) context.report({ node, messageId: 'package', data });
        return;
      }
      // Bundlers read a question after the address (`?raw`, `?url`); it does not change whose file it is.
      const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
      const to = layerOf(target);
      if (!to) {
        context.report({ node, messageId: 'homeless', data: { to: target } });
      } else if (to.name === from.name || from.uses.includes(to.name)) {
        return;
      } else if (!from.usesTypesOf?.includes(to.name)) {
        context.report({ node, messageId: 'layer', data: { ...data, to: to.name } });
      } else if (!typesOnly) {
        context.report({ node, messageId: 'typesOnly', data: { ...data, to: to.name } });
      }
    }

    function visit(node: Rule.Node, alwaysTypes = false): void {
      const { source, importKind, exportKind } = node as unknown as ModuleNode;
      if (typeof source?.value !== 'string') return;
      const typesOnly = alwaysTypes || importKind === 'type' || exportKind === 'type';
      check({ node, specifier: source.value, typesOnly });
    }

    return {
      ImportDeclaration(node) {
        visit(node);
      },
      ExportNamedDeclaration(node) {
        visit(node);
      },
      ExportAllDeclaration(node) {
        visit(node);
      },
      ImportExpression(node) {
        visit(node);
      },
      // `import('./a.ts').B` in a type position.
      TSImportType(node: Rule.Node) {
        visit(node, true);
      },
    };
  },
};

/** The allowance of a row as the end of a sentence: “a, b, the types of c”. */
function whatItMayImport(layer: Layer): string {
  const allowed = [
    ...layer.uses.map((name) => `“${name}”`),
    ...(layer.usesTypesOf ?? []).map((name) => `the types of “${name}”`),
    ...layer.packages.map((name) => (name === '*' ? 'any package but electron' : name === 'node:*' ? 'Node' : name)),
  ];
  return allowed.length === 0 ? 'nothing but its own files' : allowed.join(', ');
}
