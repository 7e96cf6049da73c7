/** Pages compiled in threads are the pages compiled here. */
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../../../build/content-compiler/check/check-content.ts';
import { pageContext, type PageFile } from '../../../../../build/content-compiler/pages/page-context.ts';
import {
  createTaskDoer,
  type PageContexts,
  type PageTask,
} from '../../../../../build/content-compiler/pages/page-tasks.ts';
import { doPageTasks } from '../../../../../build/content-compiler/pages/page-threads.ts';
import { pageTexts } from '../../../../../build/content-compiler/read/library.ts';
import { fixtureFiles } from '../fixture.ts';

const files = fixtureFiles();
const sources = readSources(files);
const full = pageTexts(files, 'en').full.map((page): PageFile => ({ ...page, textSeal: '', version: 'full' }));
const contexts: PageContexts = new Map(
  sources.lists.languages.flatMap((lists) => {
    const ids = new Set(['tired-after-treatment', 'when-to-rest']);
    const context = pageContext(lists, sources.lists, sources.policy, ids);
    return context ? [[lists.folder, context]] : [];
  }),
);
const taskAt = (at: number): PageTask => {
  const page = full[at % full.length];
  if (!page) throw new Error('no page');
  return { kind: 'study', folder: 'en', page };
};
/** More than one thread would be used for. */
const MANY = 200;

describe('B5 · pages in threads', () => {
  it.each([
    ['in threads', MANY],
    ['here', 3],
  ])('%s come out as they do one by one, each once', async (_, count) => {
    const doTask = createTaskDoer(contexts);
    const results = new Map<number, unknown>();
    await doPageTasks(contexts, count, taskAt, (result, at) => {
      expect(results.has(at)).toBe(false);
      results.set(at, result);
    });
    expect(results.size).toBe(count);
    for (const [at, result] of results) expect(result).toEqual(doTask(taskAt(at)));
  });

  it.each([
    ['in threads', MANY],
    ['here', 3],
  ])('%s fail with the first that fails', async (_, count) => {
    const wrong = (at: number): PageTask => ({ ...taskAt(at), folder: at === 1 ? 'nowhere' : 'en' });
    await expect(doPageTasks(contexts, count, wrong, () => undefined)).rejects.toThrow('nowhere');
  });

  it('are made when their turn comes, never all at once', async () => {
    let made = 0;
    let done = 0;
    let most = 0;
    const counted = (at: number): PageTask => {
      made += 1;
      most = Math.max(most, made - done);
      return taskAt(at);
    };
    await doPageTasks(contexts, MANY, counted, () => {
      done += 1;
    });
    expect(most).toBeLessThan(MANY / 2);
  });
});
