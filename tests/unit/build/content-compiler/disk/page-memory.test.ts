/** What is remembered of pages is forgotten with the page, and with the compiler that remembered it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSources } from '../../../../../build/content-compiler/check/check-content.ts';
import { openPageMemory, type PageRecord } from '../../../../../build/content-compiler/disk/page-memory.ts';
import { createPageCompiler } from '../../../../../build/content-compiler/pages/page-compiler.ts';
import { pageContext } from '../../../../../build/content-compiler/pages/page-context.ts';
import { pageTexts } from '../../../../../build/content-compiler/read/library.ts';
import { fixtureFiles } from '../fixture.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-memory-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const record = (): PageRecord => {
  const files = fixtureFiles();
  const { lists, policy } = readSources(files);
  const [english] = lists.languages;
  const ids = new Set(['tired-after-treatment', 'when-to-rest']);
  const context = english && pageContext(english, lists, policy, ids);
  const [page] = pageTexts(files, 'en').full;
  const study = context && page && createPageCompiler(context).study({ ...page, textSeal: 't', version: 'full' });
  if (!study) throw new Error('the fixture’s page has errors');
  return { textSeal: 't', seal: 's', studied: study.studied };
};

describe('E4 · the memory of pages', () => {
  it('holds all that was known of a page, as it was', () => {
    const made = record();
    const first = openPageMemory(folder, 'compiler 1');
    first.remember('content/en/pages/a.md', made);
    first.save();
    expect(openPageMemory(folder, 'compiler 1').recall('content/en/pages/a.md')).toEqual(made);
  });

  it('begins anew with another compiler', () => {
    const first = openPageMemory(folder, 'compiler 1');
    first.remember('content/en/pages/a.md', record());
    first.save();
    expect(openPageMemory(folder, 'compiler 2').recall('content/en/pages/a.md')).toBeUndefined();
  });

  it('forgets pages nobody asked for, but only when told that a build was good', () => {
    const first = openPageMemory(folder, 'compiler 1');
    for (const file of ['a.md', 'b.md']) first.remember(file, record());
    first.save();
    const second = openPageMemory(folder, 'compiler 1');
    second.recall('a.md');
    second.save();
    expect(openPageMemory(folder, 'compiler 1').recall('b.md')).toBeDefined();
    const third = openPageMemory(folder, 'compiler 1');
    third.recall('a.md');
    third.forgetOthers();
    third.save();
    const last = openPageMemory(folder, 'compiler 1');
    expect([last.recall('a.md') !== undefined, last.recall('b.md')]).toEqual([true, undefined]);
  });
});
