/** What `publish` writes, served by a real nginx, and a kiosk that fetches it (B2). */
import { createHash } from 'node:crypto';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishBundle } from '../../build/content-compiler/transport/publish.ts';
import { publishedPath } from '../../content/format/published.ts';
import { checkWhole } from '../../electron/host/bundle/check-whole.ts';
import { folderFiles } from '../../electron/host/bundle/bundle-files.ts';
import { createSlots } from '../../electron/host/slots/slots.ts';
import { createAddressSource } from '../../electron/host/updates/address-source.ts';
import { createContentKeeper } from '../../electron/host/updates/content-keeper.ts';
import { createInstaller } from '../../electron/host/updates/installer.ts';
import { startNginx, whyNoNginx } from '../support/nginx-server.ts';
import {
  BUILT_AT,
  bundleFiles,
  type FileTexts,
  noBackground,
  recordingJournal,
  temporaryFolder,
} from '../unit/electron/kiosk-fixture.ts';
import { type Maker, temporaryMaker } from '../unit/electron/packed-bundle.ts';

const why = whyNoNginx();
if (why !== undefined) process.stdout.write(`skipped: B2 with nginx: ${why}\n`);

const long = Buffer.alloc(300_000, 'a long recording');
const files: FileTexts = { ...bundleFiles, 'audio/cd/long.ogg': long };
const longHash = createHash('sha256').update(long).digest('hex');

/** A tree with version 6, which any server's own account may read. */
const publishedTree = async (): Promise<{ readonly tree: string; readonly maker: Maker }> => {
  const maker = await temporaryMaker();
  const [bundle, tree] = [await temporaryFolder(), await temporaryFolder()];
  await maker.write(bundle, 6, files);
  await publishBundle(folderFiles(bundle), tree, { older: false });
  await chmod(tree, 0o755);
  return { tree, maker };
};

/** A kiosk shipped with version 5 that asks an address. */
const askingKiosk = async (address: string, maker: Maker) => {
  const base = await temporaryFolder();
  const shippedDir = join(base, 'shipped');
  await maker.write(shippedDir, 5);
  const { journal, events } = recordingJournal();
  const slots = createSlots({ folder: join(base, 'content'), shippedDir });
  const now = () => BUILT_AT.getTime();
  const trustedKeys = [maker.key];
  const keeper = createContentKeeper({ shippedDir, slots, trustedKeys, journal, now, background: noBackground });
  const installer = createInstaller({ slots, keeper, trustedKeys, journal });
  const fetched = join(base, 'fetched');
  const source = createAddressSource({
    ...{ address, folder: fetched, installer, keeper, trustedKeys, journal, now, random: () => 0 },
  });
  return { base, fetched, keeper, look: source.look, events };
};

describe.skipIf(why !== undefined)(
  `B2 · a published tree on nginx${why === undefined ? '' : ` (skipped: ${why})`}`,
  () => {
    test('is fetched whole, and every file on the disk is as signed', async () => {
      const { tree, maker } = await publishedTree();
      await using server = await startNginx(tree);
      const { keeper, look } = await askingKiosk(server.address, maker);
      await look();
      expect(keeper.offered()).toBe(6);
      keeper.pageStarts();
      const bundle = await keeper.bundle();
      expect(bundle?.manifest.contentVersion).toBe(6);
      if (bundle === undefined) return;
      for await (const { fault } of checkWhole(bundle.files, bundle.manifest)) expect(fault).toBeUndefined();
    });

    test('goes on from the middle of a file, by a range', async () => {
      const { tree, maker } = await publishedTree();
      // Whoever asks for the whole of the long file is refused: it can only come as the rest of a part.
      await using server = await startNginx(
        tree,
        `location = /${publishedPath(longHash)} { if ($http_range = "") { return 403; } }`,
      );
      const { keeper, look, fetched, events } = await askingKiosk(server.address, maker);
      await mkdir(fetched);
      await writeFile(join(fetched, `${longHash}.part`), long.subarray(0, 100_000));
      await look();
      expect(keeper.offered()).toBe(6);
      const bytes = events.find(({ event }) => event === 'content-fetched')?.['bytes'];
      expect(bytes, 'the part was not fetched again').toBeLessThan(long.length);
    });

    test('that sends elsewhere is not followed', async () => {
      const { tree, maker } = await publishedTree();
      await using elsewhere = await startNginx(tree);
      await using server = await startNginx(tree, `location /files/ { return 302 ${elsewhere.address}$request_uri; }`);
      const { keeper, look, events } = await askingKiosk(server.address, maker);
      await look();
      expect(keeper.offered()).toBeUndefined();
      expect(events.at(-1)).toMatchObject({ event: 'content-not-fetched', fault: 'redirected' });
    });

    test('that is slow is waited for', async () => {
      const { tree, maker } = await publishedTree();
      await using server = await startNginx(tree, 'limit_rate 150k;');
      const { keeper, look } = await askingKiosk(server.address, maker);
      await look();
      expect(keeper.offered()).toBe(6);
    });

    test('in which one file was cut short or altered is not installed', async () => {
      for (const damage of [long.subarray(0, 1000), Buffer.alloc(long.length, 'x')]) {
        const { tree, maker } = await publishedTree();
        const file = join(tree, publishedPath(longHash));
        expect((await stat(file)).size).toBe(long.length);
        await writeFile(file, damage);
        await using server = await startNginx(tree);
        const { keeper, look, events } = await askingKiosk(server.address, maker);
        await look();
        expect(keeper.offered()).toBeUndefined();
        expect(events.at(-1)).toMatchObject({ event: 'content-not-fetched' });
        expect((await keeper.bundle())?.manifest.contentVersion).toBe(5);
      }
    });

    test('serves twenty kiosks at once', async () => {
      const { tree, maker } = await publishedTree();
      await using server = await startNginx(tree);
      const kiosks = await Promise.all(Array.from({ length: 20 }, () => askingKiosk(server.address, maker)));
      await Promise.all(kiosks.map(({ look }) => look()));
      expect(kiosks.map(({ keeper }) => keeper.offered())).toEqual(Array.from({ length: 20 }, () => 6));
    });
  },
);
