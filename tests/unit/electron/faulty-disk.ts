/** Disks that fail when a test says so: full, read-only, or cut off at any call. */
import { type Disk, realDisk } from '../../../electron/host/disk/disk.ts';

/** The error a system reports. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: made by a test`), { code });

type Call = keyof Disk | 'handle.writeFile' | 'handle.sync';

/** A disk on which a call fails with a code as often as `isWrong` says; every other call is the real one's. */
export const faultyDisk = (code: string, isWrong: (call: Call) => boolean): Disk => {
  const failing = <Name extends keyof Disk>(name: Name): Disk[Name] =>
    ((...values: readonly unknown[]) =>
      isWrong(name)
        ? Promise.reject(systemError(code))
        : (realDisk[name] as (...values: readonly unknown[]) => unknown)(...values)) as Disk[Name];
  const names: readonly (keyof Disk)[] = ['lstat', 'mkdir', 'readFile', 'realpath', 'rename', 'rm', 'stat', 'statfs'];
  return {
    ...(Object.fromEntries(names.map((name) => [name, failing(name)])) as unknown as Disk),
    open: async (...values) => {
      if (isWrong('open')) throw systemError(code);
      const handle = await realDisk.open(...values);
      return new Proxy(handle, {
        get: (target, name) => {
          if ((name === 'writeFile' || name === 'sync') && isWrong(`handle.${name}`))
            return () => Promise.reject(systemError(code));
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    },
  };
};

const writing: readonly Call[] = ['mkdir', 'open', 'rename', 'handle.writeFile'];

/** A disk without room. */
export const fullDisk = (): Disk => faultyDisk('ENOSPC', (call) => call === 'handle.writeFile');

/** A disk that may be read and not written. */
export const readOnlyDisk = (): Disk => faultyDisk('EROFS', (call) => writing.includes(call));
