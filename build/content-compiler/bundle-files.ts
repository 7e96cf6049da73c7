/** A bundle's documents as files: serialised, each at its path. */
import { bundlePaths, narrationSchema } from '../../content/format/index.ts';
import type { CompiledDocument } from './compile/documents.ts';
import type { SearchFile } from './search/index.ts';
import type { ClipFacts } from './narrate/clip.ts';
import { narrate, type NarrationPlan, type PlanNarration } from './narrate/plan.ts';

/** A document of the bundle: its path and its value, which has passed its schema. */
export interface BundleDocument {
  readonly path: string;
  readonly value: unknown;
}

/** A narration to be, and where it will lie. */
export interface PlannedNarration {
  readonly path: string;
  readonly plan: NarrationPlan;
}

/** A language's documents and its search index as files. */
export function writtenDocuments(
  language: string,
  documents: readonly (Pick<CompiledDocument, 'name' | 'value'> | SearchFile)[],
): readonly BundleDocument[] {
  return documents.map(({ name, value }) => ({ path: bundlePaths.document(language, name), value }));
}

/** What is to be spoken of a language's documents. */
export function plannedNarrations(
  language: string,
  documents: readonly CompiledDocument[],
  plan: PlanNarration,
): readonly PlannedNarration[] {
  return documents.map(({ name, passages }) => ({ path: bundlePaths.narration(language, name), plan: plan(passages) }));
}

/** The narration documents, once every clip is there. */
export function narrationDocuments(
  planned: readonly PlannedNarration[],
  clips: ReadonlyMap<string, ClipFacts>,
): readonly BundleDocument[] {
  return planned.map(({ path, plan }) => ({ path, value: narrationSchema.parse(narrate(plan, clips)) }));
}

/** JSON as it lies in the bundle. */
export function serialise(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
