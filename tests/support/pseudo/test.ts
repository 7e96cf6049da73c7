/** A kiosk in the pseudo-language, in the hands of a test: its content is made and built once a run. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildBundle } from '../../../build/content-compiler/build-bundle.ts';
import type { LanguageProfile } from '../../../content/format/index.ts';
import { Messages } from '../../../renderer/visit/messages.ts';
import { inRoot } from '../checkout.ts';
import { hands } from '../hands.ts';
import { startKiosk } from '../kiosk-process.ts';
import { Kiosk } from '../kiosk.ts';
import { renderSilence } from '../silent-voice.ts';
import { getSurroundings } from '../surroundings.ts';
import { test as base } from '../test.ts';
import { PSEUDO_LANGUAGE, pseudoInterface, writePseudoContent } from './folder.ts';
import { mark } from './text.ts';

/** What the site's settings say; no language has words for it. */
export const site = {
  hospitalName: 'St Swithin’s Hospital',
  deskDirections: 'The desk is beside the door.',
  teamUsesQuestions: true,
  language: PSEUDO_LANGUAGE,
} as const;

const read = (name: string): unknown => parse(readFileSync(inRoot('content', 'en', name), 'utf8'));

const pseudoWords = (): Messages => {
  const profile = read('language.yaml') as LanguageProfile;
  const { messages } = pseudoInterface(read('interface.yaml'));
  return new Messages({ ...profile, language: PSEUDO_LANGUAGE, messages });
};

const build = async (folder: string, siteFile: string): Promise<void> => {
  const contentDir = join(folder, 'content');
  await writePseudoContent(contentDir);
  await mkdir(join(folder, 'data'));
  await buildBundle({
    contentDir,
    outDir: join(folder, 'bundle'),
    cacheDir: join(folder, 'cache'),
    now: new Date(),
    renderClips: renderSilence,
  });
  await writeFile(siteFile, JSON.stringify(site));
};

/** A kiosk as a visitor uses it whose language is the pseudo-language. */
class PseudoKiosk extends Kiosk {
  override readonly words = pseudoWords();

  override says(text: string): string {
    return mark(text);
  }

  /** Each time as a new visit, so that nothing of the screen before is left. */
  override async opens(address?: string): Promise<void> {
    await this.page.goto('about:blank');
    await super.opens(address);
  }
}

/** The browser tests' `test`, on a kiosk of its own. The voice is left out: nothing here is listened to. */
export const test = base.extend<object, { readonly pseudoUrl: string }>({
  pseudoUrl: [
    async ({ browserName: _browserName }, use) => {
      const folder = join(getSurroundings().runDir, 'pseudo');
      const siteFile = join(folder, 'site.json');
      // A worker that follows another, after a failure, finds what that one made.
      if (!existsSync(siteFile)) await build(folder, siteFile);
      const kiosk = await startKiosk({
        dataDir: join(folder, 'data'),
        args: ['--site', siteFile, '--bundle', join(folder, 'bundle')],
      });
      try {
        await use(kiosk.url);
      } finally {
        await kiosk.stop();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  kioskUrl: ({ pseudoUrl }, use) => use(pseudoUrl),
  kiosk: ({ page, kioskUrl, watch }, use) => use(new PseudoKiosk(page, hands.touch, kioskUrl, watch)),
});
