/** The editors' preview, put together: content that is watched, a voice, and a kiosk in a frame on the loopback server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAppFiles } from '../../electron/host/app-files.ts';
import { createHost } from '../../electron/host/host.ts';
import type { Journal } from '../../electron/host/journal.ts';
import { describeKiosk } from '../../electron/host/kiosk.ts';
import { createResources } from '../../electron/host/resources.ts';
import { defaultSettings } from '../../electron/host/settings.ts';
import { readContent, writeWhole } from '../content-compiler/disk.ts';
import { startServer } from '../preview/server.ts';
import { ApprovalError, approve } from './approve.ts';
import { liveBundle, type LiveBundle } from './live-bundle.ts';
import type { Approval } from './pages/contract.ts';
import { recordableOf } from './recordable.ts';
import { createToolHost } from './tool-calls.ts';
import { buildToolPages } from './tool-pages.ts';
import { createToolResources } from './tool-resources.ts';
import { openVoice } from './voice.ts';
import { watchFolder } from './watch.ts';
import { openWorkshop } from './workshop.ts';

/** Where the preview finds things, and what it needs of the world. */
export interface PreviewOptions {
  readonly contentDir: string;
  /** The built renderer. */
  readonly appDir: string;
  readonly cacheDir: string;
  /** 1 to 65535, or 0 for any free port. */
  readonly port: number;
  readonly now: () => Date;
  readonly journal: Journal;
}

/** A preview that runs. */
export interface Preview {
  /** Where it is, with a final slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the preview and compiles the content once, with or without errors in it.
 *
 * @throws DiskError when there is no such content folder
 * @throws PortError when the port cannot be had
 */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { contentDir, appDir, cacheDir, port, now, journal } = options;
  const read = () => readContent(contentDir);
  await read();
  let bundle: LiveBundle | undefined;
  let voiceFailure: string | undefined;
  let speaking: ReturnType<typeof setTimeout> | undefined;
  const voice = openVoice({
    cacheDir,
    now: now(),
    onChange: () => {
      workshop.touch();
    },
    onFailure: (message) => {
      voiceFailure = message;
      workshop.touch();
    },
  });
  const workshop = openWorkshop({
    read,
    now,
    voice: () => ({ waiting: voice.waiting(), ...(voiceFailure !== undefined && { failure: voiceFailure }) }),
    onEdition: (edition) => {
      const live = liveBundle(edition, voice);
      bundle = live;
      voiceFailure = undefined;
      // The text first: planning and speaking wait until the page has been asked for again.
      clearTimeout(speaking);
      speaking = setTimeout(() => {
        voice.expect(live.jobs());
      }, SPEAK_AFTER_MS);
    },
  });

  const kiosk = createHost({
    journal,
    endVisit: () => Promise.resolve(),
    describe: () => {
      const { edition, language, languages } = workshop.state();
      if (edition === 0) return Promise.resolve(undefined);
      return Promise.resolve(
        describeKiosk(
          { ...defaultSettings, language, visit: { ...defaultSettings.visit, idleSeconds: EDITOR_IDLE_SECONDS } },
          { languages: [...languages], contentVersion: edition, builtAt: new Date(0).toISOString() },
        ),
      );
    },
  });
  const resources = createToolResources({
    pages: await buildToolPages(),
    kiosk: createResources({
      app: await readAppFiles(appDir),
      bundle: () => Promise.resolve(bundle),
      site: defaultSettings,
      journal,
    }),
    stateAfter: workshop.stateAfter,
    words: () => bundle?.proof().list ?? { words: [] },
    recording: (name) => {
      const edition = workshop.edition();
      return edition ? recordableOf(edition, name) : { documents: [], passages: [] };
    },
  });
  const approveWord = async ({ folder, written, by }: Approval): Promise<void> => {
    const isListed = bundle?.proof().list.words.some((word) => word.folder === folder && word.written === written);
    if (isListed !== true) throw new ApprovalError(`“${written}” is not waiting to be heard; load this page again.`);
    const file = join(contentDir, 'lexicon', `${folder}.yaml`);
    const on = now().toISOString().slice(0, 10);
    await writeWhole(file, approve(await readFile(file, 'utf8'), { written, by, on }));
    await workshop.refresh();
  };
  await workshop.refresh();
  const server = await startServer({
    port,
    resources,
    host: createToolHost({ kiosk, showLanguage: workshop.showLanguage, approveWord }),
    journal,
  });
  const stopWatching = watchFolder(contentDir, () => void workshop.refresh());
  return {
    url: server.url,
    close: async () => {
      stopWatching();
      clearTimeout(speaking);
      workshop.close();
      await server.close();
      await voice.close();
    },
  };
}

/** Longer than a page takes to load again. */
const SPEAK_AFTER_MS = 400;

/** Somebody who writes, or has gone for tea, is not asked whether they are still there. */
const EDITOR_IDLE_SECONDS = 24 * 60 * 60;
