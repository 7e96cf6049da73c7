import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '../../../../../build/content-compiler/build-bundle.ts';
import type { RenderClips } from '../../../../../build/content-compiler/narrate/render.ts';
import { bundlePaths, MANIFEST_FILE, SIGNATURE_FILE } from '../../../../../content/format/index.ts';
import { parsePublicKey } from '../../../../../electron/host/bundle/trusted-keys.ts';
import { unpackBundle } from '../../../../../electron/host/bundle/unpack.ts';
import { openKiosk } from '../../../../../electron/host/kiosk.ts';
import { noBackground, recordingJournal, startPage, writeFiles } from '../../../electron/kiosk-fixture.ts';
import { fixtureFiles, NOW, PAGE } from '../fixture.ts';

const cli = join(import.meta.dirname, '../../../../../build/content-compiler/cli.ts');
let folder = '';
const at = (...names: string[]): string => join(folder, ...names);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Types a command in the test's folder, at the time the bundle was built. */
function run(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(NOW.getTime() / 1000) };
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

const json = async (...args: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await run(...args, '--json')).stdout) as Record<string, unknown>;

/** Clips without a voice: quick, and the same for the same text. */
const renderClips: RenderClips = (jobs, onClip) => {
  for (const { key, text } of jobs) {
    const facts = { durationMs: 100 + text.length, events: [{ position: 0, length: 1, atMs: 5 }] };
    onClip({ key, facts, ogg: new TextEncoder().encode(`OggS ${text}`) });
  }
  return Promise.resolve();
};

const build = (contentDir: string, outDir: string) =>
  buildBundle({ contentDir, outDir, cacheDir: at('cache'), now: NOW, renderClips });

const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** A copy of the signed bundle, to be damaged. */
const copyOf = async (name: string): Promise<string> => {
  await cp(at('signed'), at(name), { recursive: true });
  return name;
};

const pagePath = bundlePaths.document('en-GB', 'pages/tired-after-treatment');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-transport-'));
  for (const [root, after] of [
    ['content', 'Rest when you can.'],
    ['later', 'Sleep when you can.'],
  ] as const) {
    for (const [path, text] of fixtureFiles().texts) {
      await mkdir(dirname(at(root, path)), { recursive: true });
      await writeFile(at(root, path), path === PAGE ? text.replace('Rest when you can.', after) : text);
    }
  }
  await build(at('content'), at('bundle'));
  await cp(at('bundle'), at('later-bundle'), { recursive: true });
  await build(at('later'), at('later-bundle'));
  await run('keys', '--out', 'keys');
  await run('keys', '--out', 'other-keys');
  await cp(at('bundle'), at('signed'), { recursive: true });
  await run('sign', '--bundle', 'signed', '--key', 'keys/private-key.pem');
  await run('pack', '--bundle', 'signed', '--out', 'content.bundle');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('E1 · the commands around a bundle', () => {
  it.each(['keys', 'sign', 'pack', 'publish', 'verify', 'diff'])(
    '%s --help ends with 0 and gives examples',
    async (command) => {
      const { code, stdout } = await run(command, '--help');
      expect([code, stdout]).toEqual([0, expect.stringContaining(`npm run content -- ${command} `)]);
    },
  );

  it.each([
    ['keys without a place for them', ['keys']],
    ['sign without a key', ['sign', '--bundle', 'bundle']],
    ['sign with a key that is not there', ['sign', '--bundle', 'bundle', '--key', 'nowhere.pem']],
    ['sign with the public key', ['sign', '--bundle', 'bundle', '--key', 'keys/public-key.pem']],
    ['sign with something that is no key', ['sign', '--bundle', 'bundle', '--key', 'content/en/topics.yaml']],
    [
      'sign with the file a bundle is packed in',
      ['sign', '--bundle', 'content.bundle', '--key', 'keys/private-key.pem'],
    ],
    ['sign with no bundle', ['sign', '--bundle', 'nowhere', '--key', 'keys/private-key.pem']],
    ['build --sign with the public key', ['build', '--sign', 'keys/public-key.pem']],
    ['pack without a file to write', ['pack', '--bundle', 'bundle']],
    ['pack into a folder', ['pack', '--bundle', 'bundle', '--out', 'keys']],
    ['publish without a folder to write to', ['publish', '--bundle', 'signed']],
    ['publish with nothing by that name', ['publish', '--bundle', 'nowhere', '--out', 'www']],
    ['verify without a bundle', ['verify']],
    ['verify with nothing by that name', ['verify', 'nowhere']],
    ['verify trusting a private key', ['verify', 'bundle', '--trust', 'keys/private-key.pem']],
    ['diff with one bundle', ['diff', 'bundle']],
    ['diff with nothing by that name', ['diff', 'bundle', 'nowhere']],
  ])('%s ends with 2 and says what to give', async (_, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/give|check the name|required|missing|--help/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('B1 · keys', () => {
  it('makes a pair: the private one for its owner only, the public one as the settings take it', async () => {
    const { code, stdout } = await run('keys', '--out', 'more-keys');
    expect(code).toBe(0);
    expect((await stat(at('more-keys/private-key.pem'))).mode & 0o777).toBe(
      process.platform === 'win32' ? 0o666 : 0o600,
    );
    const { id } = parsePublicKey(await readFile(at('more-keys/public-key.pem'), 'utf8'));
    expect(stdout).toContain(id);
    const settings = /"trustedKeys": \["(.*)"\]/.exec(stdout)?.[1] ?? '';
    expect(parsePublicKey(settings).id).toBe(id);
    expect(stdout).not.toContain('PRIVATE KEY');
  });

  it('never overwrites one', async () => {
    const before = await hashOf(at('keys/private-key.pem'));
    const { code, stderr } = await run('keys', '--out', 'keys');
    expect([code, stderr]).toEqual([1, expect.stringContaining('is not overwritten')]);
    expect(await hashOf(at('keys/private-key.pem'))).toBe(before);
  });
});

describe('B1 · sign', () => {
  it('leaves the manifest as it is and puts the signature beside it, the same each time', async () => {
    expect(await hashOf(at('signed', MANIFEST_FILE))).toBe(await hashOf(at('bundle', MANIFEST_FILE)));
    const before = await hashOf(at('signed', SIGNATURE_FILE));
    const { code, stdout } = await run('sign', '--bundle', 'signed', '--key', 'keys/private-key.pem');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Signed signed, version 1')]);
    expect(await hashOf(at('signed', SIGNATURE_FILE))).toBe(before);
  });

  it('does not sign what is damaged', async () => {
    const damaged = await copyOf('damaged-to-sign');
    await rm(at(damaged, SIGNATURE_FILE));
    await truncate(at(damaged, pagePath), 10);
    const { code, stderr } = await run('sign', '--bundle', damaged, '--key', 'keys/private-key.pem', '--quiet');
    expect([code, stderr]).toEqual([1, expect.stringContaining(pagePath)]);
    expect(await readdir(at(damaged))).not.toContain(SIGNATURE_FILE);
  });

  it('is part of a build when asked, and a build that changes nothing keeps it', async () => {
    const args = {
      contentDir: at('content'),
      outDir: at('built-signed'),
      cacheDir: at('cache'),
      now: NOW,
      renderClips,
    };
    const { readSigner } = await import('../../../../../build/content-compiler/transport/keys.ts');
    const { sign } = await readSigner(at('keys/private-key.pem'));
    await buildBundle({ ...args, sign });
    expect(await hashOf(at('built-signed', SIGNATURE_FILE))).toBe(await hashOf(at('signed', SIGNATURE_FILE)));
    expect((await buildBundle(args)).changed).toBe(false);
    expect(await hashOf(at('built-signed', SIGNATURE_FILE))).toBe(await hashOf(at('signed', SIGNATURE_FILE)));
    await buildBundle({ ...args, contentDir: at('later') });
    expect(await readdir(at('built-signed'))).not.toContain(SIGNATURE_FILE);
  });
});

describe('B2 · publish', () => {
  it('writes a tree once, and after that only what is new', async () => {
    const first = await json('publish', '--bundle', 'content.bundle', '--out', 'www');
    expect(first).toMatchObject({ contentVersion: 1, keyId: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown });
    const again = await json('publish', '--bundle', 'signed', '--out', 'www');
    expect(again).toMatchObject({ added: { files: 0, bytes: 0 } });
    const names = await readdir(at('www'));
    expect(names.sort()).toEqual(['current.json', 'files']);
  });

  it('refuses what nobody has signed, and what is damaged, and leaves what was published', async () => {
    const unsigned = await run('publish', '--bundle', 'bundle', '--out', 'www-of-none', '--quiet');
    expect([unsigned.code, unsigned.stderr]).toEqual([1, expect.stringContaining('content -- sign')]);
    const damaged = await copyOf('damaged-to-publish');
    await run('sign', '--bundle', damaged, '--key', 'keys/private-key.pem');
    await truncate(at(damaged, pagePath), 10);
    const { code, stderr } = await run('publish', '--bundle', damaged, '--out', 'www-of-damage', '--quiet');
    expect([code, stderr]).toEqual([1, expect.stringContaining(pagePath)]);
    expect(await readdir(at('www-of-damage'))).not.toContain('current.json');
  });
});

describe('B1 · pack', () => {
  it('gives the same bytes for the same bundle, in any time zone', async () => {
    const env = process.env['TZ'];
    try {
      for (const zone of ['Asia/Tokyo', 'America/St_Johns']) {
        process.env['TZ'] = zone;
        await run('pack', '--bundle', 'signed', '--out', 'again.bundle');
        expect(await hashOf(at('again.bundle'))).toBe(await hashOf(at('content.bundle')));
      }
    } finally {
      if (env === undefined) delete process.env['TZ'];
      else process.env['TZ'] = env;
    }
  });

  it('two builds from nothing give the same bytes', async () => {
    const packed: string[] = [];
    for (const name of ['first', 'second']) {
      await build(at('content'), at(name));
      await run('pack', '--bundle', name, '--out', `${name}.bundle`);
      packed.push(await hashOf(at(`${name}.bundle`)));
    }
    expect(packed[0]).toBe(packed[1]);
  });

  it('begins with the manifest and its signature', async () => {
    const bytes = await readFile(at('content.bundle'));
    const firstName = bytes.toString('latin1', 30, 30 + bytes.readUInt16LE(26));
    expect(firstName).toBe(MANIFEST_FILE);
    expect(bytes.indexOf(SIGNATURE_FILE)).toBeLessThan(bytes.indexOf('audio/'));
  });

  it('says that an unsigned bundle is not signed', async () => {
    const { code, stdout } = await run('pack', '--bundle', 'bundle', '--out', 'unsigned.bundle');
    expect([code, stdout]).toEqual([0, expect.stringContaining('not signed')]);
  });

  it('does not pack what is damaged, and leaves the file that was there', async () => {
    const damaged = await copyOf('damaged-to-pack');
    await truncate(at(damaged, pagePath), 10);
    await writeFile(at('old.bundle'), 'the old one');
    const { code, stderr } = await run('pack', '--bundle', damaged, '--out', 'old.bundle', '--quiet');
    expect([code, stderr]).toEqual([1, expect.stringContaining(pagePath)]);
    expect(await readFile(at('old.bundle'), 'utf8')).toBe('the old one');
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('B1 · verify', () => {
  const trust = ['--trust', 'keys/public-key.pem'];

  it.each(['signed', 'content.bundle'])('finds nothing wrong with %s', async (bundle) => {
    const { code, stdout } = await run('verify', bundle, ...trust);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/is whole: version 1.*Signed with the trusted key/)]);
    expect(await json('verify', bundle, ...trust)).toMatchObject({
      ok: true,
      contentVersion: 1,
      signature: { state: 'trusted' },
      problems: [],
    });
  });

  it('says what nobody has checked', async () => {
    expect((await run('verify', 'bundle')).stdout).toContain('Nobody has signed it.');
    expect((await run('verify', 'signed')).stdout).toContain('which nobody checked');
  });

  it('tells all problems at once, each with its code and its mend', async () => {
    const damaged = await copyOf('damaged');
    await truncate(at(damaged, pagePath), 10);
    await rm(at(damaged, bundlePaths.document('en-GB', 'glossary')));
    await writeFile(at(damaged, 'en-gb/extra.json'), '{}');
    const { code, stdout } = await run('verify', damaged, '--trust', 'other-keys/public-key.pem');
    expect(code).toBe(1);
    for (const fault of ['signature-unknown-key', 'file-size', 'file-missing', 'file-unlisted'])
      expect(stdout).toMatch(new RegExp(`^${fault}  .+\\.$`, 'm'));
    expect(stdout).toContain('4 problems');
    expect(await json('verify', damaged, '--trust', 'other-keys/public-key.pem')).toMatchObject({
      ok: false,
      signature: { state: 'refused' },
    });
    const { problems } = (await json('verify', damaged)) as { readonly problems: readonly { readonly code: string }[] };
    expect(problems.map((problem) => problem.code).toSorted()).toEqual(['file-missing', 'file-size', 'file-unlisted']);
  });

  it.each([
    ['without a manifest', (dir: string) => rm(join(dir, MANIFEST_FILE)), 'manifest-missing'],
    ['without a signature', (dir: string) => rm(join(dir, SIGNATURE_FILE)), 'signature-missing'],
    ['without its listings', (dir: string) => rm(join(dir, 'listings'), { recursive: true }), 'file-missing'],
  ])('refuses a bundle %s', async (what, damage, fault) => {
    const damaged = await copyOf(what.replaceAll(' ', '-'));
    await damage(at(damaged));
    const { code, stdout } = await run('verify', damaged, ...trust);
    expect([code, stdout]).toEqual([1, expect.stringMatching(new RegExp(`^${fault}  `, 'm'))]);
  });

  it('tells a signature that is none, also when nobody asked whose it is; signing again mends it', async () => {
    const damaged = await copyOf('bad-signature');
    await writeFile(at(damaged, SIGNATURE_FILE), 'signed, sealed');
    expect(await json('verify', damaged)).toMatchObject({ ok: false, problems: [{ code: 'signature-malformed' }] });
    expect(await run('sign', '--bundle', damaged, '--key', 'keys/private-key.pem')).toMatchObject({ code: 0 });
    expect(await json('verify', damaged, ...trust)).toMatchObject({ ok: true });
  });

  it('refuses a file that is no bundle', async () => {
    await writeFile(at('photo.bundle'), 'not a bundle');
    const { code, stdout } = await run('verify', 'photo.bundle');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^archive-unreadable {2}/)]);
    expect(await json('verify', 'photo.bundle')).toMatchObject({
      ok: false,
      problems: [{ code: 'archive-unreadable' }],
    });
  });

  it('C8 · says when the clock is from before the bundle was built', async () => {
    const outcome = await new Promise<string>((resolve) => {
      const env = { ...process.env, SOURCE_DATE_EPOCH: '1000000000' };
      execFile(process.execPath, [cli, 'verify', 'signed'], { cwd: folder, env }, (_, stdout) => resolve(stdout));
    });
    expect(outcome).toMatch(/^clock-before-build {2}This computer’s clock says 2001/m);
  });
});

describe('E4 · diff', () => {
  it('tells the sentence that changed, from a folder to a folder or a file', async () => {
    const { code, stdout } = await run('diff', 'content.bundle', 'later-bundle');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Version 1 of .* → Version 2 of /);
    expect(stdout).toContain('was:  Rest when you can.\n    is:   Sleep when you can.');
    expect(stdout).toMatch(/Speech\n {2}\d+ sentences? spoken anew/);
    expect(stdout).not.toMatch(/[0-9a-f]{32}/);
    expect(await json('diff', 'bundle', 'later-bundle')).toMatchObject({
      before: { contentVersion: 1 },
      after: { contentVersion: 2 },
    });
  });

  it('ends with 0 when nothing changed, and with 1 for a bundle that cannot be read', async () => {
    expect(await run('diff', 'bundle', 'signed')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing changed') as unknown,
    });
    await writeFile(at('photo.bundle'), 'not a bundle');
    const { code, stderr } = await run('diff', 'bundle', 'photo.bundle');
    expect([code, stderr]).toEqual([1, expect.stringContaining('photo.bundle is no bundle')]);
  });
});

describe('B1 · the whole way', () => {
  it('a bundle that was built, signed, packed and unpacked is what the kiosk shows', async () => {
    const trusted = await readFile(at('keys/public-key.pem'), 'utf8');
    await unpackBundle(at('content.bundle'), at('slots/1'), {
      trustedKeys: [parsePublicKey(trusted)],
      now: () => NOW.getTime(),
    });
    await writeFiles(folder, {
      'app/index.html': startPage,
      'site.json': JSON.stringify({ content: { trustedKeys: [trusted] } }),
    });
    const { journal, events } = recordingJournal();
    const kiosk = await openKiosk({
      appDir: at('app'),
      bundleDir: at('slots/1'),
      siteFile: at('site.json'),
      journal,
      now: () => NOW.getTime(),
      endVisit: () => Promise.resolve(),
      background: noBackground,
    });
    expect(kiosk.problems).toEqual([]);
    const page = await kiosk.resources(new Request(`http://127.0.0.1/content/${pagePath}`));
    expect(Buffer.from(await page.arrayBuffer())).toEqual(await readFile(at('bundle', pagePath)));
    const clip = (await readdir(at('bundle/audio'), { recursive: true })).find((path) => path.endsWith('.ogg')) ?? '';
    const sound = await kiosk.resources(
      new Request(`http://127.0.0.1/content/audio/${clip.replaceAll('\\', '/')}`, { headers: { range: 'bytes=0-3' } }),
    );
    expect([sound.status, await sound.text()]).toEqual([206, 'OggS']);
    expect(events.map(({ event }) => event)).toEqual(['kiosk-ready']);
  });
});
