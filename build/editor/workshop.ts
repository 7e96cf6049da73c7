/** The workshop: keeps what is shown in step with what an editor saves. Its last good edition stays when an error comes. */
import { createRecheck } from './recheck.ts';
import { flatProblem, hasErrors, type Problem } from '../content-compiler/problem.ts';
import type { ContentFiles } from '../content-compiler/read/library.ts';
import { compileEdition, type Edition } from './edition.ts';
import type { PreviewState } from './pages/contract.ts';

/** What the workshop needs of the world. */
export interface WorkshopOptions {
  /** Reads the content folder. */
  readonly read: () => Promise<ContentFiles>;
  readonly now: () => Date;
  /** A new edition is there. */
  readonly onEdition: (edition: Edition) => void;
  readonly voice: () => PreviewState['voice'];
}

/** The content being edited. */
export interface Workshop {
  /** Reads and compiles again. Runs one at a time; calls in between become one more. Never rejects. */
  readonly refresh: () => Promise<void>;
  readonly edition: () => Edition | undefined;
  readonly state: () => PreviewState;
  /** The state as soon as its version is past `after`, or after a while in any case. */
  readonly stateAfter: (after: number, patienceMs: number) => Promise<PreviewState>;
  /** Shows another language; one that is not there is passed over. */
  readonly showLanguage: (language: string) => void;
  /** Something that the state tells is another now. */
  readonly touch: () => void;
  /** Lets nobody wait any longer. */
  readonly close: () => void;
}

/** Opens the workshop; nothing is read before the first refresh. */
export function openWorkshop({ read, now, onEdition, voice }: WorkshopOptions): Workshop {
  const recheck = createRecheck();
  const waiting = new Set<() => void>();
  let version = 1;
  let number = 0;
  let edition: Edition | undefined;
  let problems: readonly Problem[] = [];
  let failure: string | undefined;
  let wished: string | undefined;
  let texts: ContentFiles['texts'] | undefined;
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isClosed = false;

  const touch = (): void => {
    version += 1;
    for (const wake of waiting) wake();
  };

  const state = (): PreviewState => {
    const languages = edition?.languages ?? [];
    const shown = languages.find(({ language }) => language === wished) ?? languages[0];
    return {
      version,
      edition: number,
      problems: problems.map(flatProblem),
      ...(failure !== undefined && { failure }),
      language: shown?.language ?? '',
      languages: languages.map(({ language }) => language),
      views: shown?.views ?? [],
      voice: voice(),
    };
  };

  const compile = async (): Promise<void> => {
    const files = await read();
    // Editors' programs touch files they do not change.
    if (texts !== undefined && sameTexts(texts, files.texts)) return;
    texts = files.texts;
    const checked = recheck(files, now());
    problems = checked.problems;
    if (!hasErrors(problems)) {
      edition = compileEdition(checked.library);
      number += 1;
      onEdition(edition);
    }
    failure = undefined;
    touch();
  };

  const refreshOnce = async (): Promise<void> => {
    try {
      await compile();
    } catch (error) {
      texts = undefined;
      const why = error instanceof Error ? error.message : 'the reason is not known';
      failure = `The content could not be compiled: ${why}. Undo your last change, or start the tool again.`;
      touch();
    }
  };

  const refreshUntilCurrent = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await refreshOnce();
    } while (isAsked());
    running = undefined;
  };
  const isAsked = (): boolean => isAskedAgain;

  return {
    refresh: () => {
      if (running !== undefined) isAskedAgain = true;
      running ??= refreshUntilCurrent();
      return running;
    },
    edition: () => edition,
    state,
    stateAfter: (after, patienceMs) =>
      new Promise((resolve) => {
        const answer = (): void => {
          clearTimeout(timer);
          waiting.delete(answer);
          resolve(state());
        };
        const timer = setTimeout(answer, patienceMs);
        if (isClosed || version > after) answer();
        else waiting.add(answer);
      }),
    showLanguage: (language) => {
      wished = language;
      touch();
    },
    touch,
    close: () => {
      isClosed = true;
      touch();
    },
  };
}

function sameTexts(before: ContentFiles['texts'], after: ContentFiles['texts']): boolean {
  return before.size === after.size && [...after].every(([path, text]) => before.get(path) === text);
}
