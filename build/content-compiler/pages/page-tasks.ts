/** What is to be done with pages, one at a time: here, or in another thread. */
import type { ClipFacts } from '../narrate/clip.ts';
import type { RecordingOutcomes } from '../narrate/recordings/recording.ts';
import type { Surroundings } from '../compile/page.ts';
import type { PageContext, PageFile } from './page-context.ts';
import { createPageCompiler, type PageCompiler, type PlacedPage, type Study } from './page-compiler.ts';

/** The contexts of all languages, by their folders. */
export type PageContexts = ReadonlyMap<string, PageContext>;

/** A page, and the folder of its language. */
export interface PageOf {
  readonly folder: string;
  readonly page: PageFile;
}

/** A page to be studied, or one to be placed among the others. */
export type PageTask =
  | ({ readonly kind: 'study' } & PageOf)
  | ({
      readonly kind: 'place';
      readonly surroundings: Surroundings;
      readonly clips: ReadonlyMap<string, ClipFacts>;
      readonly outcomes: RecordingOutcomes;
    } & PageOf);

/** What came of a task. */
export type PageResult =
  | { readonly kind: 'studied'; readonly study: Study | undefined }
  | { readonly kind: 'placed'; readonly placed: PlacedPage };

/** Does tasks for pages in these contexts, whose languages are made ready when first needed. */
export function createTaskDoer(contexts: PageContexts): (task: PageTask) => PageResult {
  const compilers = new Map<string, PageCompiler>();
  const compilerOf = (folder: string): PageCompiler => {
    const context = contexts.get(folder);
    if (!context) throw new Error(`“${folder}” is no language whose lists could be read`);
    const compiler = compilers.get(folder) ?? createPageCompiler(context);
    compilers.set(folder, compiler);
    return compiler;
  };
  return (task) => {
    const compiler = compilerOf(task.folder);
    if (task.kind === 'study') return { kind: 'studied', study: compiler.study(task.page) };
    return { kind: 'placed', placed: compiler.place(task.page, task) };
  };
}
