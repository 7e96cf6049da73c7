import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../../../content/format/index.ts';
import { passagesOfPage, passagesOfPart } from '../../../../build/content-compiler/compile/reading-order.ts';
import { slugOf } from '../../../../build/content-compiler/read/choice.ts';
import { changed, compiled, fixtureFiles, PAGE, problemsOf } from './fixture.ts';

const [page] = compiled().pages;
if (!page) throw new Error('no page');
const part = (id: string) => page.parts.find((one) => one.id === id);
const text = (passage: { readonly runs: readonly { readonly text: string }[] } | undefined) =>
  passage?.runs.map((run) => run.text).join('');

describe('C2 · a page as the kiosk receives it', () => {
  it('passes the format, and the fixture has no problem but what is not there yet and what nobody has heard', () => {
    expect(pageSchema.parse(page)).toEqual(page);
    expect(problemsOf(fixtureFiles()).map(({ code }) => code)).toEqual(['missing-easy-read', 'not-approved-by-ear']);
  });

  it('has readable passage ids, each once', () => {
    const ids = passagesOfPage(page).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'page.title',
        'in-short',
        'in-short.1',
        'chemo.walk-study.aims',
        'references.sample-book',
      ]),
    );
  });

  it('keeps the ids of a part when another part grows', () => {
    const longer = compiled(changed(PAGE, '- Many people', '- One more thing.\n- Many people')).pages[0];
    const idsOf = (one: typeof longer) => one?.parts.find(({ id }) => id === 'chemo')?.blocks;
    expect(idsOf(longer)).toEqual(idsOf(page));
  });

  it('rests a part on its sources, or on the first reference when none are named', () => {
    expect(part('in-short')?.sources).toEqual(['sample-2025']);
    expect(part('chemo')?.sources).toEqual(['sample-article', 'sample-2025']);
    expect(part('chemo')?.forOptions).toEqual(['chemo']);
  });

  it('turns a choice into options that lead to a part or open an answer', () => {
    const choice = part('in-short')?.blocks.find(({ kind }) => kind === 'choice');
    expect(choice).toMatchObject({
      id: 'which',
      options: [
        { id: 'chemo', part: 'chemo' },
        { id: 'i-am-not-sure', answer: [{ kind: 'paragraph' }, { kind: 'list' }] },
      ],
    });
  });

  it('C6 · shows a trial’s aims under their own heading, without the line “Aims:”', () => {
    const trial = part('chemo')?.blocks.find(({ kind }) => kind === 'trial');
    if (trial?.kind !== 'trial') throw new Error('no trial');
    expect(trial.content.map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
    expect(trial.aims.map(text)).toEqual(['Find out whether walking helps.', 'Learn how CAR T cells act.']);
    expect(text(trial.knownOn)).toContain('16 May 2018');
    expect(JSON.stringify(trial)).not.toContain('Aims:');
  });

  it('C9 · carries a drawing as data with a short and a long description', () => {
    const diagram = part('chemo')?.blocks.find(({ kind }) => kind === 'diagram');
    if (diagram?.kind !== 'diagram') throw new Error('no diagram');
    expect(diagram.drawing.viewBox).toEqual([0, 0, 200, 100]);
    expect(text(diagram.alternative)).toBe('A round blood cell');
    expect(diagram.description.map(text)).toHaveLength(2);
  });

  it('C8 · says its review dates in words, and is a sample until a reviewer is named', () => {
    expect(text(page.review.dates)).toBe('Last reviewed 16 May 2025. Next review due 16 May 2027.');
    expect(page.sampleNotice).toBeDefined();
    const signed = compiled(
      changed(PAGE, 'reviewed: 2025-05-16\nnext', 'reviewer: Dr A Nurse\nreviewed: 2025-05-16\nnext'),
    );
    expect(signed.pages[0]?.sampleNotice).toBeUndefined();
  });

  it('C11 · ends with references in one style, and with thanks', () => {
    const references = part('references')?.blocks[0];
    expect(references?.kind === 'references' && references.items.map(text)).toEqual([
      'Tiredness. A Sample Charity. Last reviewed 16 May 2025.',
      'A Writer and B Writer. Rest and movement. Journal of Samples, 2024. Volume 12, number 3. Accessed January 2025.',
      'A book of rest. 2nd edition. Edited by C Editor. Sample Press, 2020.',
    ]);
    expect(page.parts.at(-1)?.id).toBe('acknowledgements');
    const noThanks = compiled(changed(PAGE, 'acknowledgements:\n  - The people who tried this page.\n', ''));
    expect(noThanks.pages[0]?.parts.at(-1)?.id).toBe('references');
  });

  it('P2 · a reference with a public address has a code that opens it; any other address is named with its mend', () => {
    const title = 'title: A book of rest\n';
    const withUrl = (url: string) => changed(PAGE, title, `${title}    url: ${url}\n`);
    const [linked] = compiled(withUrl('https://example.org/rest')).pages;
    const references = linked?.parts.find(({ id }) => id === 'references')?.blocks[0];
    const codes = references?.kind === 'references' ? (references.codes ?? {}) : {};
    expect(Object.keys(codes)).toEqual(['references.sample-book']);
    expect(codes['references.sample-book']?.content).toBe('https://example.org/rest');
    expect(pageSchema.parse(linked)).toEqual(linked);
    const plain = part('references')?.blocks[0];
    expect(plain).not.toHaveProperty('codes');
    for (const wrong of ['http://example.org/rest', 'ftp://example.org', 'example.org', 'https://localhost']) {
      const [problem] = problemsOf(withUrl(wrong)).filter(({ what }) => what.includes('url'));
      expect(problem, wrong).toMatchObject({ level: 'error', place: { file: `content/${PAGE}` } });
    }
  });

  it('C1 · tells a reading time from its words, at least a minute', () => {
    expect(page.readingMinutes).toBe(1);
    const words = `${'Rest is good. '.repeat(100)}\n\n`;
    expect(compiled(changed(PAGE, 'Rest when you can.', words)).pages[0]?.readingMinutes).toBe(3);
  });
});

describe('C4 · medical words', () => {
  const marks = (id: string, files = fixtureFiles()) => {
    const one = compiled(files).pages[0]?.parts.find((candidate) => candidate.id === id);
    const passages = one ? passagesOfPart(one) : [];
    return passages.flatMap(({ runs }) =>
      runs.flatMap((run) => (run.term === undefined ? [] : `${run.text}=${run.term}`)),
    );
  };

  it('are marked once a part, whatever their case; the linked one wins', () => {
    expect(marks('in-short')).toEqual([
      'chemotherapy=chemotherapy',
      'radiotherapy=radiotherapy',
      'your blood=blood-count',
    ]);
  });

  it('are marked by their longest spelling, and again in the next part', () => {
    expect(marks('chemo')).toEqual(['CAR T cell=car-t-cell']);
    expect(marks('chemo', changed(PAGE, 'Rest when', 'Chemo needs rest. Rest when'))).toContain('Chemo=chemotherapy');
  });

  it('are whole words, and capitals inside a spelling must agree', () => {
    expect(marks('chemo', changed(PAGE, 'Rest when', 'A car t cell and a chemoport. Rest when'))[0]).toBe(
      't cell=t-cell',
    );
  });

  it('are marked at the first place they stand, not at the place of their longest spelling', () => {
    const marked = marks('chemo', changed(PAGE, 'Rest when', 'A T cell is one of many T cells. Rest when'));
    expect(marked[0]).toBe('T cell=t-cell');
  });

  it('principle 3 · are never marked when they are sensitive', () => {
    expect(marks('chemo').join()).not.toContain('prognosis');
  });

  it('stand in the glossary in alphabetical order', () => {
    expect(compiled().glossary.terms.map(({ id }) => id)).toEqual([
      'blood-count',
      'car-t-cell',
      'chemotherapy',
      'prognosis',
      'radiotherapy',
      't-cell',
    ]);
  });
});

describe('an option’s id', () => {
  it('is its label in small letters and hyphens', () => {
    expect(slugOf('I don’t know – yet!')).toBe('i-dont-know-yet');
    expect(slugOf('Étape 2')).toBe('etape-2');
    expect(slugOf('…')).toBe('');
  });
});

describe('messages in the bundle', () => {
  it('leave out those that were written into the pages', () => {
    const keys = Object.keys(compiled().messages.messages);
    expect(keys).toContain('nav.home');
    expect(keys.filter((key) => key.startsWith('compiled.'))).toEqual([]);
  });
});
