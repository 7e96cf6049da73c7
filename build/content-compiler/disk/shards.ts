/**
 * Values by key, kept between builds in a folder of up to 256 small files, each read when a key of it is first
 * asked for and written only when something in it changed.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderMaker } from './folders.ts';

/** What was kept. Keys are digests in hexadecimal: the first two digits choose the file. */
export interface Shards<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  readonly delete: (key: string) => void;
  /** All keys; reads every file. */
  readonly keys: () => readonly string[];
  /** Writes the files that changed, each whole or not at all. */
  readonly save: () => void;
}

interface Shard<Value> {
  readonly values: Map<string, Value>;
  isChanged: boolean;
}

const FIRST_DIGITS = 2;
const FILES = 16 ** FIRST_DIGITS;

/**
 * Opens a folder of shards; it is made when something is saved.
 *
 * @param form - names the shape of the values. Raise it when that changes: what was kept in another is forgotten,
 * like a file that is damaged
 */
export function openShards<Value>(folder: string, form: string): Shards<Value> {
  const shards = new Map<string, Shard<Value>>();
  const makeFolderOf = folderMaker();
  const fileOf = (name: string): string => join(folder, `${name}.json`);
  const shardNamed = (name: string): Shard<Value> => {
    const shard = shards.get(name) ?? { values: readShard<Value>(fileOf(name), form), isChanged: false };
    shards.set(name, shard);
    return shard;
  };
  const shardOf = (key: string): Shard<Value> => shardNamed(key.slice(0, FIRST_DIGITS));
  return {
    get: (key) => shardOf(key).values.get(key),
    set: (key, value) => {
      const shard = shardOf(key);
      shard.values.set(key, value);
      shard.isChanged = true;
    },
    delete: (key) => {
      const shard = shardOf(key);
      if (shard.values.delete(key)) shard.isChanged = true;
    },
    keys: () => Array.from({ length: FILES }, (_none, index) => [...shardNamed(nameOf(index)).values.keys()]).flat(),
    save: () => {
      for (const [name, shard] of shards) {
        if (!shard.isChanged) continue;
        makeFolderOf(fileOf(name));
        writeShard(fileOf(name), form, shard.values);
        shard.isChanged = false;
      }
    },
  };
}

function nameOf(index: number): string {
  return index.toString(16).padStart(FIRST_DIGITS, '0');
}

/** The first line vouches for the form and the bytes of the rest, so that the values need no looking at. */
function headOf(form: string, body: string): string {
  return createHash('sha256').update(`${form}\n${body}`).digest('hex');
}

function readShard<Value>(file: string, form: string): Map<string, Value> {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (end < 0 || text.slice(0, end) !== headOf(form, body)) return new Map();
    return new Map(JSON.parse(body) as [string, Value][]);
  } catch {
    // Absent or unreadable: its values are made anew.
    return new Map();
  }
}

function writeShard(file: string, form: string, values: ReadonlyMap<string, unknown>): void {
  const body = JSON.stringify([...values]);
  const unfinished = `${file}.${String(process.pid)}.tmp`;
  writeFileSync(unfinished, `${headOf(form, body)}\n${body}`);
  renameSync(unfinished, file);
}
