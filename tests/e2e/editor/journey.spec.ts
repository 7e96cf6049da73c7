/**
 * A new editor, following content/README.md: a page with a diagram, a medical word and a helpline, from the first
 * command to the kiosk (E1, E2, E4, B1). Every step is a command as they type it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentTool, copyLibrary } from '../../support/content-tool.ts';
import { temporaryFolder } from '../../support/damaged.ts';
import { hears, listen } from '../../support/ears.ts';
import { hands } from '../../support/hands.ts';
import { Kiosk } from '../../support/kiosk.ts';
import { startKiosk } from '../../support/kiosk-process.ts';
import { expect, test } from '../../support/test.ts';
import { words } from '../../support/words.ts';

const page = (fault: { readonly alt: string; readonly term: string; readonly text: string }): string => `---
id: blood-tests
title: Blood tests
summary: What a blood test is like, and what it tells.
reviewed: 2026-11-01
nextReview: 2027-11-01
references:
  - id: a-book
    kind: book
    title: A book of samples
    year: 2024
---

## In short {#in-short sources=a-book}

- A blood test takes a few minutes.
- It tells how much ${fault.term} there is.

## What happens {#what-happens sources=a-book}

${fault.text}

:::diagram{#drop src=drop.svg${fault.alt}}
A round drop hangs below a finger.
:::

::helpline{id=sleep-line}
`;

const right = page({
  alt: ' alt="A drop of blood"',
  term: '[plasma](term:plasma)',
  text: 'A nurse takes a little blood.',
});

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320">
  <circle class="fill-warm stroke-ink" cx="320" cy="160" r="90" stroke-width="8"/>
</svg>
`;

test('E1, E2, E4, B1 · a new editor adds a page, is told each mistake, signs a bundle and sees and hears it on the kiosk', async ({
  page: screen,
  watch,
}) => {
  test.setTimeout(240_000);
  await using folder = await temporaryFolder();
  const desk = folder.path;
  await copyLibrary(desk);
  const tool = (...args: readonly string[]) => contentTool(desk, ...args);
  const content = (...path: readonly string[]) => join(desk, 'content', ...path);

  await test.step('begins the page, the word and the helpline; what is still to be written is named', async () => {
    const begun = await tool('new', 'page', 'blood-tests', '--title', 'Blood tests', '--topic', 'living');
    expect(begun, begun.stderr).toMatchObject({ code: 0 });
    expect(await tool('new', 'term', 'plasma', '--term', 'plasma')).toMatchObject({ code: 0 });
    expect(await tool('new', 'helpline', 'sleep-line', '--name', 'The sleep line')).toMatchObject({ code: 0 });
    const check = await tool('check');
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(/content\/en\/pages\/blood-tests\.md:\d+:\d+ {2}error {2}placeholder/);
    const refused = await tool('build', '--quiet');
    expect(refused.code, 'nothing half-written is built').toBe(1);
  });

  await test.step('a command given twice overwrites nothing', async () => {
    const before = await readFile(content('en', 'pages', 'blood-tests.md'), 'utf8');
    expect((await tool('new', 'page', 'blood-tests', '--title', 'Other')).code).not.toBe(0);
    expect(await readFile(content('en', 'pages', 'blood-tests.md'), 'utf8')).toBe(before);
  });

  await test.step('writes them, with five mistakes: each is named with its place and its mend, in one run', async () => {
    const glossary = await readFile(content('en', 'glossary.yaml'), 'utf8');
    const entry =
      '- id: plasma\n  term: plasma\n  sayIt: PLAZ-muh\n  meaning: The watery part of blood.\n  source: general\n';
    const withoutSkeleton = glossary.replace(/- id: plasma\n(?: {2}.*\n)+/, '');
    await writeFile(content('en', 'glossary.yaml'), `${withoutSkeleton.trimEnd()}\n${entry}`);
    const helplines = (await readFile(content('en', 'helplines.yaml'), 'utf8'))
      .replace('0000 000 0000', '0808 800 1111')
      .replace(/hours: 'TODO.*'/, 'hours: Monday to Friday, 9am to 5pm')
      .replace(/checkedOn: (\S+) # TODO.*/, 'checkedOn: $1')
      .replace(/source: general # TODO.*/, 'source: a-book');
    await writeFile(content('en', 'helplines.yaml'), helplines);
    await writeFile(content('media', 'drop.svg'), drawing.replace('<circle', '<script>alert(1)</script><circle'));
    const wrong = page({
      alt: '',
      term: '[plasma](term:plazma)',
      text: `A nurse takes <b>blood</b>. ${Array.from({ length: 30 }, () => 'again').join(' ')}.`,
    });
    await writeFile(content('en', 'pages', 'blood-tests.md'), wrong);
    const { code, stdout } = await tool('check');
    expect(code).toBe(1);
    for (const mistake of ['unknown-term', 'raw-html', 'long-sentence', 'missing-alternative', 'drawing']) {
      expect(stdout).toMatch(new RegExp(`\\.(?:md|svg):\\d+:\\d+ {2}error {2}${mistake} {2}.+ · .+ · .+`));
    }
  });

  await test.step('mends them: no error is left', async () => {
    await writeFile(content('media', 'drop.svg'), drawing);
    await writeFile(content('en', 'pages', 'blood-tests.md'), right);
    const check = await tool('check', '--quiet');
    expect(check.stdout).toBe('');
    expect(check.code).toBe(0);
  });

  const publicKey = await test.step('makes keys, builds, signs, packs and verifies', async () => {
    expect(await tool('keys', '--out', 'keys')).toMatchObject({ code: 0 });
    const build = await tool('build', '--out', 'bundle', '--cache', 'cache');
    expect(build, build.stderr).toMatchObject({ code: 0 });
    expect(await tool('sign', '--bundle', 'bundle', '--key', 'keys/private-key.pem')).toMatchObject({ code: 0 });
    expect(await tool('pack', '--bundle', 'bundle', '--out', 'library.bundle')).toMatchObject({ code: 0 });
    const verify = await tool('verify', 'library.bundle', '--trust', 'keys/public-key.pem');
    expect(verify, verify.stdout + verify.stderr).toMatchObject({ code: 0 });
    const pem = await readFile(join(desk, 'keys', 'public-key.pem'), 'utf8');
    return pem.replace(/-----[^-]+-----|\s/g, '');
  });

  await test.step('a later change is told in plain words', async () => {
    await writeFile(content('en', 'pages', 'blood-tests.md'), right.replace('a few minutes', 'five minutes'));
    expect(await tool('build', '--out', 'newer', '--cache', 'cache', '--quiet')).toMatchObject({ code: 0 });
    const diff = await tool('diff', 'library.bundle', 'newer');
    expect(diff.stdout).toContain('Blood tests');
    expect(diff.stdout).toContain('five minutes');
  });

  await test.step('and sees and hears it on a kiosk that trusts this key and no other', async () => {
    const siteFile = join(desk, 'site.json');
    await writeFile(siteFile, JSON.stringify({ content: { trustedKeys: [publicKey] } }));
    const args = ['--site', siteFile, '--bundle', join(desk, 'bundle')];
    const ready = await startKiosk({ dataDir: join(desk, 'data'), cwd: desk, args });
    watch.expectTrouble(new RegExp(`left the kiosk: ${ready.url}`));
    try {
      const kiosk = new Kiosk(screen, hands.touch, ready.url, watch);
      await listen(screen);
      await kiosk.opens('#/home');
      await kiosk.choosesCard('Living with treatment');
      await kiosk.choosesCard('Blood tests');
      await expect(kiosk.title).toHaveText('Blood tests');
      await expect(screen.getByRole('img', { name: 'A drop of blood' })).toBeVisible();
      await expect(screen.locator('.helpline .number')).toHaveText('0808 800 1111');
      await kiosk.presses(screen.locator('button.term').filter({ hasText: 'plasma' }));
      await expect(kiosk.meaning).toContainText('The watery part of blood.');
      await kiosk.asksToRead();
      await hears(screen);
      await expect(kiosk.readingButton('pause')).toBeVisible();
      await expect(screen.locator('.sample')).toHaveText(words.text('sample.notice'));
      await screen.goto('about:blank');
    } finally {
      expect(await ready.stop()).toBe(0);
    }
    const other = await startKiosk({
      dataDir: join(desk, 'data-2'),
      cwd: desk,
      args: ['--site', siteFile, '--bundle', join(desk, 'newer')],
    });
    expect(other.stderr(), 'an unsigned bundle is refused there').toMatch(/signature/i);
    expect(await other.stop()).toBe(0);
  });
});
