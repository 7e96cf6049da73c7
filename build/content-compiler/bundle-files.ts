/** A bundle's documents as files: serialised, listed. Pure but for hashing. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  bundlePaths,
  FORMAT_VERSION,
  manifestSchema,
  narrationSchema,
  type Manifest,
} from '../../content/format/index.ts';
import type { CompiledDocument } from './compile/documents.ts';
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

/** A language's documents as files. */
export function writtenDocuments(language: string, documents: readonly CompiledDocument[]): readonly BundleDocument[] {
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

/** A file's entry in the manifest. */
export function manifestEntry(bytes: Uint8Array): Manifest['files'][string] {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/** What a manifest says apart from when it was built. */
export type BundleContents = Pick<Manifest, 'languages' | 'earliestReview' | 'files'>;

/**
 * The manifest of a bundle. Contents equal to the old manifest's keep its version and time; others get the
 * next version and `builtAt`.
 */
export function nextManifest(contents: BundleContents, old: Manifest | undefined, builtAt: Date): Manifest {
  const { languages, earliestReview } = contents;
  const files = Object.fromEntries(Object.entries(contents.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const of = ({ contentVersion, builtAt: at }: Pick<Manifest, 'contentVersion' | 'builtAt'>): Manifest =>
    manifestSchema.parse({
      formatVersion: FORMAT_VERSION,
      contentVersion,
      builtAt: at,
      languages,
      earliestReview,
      files,
    });
  if (old) {
    const same = of(old);
    if (JSON.stringify(same) === JSON.stringify(old)) return same;
  }
  return of({ contentVersion: (old?.contentVersion ?? 0) + 1, builtAt: builtAt.toISOString() });
}

/** Reads a manifest of an earlier build; `undefined` when it is none this compiler could have written. */
export function parseManifest(text: string | undefined): Manifest | undefined {
  if (text === undefined) return undefined;
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
