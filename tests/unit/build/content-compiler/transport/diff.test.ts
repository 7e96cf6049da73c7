import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryOf, makeManifest, reviewsOf } from '../../../../../build/content-compiler/make-manifest.ts';
import { serialise } from '../../../../../build/content-compiler/bundle-files.ts';
import { compileLanguage } from '../../../../../build/content-compiler/compile/language.ts';
import { documentsOf } from '../../../../../build/content-compiler/compile/documents.ts';
import { checkContent } from '../../../../../build/content-compiler/check/check-content.ts';
import { diffBundles, type BundleDiff } from '../../../../../build/content-compiler/transport/diff/diff-bundles.ts';
import { changedItems } from '../../../../../build/content-compiler/transport/diff/sequence.ts';
import { tellDiff } from '../../../../../build/content-compiler/transport/diff/tell.ts';
import type { ContentFiles } from '../../../../../build/content-compiler/read/library.ts';
import { bundlePaths, MANIFEST_FILE } from '../../../../../content/format/index.ts';
import type { BundleFiles } from '../../../../../electron/host/bundle/bundle-files.ts';
import { changed, fixtureFiles, NOW, PAGE } from '../fixture.ts';
import { fc, test as property } from '../../../electron/property.ts';

/** A library compiled into a bundle in memory, with sounds that are only names. */
function bundleOf(library: ContentFiles, sounds: readonly string[] = [], version = 1): BundleFiles {
  const files = new Map<string, Uint8Array>();
  const checked = checkContent(library, NOW).library;
  const compiled = checked.languages.map((source) => compileLanguage(source, checked.drawings));
  for (const language of compiled) {
    for (const { name, value } of documentsOf(language))
      files.set(bundlePaths.document(language.language, name), serialise(value));
  }
  for (const sound of sounds) files.set(`audio/${sound}.ogg`, serialise(sound));
  const { bytes, listings } = makeManifest(
    {
      languages: compiled.map(({ language }) => language),
      reviews: reviewsOf(compiled.flatMap(({ pages }) => pages)),
      files: new Map([...files].map(([path, content]) => [path, entryOf(content)])),
    },
    Buffer.from(JSON.stringify({ contentVersion: version - 1, builtAt: NOW.toISOString() })),
    NOW,
  );
  const all = new Map([...files, ...listings, [MANIFEST_FILE, bytes] as const]);
  return {
    name: 'bundle',
    mend: 'Mend it.',
    read: (path) => Promise.resolve(Buffer.from(all.get(path) ?? '')),
    paths: () => Promise.resolve([...all.keys()]),
  };
}

const before = bundleOf(fixtureFiles(), ['aa/one', 'aa/two']);
const diffWith = (after: ContentFiles): Promise<BundleDiff> =>
  diffBundles(before, bundleOf(after, ['aa/one', 'aa/two'], 2));
const told = async (after: ContentFiles): Promise<string> => tellDiff(await diffWith(after)).join('\n');

describe('E4, V3 · what changed, in plain words', () => {
  it('is nothing when nothing changed, and says so', async () => {
    const diff = await diffBundles(before, before);
    expect(diff).toMatchObject({ changes: [], speech: { added: 0, removed: 0 } });
    expect(tellDiff(diff).join('\n')).toBe(
      'Version 1 of 1 January 2026 → Version 1 of 1 January 2026\n\nNothing changed for readers.',
    );
  });

  it('tells a changed sentence before and after, with the part it is in, and no other', async () => {
    const { changes } = await diffWith(changed(PAGE, 'Rest when you can.', 'Sleep when you can.'));
    expect(changes).toMatchObject([
      { subject: 'sentence', before: 'Rest when you can.', after: 'Sleep when you can.' },
    ]);
    const text = await told(changed(PAGE, 'Rest when you can.', 'Sleep when you can.'));
    expect(text).toContain('What pages say');
    expect(text).toContain('    was:  Rest when you can.\n    is:   Sleep when you can.');
    expect(text).not.toMatch(/[0-9a-f]{64}/);
  });

  it('puts a helpline’s number first, once, whatever else changed', async () => {
    const files = fixtureFiles();
    const path = 'en/helplines.yaml';
    const number = /number: ["']?(\+?[0-9 ]+)/.exec(files.texts.get(path) ?? '')?.[1]?.trim() ?? '';
    expect(number).not.toBe('');
    const texts = new Map(files.texts);
    texts.set(path, (texts.get(path) ?? '').replace(number, '0808 111 1111'));
    texts.set(PAGE, (texts.get(PAGE) ?? '').replace('Rest when you can.', 'Sleep when you can.'));
    const { changes } = await diffWith({ ...files, texts });
    const aboutNumber = changes.filter(({ subject, detail }) => subject === 'helpline' && detail === 'number');
    expect(aboutNumber).toEqual([changes[0]]);
    expect(changes[0]).toMatchObject({ before: number, after: '0808 111 1111' });
    expect(tellDiff(await diffWith({ ...files, texts }))[2]).toBe('Helplines');
  });

  it('tells a page that is called something else, and review dates', async () => {
    const title = /^title: (.*)$/m.exec(fixtureFiles().texts.get(PAGE) ?? '')?.[1] ?? '';
    expect(await told(changed(PAGE, `title: ${title}`, 'title: Being worn out'))).toContain(
      `“${title}” is now called “Being worn out”`,
    );
    const date = /^nextReview: (.*)$/m.exec(fixtureFiles().texts.get(PAGE) ?? '')?.[1] ?? '';
    const text = await told(changed(PAGE, `nextReview: ${date}`, 'nextReview: 2027-02-03'));
    expect(text).toMatch(new RegExp(`next review changed from “${date}” to “2027-02-03”`));
  });

  it('tells a medical word whose meaning changed', async () => {
    const glossary = fixtureFiles().texts.get('en/glossary.yaml') ?? '';
    const meaning = /meaning: (.*)$/m.exec(glossary)?.[1] ?? '';
    const { changes } = await diffWith(changed('en/glossary.yaml', `meaning: ${meaning}`, 'meaning: Something else.'));
    expect(changes).toMatchObject([{ subject: 'term', detail: 'meaning', after: 'Something else.' }]);
  });

  it('tells what a ticket’s word is called now, and tickets that came or went', async () => {
    const english = readFileSync(join(import.meta.dirname, '../../../../../content/en/tickets.yaml'), 'utf8');
    const named = bundleOf(fixtureFiles({ 'en/tickets.yaml': english }));
    const renamed = bundleOf(fixtureFiles({ 'en/tickets.yaml': english.replace('robin: Robin', 'robin: Wren') }));
    const { changes } = await diffBundles(named, renamed);
    expect(changes).toEqual([
      { subject: 'ticket', language: 'en-GB', where: ['robin'], before: 'Robin', after: 'Wren' },
    ]);
    expect(tellDiff(await diffBundles(named, renamed)).join('\n')).toContain(
      'Words of tickets\n  “Robin” is now called “Wren”',
    );
    expect(tellDiff(await diffBundles(before, named)).join('\n')).toContain('New: “Robin”');
    expect(tellDiff(await diffBundles(named, before)).join('\n')).toContain('Gone: “Robin”');
  });

  it('tells a word of the interface', async () => {
    const { changes } = await diffWith(changed('en/interface.yaml', 'nav.home: Home', 'nav.home: Start'));
    expect(changes).toEqual([
      { subject: 'button', language: 'en-GB', where: ['nav.home'], before: 'Home', after: 'Start' },
    ]);
  });

  it('tells a drawing that is another one, without showing it', async () => {
    const diff = await diffWith(changed('media/chair.svg', 'x="10"', 'x="11"'));
    expect(diff.changes.length).toBeGreaterThan(0);
    for (const { subject } of diff.changes) expect(subject).toBe('picture');
    expect(tellDiff(diff).join('\n')).toContain('A drawing is another one');
  });

  it('counts speech, and tells no hash', async () => {
    const after = bundleOf(fixtureFiles(), ['aa/one', 'bb/new', 'bb/newer'], 2);
    const lines = tellDiff(await diffBundles(before, after)).join('\n');
    expect(lines).toContain('2 sentences spoken anew, 1 sentence no longer spoken');
  });

  it('says when the second is the older one', async () => {
    const newer = bundleOf(fixtureFiles(), [], 9);
    expect(tellDiff(await diffBundles(newer, before))).toContain('The second bundle is the older one.');
  });

  it('refuses a bundle that is damaged where it is read', async () => {
    const after = bundleOf(changed(PAGE, 'Rest when you can.', 'Sleep when you can.'), [], 2);
    const damaged: BundleFiles = {
      ...after,
      read: async (path, mostBytes) => {
        const bytes = await after.read(path, mostBytes);
        return path.includes('/pages/') ? bytes.fill(0x20, 0, 1) : bytes;
      },
    };
    await expect(diffBundles(before, damaged)).rejects.toMatchObject({ fault: 'file-hash' });
  });
});

describe('pages that come and go', () => {
  const page = (texts: ReadonlyMap<string, string>, id: string): ReadonlyMap<string, string> => {
    const topics = texts.get('en/topics.yaml') ?? '';
    const text = (texts.get(PAGE) ?? '')
      .replace(/^id: .*$/m, `id: ${id}`)
      .replace(/^title: .*$/m, 'title: Another page');
    return new Map([
      ...texts,
      [`en/pages/${id}.md`, text],
      ['en/topics.yaml', topics.replace('tired-after-treatment', `tired-after-treatment, ${id}`)],
    ]);
  };

  it('are told by their titles, both ways', async () => {
    const files = fixtureFiles();
    const more = { ...files, texts: page(files.texts, 'another-page') };
    const bundle = bundleOf(more, [], 2);
    const come = await diffBundles(bundleOf(files), bundle);
    expect(come.changes).toContainEqual({
      subject: 'page',
      language: 'en-GB',
      where: ['Another page'],
      after: 'Another page',
    });
    const gone = await diffBundles(bundle, bundleOf(files));
    expect(gone.changes).toContainEqual({
      subject: 'page',
      language: 'en-GB',
      where: ['Another page'],
      before: 'Another page',
    });
    expect(tellDiff(gone).join('\n')).toContain('Gone: “Another page”');
  });
});

describe('the sentences between two versions', () => {
  it.each<[string, string, string, readonly object[]]>([
    ['nothing', 'a b c', 'a b c', []],
    ['one in the middle', 'a b c', 'a x c', [{ before: 'b', after: 'x' }]],
    ['one more', 'a c', 'a b c', [{ after: 'b' }]],
    ['one less', 'a b c', 'a c', [{ before: 'b' }]],
    [
      'two places',
      'a b c d e',
      'x b c y e',
      [
        { before: 'a', after: 'x' },
        { before: 'd', after: 'y' },
      ],
    ],
    ['everything', 'a b', 'x y z', [{ before: 'a', after: 'x' }, { before: 'b', after: 'y' }, { after: 'z' }]],
  ])('%s', (_, old, fresh, changes) => {
    expect(changedItems(old.split(' '), fresh.split(' '))).toEqual(changes);
  });

  const sentences = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  property.prop([sentences, sentences], 1000)('applied to the old version give the new one', (old, fresh) => {
    const changes = changedItems(old, fresh);
    const count = (items: readonly (string | undefined)[], item: string): number =>
      items.filter((other) => other === item).length;
    for (const item of 'abcd') {
      const gone = count(
        changes.map((change) => change.before),
        item,
      );
      const come = count(
        changes.map((change) => change.after),
        item,
      );
      expect(count(fresh, item)).toBe(count(old, item) - gone + come);
    }
    expect(changes.length === 0).toBe(old.join() === fresh.join());
  });
});
