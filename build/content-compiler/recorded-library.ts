/** A library with its recordings: what of them is used, and what is wrong with the others (R5). */
import type { CheckedContent, Sources } from './check/check-content.ts';
import { byPolicy } from './check/policy.ts';
import { wordsWithoutRecording } from './check/recorded-words.ts';
import { problemsOfRecording, unknownDocuments } from './check/recordings.ts';
import { recordingJobsOf } from './narrate/plan.ts';
import type { TimedBy } from './narrate/recordings/recording.ts';
import { takeUpRecordings, type TakenRecordings, type TakeUpOptions } from './narrate/recordings/take-up.ts';
import { compileAroundPages, type LanguageInParts } from './pages/around-pages.ts';
import type { StudiedPages } from './pages/study-pages.ts';
import { hasErrors, sortProblems, type Problem } from './problem.ts';
import { recordingsIn } from './read/recordings.ts';

/** A recording that is used. */
export interface UsedRecording {
  readonly file: string;
  readonly quality: number;
  readonly timedBy: TimedBy;
}

/** A library, ready to be spoken and written but for the clips. */
export interface RecordedLibrary {
  /** Empty when the library has errors: then nothing can be built. */
  readonly languages: readonly LanguageInParts[];
  /** All problems, those of recordings among them. */
  readonly problems: readonly Problem[];
  readonly recordings: readonly UsedRecording[];
  readonly taken: TakenRecordings;
}

/** Compiles what is around the pages, and takes up all recordings. Of a page with errors, they are left for later. */
export async function recordLibrary(
  { files }: Pick<Sources, 'files'>,
  { pages }: Pick<StudiedPages, 'pages'>,
  { library, policy, problems }: CheckedContent,
  options: TakeUpOptions,
): Promise<RecordedLibrary> {
  const [original] = library.languages;
  const languages = hasErrors(problems)
    ? []
    : library.languages.map((source) =>
        compileAroundPages(
          source,
          source === original ? undefined : original,
          library.drawings,
          pages,
          recordingsIn(files, source.folder),
        ),
      );
  const plans = languages.flatMap(({ planned }) => planned.map(({ plan }) => plan));
  const jobs = [...pages.flatMap(({ studied }) => studied.recordings), ...recordingJobsOf(plans)];
  const taken = await takeUpRecordings(jobs, options);
  const own = [
    ...unknownDocuments(files, library),
    ...wordsWithoutRecording(files),
    ...pages.flatMap(({ studied }) => studied.recordingProblems),
    ...languages.flatMap(({ recordingProblems }) => recordingProblems),
    ...jobs.flatMap((job) => problemsOfRecording(job, taken)),
  ];
  return {
    languages,
    taken,
    problems: sortProblems([...problems, ...own.flatMap((one) => byPolicy(one, policy) ?? [])]),
    recordings: jobs.flatMap(({ key, file }) => {
      const outcome = taken.outcomes.get(key);
      return outcome ? { file, quality: outcome.quality, timedBy: outcome.timedBy } : [];
    }),
  };
}
