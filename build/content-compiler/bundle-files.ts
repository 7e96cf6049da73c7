/** A bundle's documents as files: serialised, each at its path. */
import type { z } from 'zod';
import {
  bundlePaths,
  LANGUAGES_PATH,
  languagesSchema,
  narrationSchema,
  type Languages,
  type MessageKey,
} from '../../content/format/index.ts';
import type { CompiledDocument } from './compile/documents.ts';
import type { SearchFile } from './search/index.ts';
import type { ClipFacts } from './narrate/clip.ts';
import type { RecordingOutcomes } from './narrate/recordings/recording.ts';
import type { LanguageRecordings } from './read/recordings.ts';
import type { Library } from './read/library.ts';
import { narrate, type NarrationPlan, type PlanNarration } from './narrate/plan.ts';

/** A document of the bundle: its path and its value. One with a schema has to pass it before it is written. */
export interface BundleDocument {
  readonly path: string;
  readonly value: unknown;
  readonly schema?: z.ZodType;
}

/** A narration to be, and where it will lie. */
export interface PlannedNarration {
  readonly path: string;
  readonly plan: NarrationPlan;
}

/** The list of all languages, each in its own words. */
export function languagesDocument({ languages }: Pick<Library, 'languages'>): BundleDocument {
  const value: Languages = {
    languages: languages.flatMap(({ messages }) => {
      if (!messages) return [];
      const { language, direction, messages: words } = messages;
      const said = (key: MessageKey): string => words[key] ?? '';
      const [name, welcome, start] = [said('language.name'), said('attract.welcome'), said('attract.start')];
      return { language, direction, name, welcome, start };
    }),
  };
  return { path: LANGUAGES_PATH, value, schema: languagesSchema };
}

/** A language's documents as files. */
export function writtenDocuments(language: string, documents: readonly CompiledDocument[]): readonly BundleDocument[] {
  return documents.map(({ name, value }) => ({ path: bundlePaths.document(language, name), value }));
}

/** A language's search index as files, one at a time. */
export function* searchDocuments(language: string, files: Iterable<SearchFile>): Generator<BundleDocument> {
  for (const { name, value, schema } of files) yield { path: bundlePaths.document(language, name), value, schema };
}

/** What is to be spoken of a language's documents. */
export function plannedNarrations(
  language: string,
  documents: readonly CompiledDocument[],
  plan: PlanNarration,
  recordings: LanguageRecordings = new Map(),
): readonly PlannedNarration[] {
  return documents.map(({ name, passages }) => ({
    path: bundlePaths.narration(language, name),
    plan: plan(passages, recordings.get(name)),
  }));
}

/** The narration documents, once every clip is there and every recording aligned. */
export function narrationDocuments(
  planned: readonly PlannedNarration[],
  clips: ReadonlyMap<string, ClipFacts>,
  outcomes: RecordingOutcomes,
): readonly BundleDocument[] {
  return planned.map(({ path, plan }) => ({ path, value: narrationSchema.parse(narrate(plan, clips, outcomes)) }));
}

/** JSON as it lies in the bundle. */
export function serialise(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}
