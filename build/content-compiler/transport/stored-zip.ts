/**
 * Writing a zip archive whose entries are stored as they are. Nothing in it depends on when, where or by
 * whom it is written, and the time it takes grows with the number of entries and no faster.
 */
import { crc32 } from 'node:zlib';

/** One entry. Its bytes are asked for when it is its turn, and let go of after. */
export interface ZipEntry {
  readonly path: string;
  /** Under 4 GB. */
  readonly read: () => Promise<Uint8Array>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

/** The first day the format knows, at midnight. */
const FIRST_DAY = (1 << 5) | 1;

/** A regular file that its owner may write and all may read, as Unix has it. */
const FILE_MODE = 0o100644;

const BY_UNIX = 3 << 8;
const VERSION = 20;
const VERSION_64 = 45;
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;

/** The archive's bytes, piece by piece. Paths are plain ASCII. */
export async function* storedZip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const { path, read } of entries) {
    const bytes = await read();
    const entry = { name: Buffer.from(path, 'latin1'), crc: crc32(bytes), size: bytes.length, offset };
    const header = localHeader(entry);
    yield header;
    yield bytes;
    written.push(entry);
    offset += header.length + bytes.length;
  }
  let directoryBytes = 0;
  for (const entry of written) {
    const header = directoryHeader(entry);
    yield header;
    directoryBytes += header.length;
  }
  yield end(written.length, directoryBytes, offset);
}

/** Version, flags, method, time, date, checksum and both sizes: the same in both headers of an entry. */
function common({ crc, size, name }: Written, version: number): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(FIRST_DAY, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function localHeader(entry: Written): Buffer {
  return Buffer.concat([uint32(0x04034b50), common(entry, VERSION), uint16(0), entry.name]);
}

function directoryHeader(entry: Written): Buffer {
  const isFar = entry.offset >= MOST_32;
  const far = isFar ? Buffer.concat([uint16(0x0001), uint16(8), uint64(entry.offset)]) : Buffer.alloc(0);
  const version = isFar ? VERSION_64 : VERSION;
  const rest = Buffer.alloc(16);
  rest.writeUInt16LE(far.length, 0);
  rest.writeUInt32LE((FILE_MODE << 16) >>> 0, 8);
  rest.writeUInt32LE(Math.min(entry.offset, MOST_32), 12);
  return Buffer.concat([uint32(0x02014b50), uint16(BY_UNIX | version), common(entry, version), rest, entry.name, far]);
}

function end(count: number, directoryBytes: number, directoryAt: number): Buffer {
  const isLarge = count >= MOST_16 || directoryBytes >= MOST_32 || directoryAt >= MOST_32;
  const last = Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    uint16(Math.min(count, MOST_16)),
    uint16(Math.min(count, MOST_16)),
    uint32(Math.min(directoryBytes, MOST_32)),
    uint32(Math.min(directoryAt, MOST_32)),
    uint16(0),
  ]);
  if (!isLarge) return last;
  const record = Buffer.concat([
    uint32(0x06064b50),
    uint64(44),
    uint16(BY_UNIX | VERSION_64),
    uint16(VERSION_64),
    uint32(0),
    uint32(0),
    uint64(count),
    uint64(count),
    uint64(directoryBytes),
    uint64(directoryAt),
  ]);
  const locator = Buffer.concat([uint32(0x07064b50), uint32(0), uint64(directoryAt + directoryBytes), uint32(1)]);
  return Buffer.concat([record, locator, last]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
