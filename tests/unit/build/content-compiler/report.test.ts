import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import type { ContentFiles } from '../../../../build/content-compiler/read/library.ts';
import { gatherFacts } from '../../../../build/content-compiler/report/facts.ts';
import { escape, html } from '../../../../build/content-compiler/report/html.ts';
import { renderReport } from '../../../../build/content-compiler/report/render.ts';
import { changed, fixtureFiles, NOW, PAGE } from './fixture.ts';

const factsOf = (files: ContentFiles, now = NOW) => gatherFacts(checkContent(files, now), now);
const pageOf = (files: ContentFiles, now = NOW) => renderReport(factsOf(files, now));

describe('E4 · the content report', () => {
  it('has a calendar by the day each review is due, with what is overdue and what is due within 90 days', () => {
    const files = changed(PAGE, 'nextReview: 2027-05-16', 'nextReview: 2026-01-31');
    const entries = (now: Date) => factsOf(files, now).calendar.map(({ id, next, state }) => `${id} ${next} ${state}`);
    expect(entries(NOW)).toEqual([
      'tired-after-treatment 2026-01-31 soon',
      'sample-line 2026-05-16 later',
      'questions 2027-05-16 later',
      'when-to-rest 2027-05-16 later',
    ]);
    expect(entries(new Date('2026-02-01T00:00:00Z'))[0]).toBe('tired-after-treatment 2026-01-31 overdue');
    expect(entries(new Date('2025-11-01T00:00:00Z'))[0]).toBe('tired-after-treatment 2026-01-31 later');
  });

  it('says who signed a page off, or that it is sample content', () => {
    const signed = changed(PAGE, 'nextReview: 2027-05-16', 'nextReview: 2027-05-16\nreviewer: Dr A. Sample');
    expect(pageOf(signed)).toContain('Dr A. Sample');
    expect(pageOf(fixtureFiles())).not.toContain('Dr A. Sample');
    expect(pageOf(fixtureFiles())).toContain('nobody yet: sample content');
  });

  it('measures every page in each version, and the questions', () => {
    expect(factsOf(fixtureFiles()).measures.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'page tired-after-treatment',
      'page when-to-rest',
      'easy tired-after-treatment',
      'questions questions',
    ]);
    for (const { words, sentences } of factsOf(fixtureFiles()).measures) {
      expect(words).toBeGreaterThan(sentences);
      expect(sentences).toBeGreaterThan(0);
    }
    expect(pageOf(fixtureFiles())).toContain('never a verdict');
  });

  it('R6 · lists each word that nobody approved by ear', () => {
    const [english] = factsOf(fixtureFiles()).unheard;
    const words = english?.words ?? [];
    expect(words).toContain('radiotherapy');
    expect(words).not.toContain('chemotherapy');
    expect(english?.heard).toBeGreaterThan(0);
    for (const word of words) expect(pageOf(fixtureFiles())).toContain(`<li>${word}</li>`);
  });

  it('R5 · lists each recording with its quality, and what is lit while it is heard', () => {
    const file = 'content/en/recordings/pages/a-page/in-short';
    const recordings = [
      { file: `${file}.2.wav`, quality: 0.254, timedBy: 'sentences' },
      { file: `${file}.1.wav`, quality: 0.61, timedBy: 'words' },
    ] as const;
    const facts = gatherFacts({ ...checkContent(fixtureFiles(), NOW), recordings }, NOW);
    expect(facts.recordings.map((one) => one.file)).toEqual([`${file}.1.wav`, `${file}.2.wav`]);
    const page = renderReport(facts);
    for (const told of [`${file}.1.wav`, '0.61', 'Each word', '0.25', 'Sentences']) expect(page).toContain(told);
    expect(pageOf(fixtureFiles())).toContain('the synthetic voice reads everything');
  });

  it('names broken links, addresses that lead out, and all else that check names', () => {
    const text = (fixtureFiles().texts.get(PAGE) ?? '')
      .replace('(#chemo)', '(#kemo)')
      .replace('Rest when you can.', 'See www.example.org today.');
    const files = fixtureFiles({ [PAGE]: text });
    expect(new Set(factsOf(files).links.map(({ code }) => code))).toEqual(
      new Set(['unknown-option', 'unknown-part', 'outward-address']),
    );
    const { problems } = checkContent(files, NOW);
    expect(factsOf(files).problems).toHaveLength(problems.length);
    for (const { code } of problems) expect(pageOf(files)).toContain(`(${code})`);
    expect(pageOf(fixtureFiles())).toContain('No link is broken');
  });

  it('C3 · C10 · tells what lacks an Easy Read version, and that one language needs no translation', () => {
    expect(factsOf(fixtureFiles()).withoutEasyRead).toEqual(['en/when-to-rest']);
    expect(pageOf(fixtureFiles())).toContain('There is one language (en)');
  });

  it('C10 · counts what another language has', () => {
    const texts = new Map(fixtureFiles().texts);
    texts.set('cy/interface.yaml', (texts.get('en/interface.yaml') ?? '').replace('en-GB', 'cy'));
    const facts = factsOf({ root: 'content', texts });
    expect(facts.coverage.find(({ kind }) => kind === 'pages')).toEqual({
      folder: 'cy',
      kind: 'pages',
      total: 2,
      missing: ['tired-after-treatment', 'when-to-rest'],
    });
    expect(renderReport(facts)).toContain('0 of 2');
  });

  it('is the same for the same content and day, and stands alone without scripts', () => {
    const page = pageOf(fixtureFiles());
    expect(pageOf(fixtureFiles(), new Date('2026-01-01T23:00:00Z'))).toBe(page);
    expect(page).not.toMatch(/<script|<link|<img|\bsrc=|https?:|url\(|\son\w+=/i);
  });

  it('is well formed: a language, one h1, h2s in order, tables with captions and header cells with a scope', () => {
    const parser = new SaxesParser();
    const opened: string[] = [];
    let cells = 0;
    parser.on('opentag', ({ name, attributes }) => {
      opened.push(name);
      if (name === 'th' && !['row', 'col'].includes(String(attributes['scope']))) cells += 1;
    });
    const page = pageOf(fixtureFiles())
      .replace('<!doctype html>', '')
      .replace(/<meta[^>]*>/g, '');
    expect(() => parser.write(page).close()).not.toThrow();
    const count = (name: string) => opened.filter((one) => one === name).length;
    expect([count('h1'), count('h2'), cells]).toEqual([1, 7, 0]);
    expect(count('caption')).toBe(count('table'));
    expect(count('table')).toBeGreaterThan(2);
    expect(page).toContain('<html lang="en-GB">');
  });

  it('writes what editors wrote as text, never as markup', () => {
    expect(escape('<b a="1">&').html).toBe('&lt;b a=&quot;1&quot;&gt;&amp;');
    expect(html`<p title="${'"<'}">${['<', html`<b>x</b>`]}</p>`.html).toBe('<p title="&quot;&lt;">&lt;<b>x</b></p>');
    const hostile = changed(PAGE, 'title: Feeling tired after treatment', "title: '<script>alert(1)</script>'");
    expect(pageOf(hostile)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(pageOf(hostile)).not.toContain('<script>');
  });
});
