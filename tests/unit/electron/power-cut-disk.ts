/** A disk whose computer loses its power at a chosen step: nothing works from then on, and what was not flushed may be gone. */
import { readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Disk, realDisk } from '../../../electron/host/disk/disk.ts';

/** Thrown by every step from the cut on. */
class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

/**
 * What a power cut leaves of that which was not flushed: all of it, as when only the process was killed, or nothing,
 * the worst that a disk may do. Names need the flush of their folder, and bytes that of their file.
 */
export type Unflushed = 'kept' | 'lost';

export interface PowerCutDisk {
  readonly disk: Disk;
  /** How many steps were begun. */
  readonly steps: () => number;
  /** Does to the real disk what the cut does to that which was not flushed. */
  readonly afterTheCut: (unflushed: Unflushed) => Promise<void>;
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  /** The bytes of the file that stood there. */
  readonly before: Buffer | undefined;
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/**
 * Makes the disk.
 *
 * @param cutAt - at which step, counted from 1, the power goes; a step that writes has then written half
 */
export const powerCutDisk = (cutAt: number): PowerCutDisk => {
  let steps = 0;
  let unflushedBytes = new Set<string>();
  let unflushedNames = new Set<string>();
  let renamings: readonly Renaming[] = [];

  /** Whether this step is the one at which the power goes; all after it fail at once. */
  const begin = (): boolean => {
    steps += 1;
    if (steps > cutAt) throw new PowerCut();
    return steps === cutAt;
  };

  const step = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    if (begin()) throw new PowerCut();
    return run();
  };

  const moved = (paths: ReadonlySet<string>, from: string, to: string): Set<string> =>
    new Set([...paths].map((path) => (isBelow(path, from) ? to + path.slice(from.length) : path)));

  const open: Disk['open'] = async (...values) => {
    const [file, flags] = values;
    const path = String(file);
    const handle = await step(() => realDisk.open(...values));
    if (flags === 'wx') unflushedNames.add(path);
    return new Proxy(handle, {
      get: (target, name) => {
        if (name === 'writeFile')
          return async (data: Uint8Array | string): Promise<void> => {
            const bytes = Buffer.from(data);
            const isCut = begin();
            unflushedBytes.add(path);
            await target.writeFile(isCut ? bytes.subarray(0, bytes.length / 2) : bytes);
            if (isCut) throw new PowerCut();
          };
        if (name === 'sync')
          return () =>
            step(() => {
              unflushedBytes.delete(path);
              renamings = renamings.filter(({ to }) => dirname(to) !== path);
              unflushedNames = new Set([...unflushedNames].filter((made) => dirname(made) !== path));
              return Promise.resolve();
            });
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };

  const move: Disk['rename'] = (from, to) =>
    step(async () => {
      const [source, target] = [String(from), String(to)];
      const before = await readFile(target).catch(() => undefined);
      await rename(source, target);
      renamings = [...renamings, { from: source, to: target, before }];
      unflushedBytes = moved(unflushedBytes, source, target);
      unflushedNames = moved(unflushedNames, source, target);
    });

  const counted = <Name extends keyof Disk>(name: Name): Disk[Name] =>
    ((...values: readonly unknown[]) =>
      step(() => (realDisk[name] as (...given: readonly unknown[]) => Promise<unknown>)(...values))) as Disk[Name];

  return {
    disk: {
      lstat: counted('lstat'),
      mkdir: counted('mkdir'),
      open,
      readFile: counted('readFile'),
      realpath: counted('realpath'),
      rename: move,
      rm: counted('rm'),
      stat: counted('stat'),
      statfs: counted('statfs'),
    },
    steps: () => steps,
    afterTheCut: async (unflushed) => {
      if (unflushed === 'kept') return;
      for (const path of unflushedBytes) await truncate(path, 0).catch(() => undefined);
      // A renaming brings its new name along; that it is undone is what its own record says.
      const renamed = new Set(renamings.map(({ to }) => to));
      for (const { from, to, before } of [...renamings].reverse()) {
        await rename(to, from);
        if (before !== undefined) await writeFile(to, before);
      }
      for (const path of unflushedNames) if (!renamed.has(path)) await rm(path, { force: true });
    },
  };
};
