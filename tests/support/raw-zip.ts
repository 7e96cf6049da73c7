/** Archives as nobody ought to make them: every field of an entry can be set to what it must not be. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry. What is left out is as it should be. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly bytes: Uint8Array;
  readonly isDeflated?: boolean;
  /** Instead of 0 (stored) or 8 (deflated). */
  readonly method?: number;
  /** The general purpose bits; bit 0 says that it is encrypted. */
  readonly flags?: number;
  /** The file's type and permissions as Unix has them. */
  readonly mode?: number;
  /** What the directory says of its size unpacked. */
  readonly claimedSize?: number;
  /** What the directory says of its size packed. */
  readonly claimedPackedSize?: number;
  /** What the directory says of its place. */
  readonly claimedOffset?: number;
  /** What the header before its bytes calls it. */
  readonly localName?: string;
}

/** What the end of the archive says, when it is not to be true. */
export interface RawEnd {
  readonly claimedEntries?: number;
  readonly directoryAt?: number;
}

interface Placed {
  readonly local: Buffer;
  readonly central: Buffer;
}

const place = (entry: RawEntry, offset: number): Placed => {
  const { bytes, isDeflated = false, flags = 0, mode = 0o100644 } = entry;
  const name = Buffer.from(entry.name);
  const localName = Buffer.from(entry.localName ?? name);
  const packed = isDeflated ? deflateRawSync(bytes) : Buffer.from(bytes);
  const method = entry.method ?? (isDeflated ? 8 : 0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc32(bytes), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  header.writeUInt16LE(localName.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE((3 << 8) | 20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(crc32(bytes), 16);
  central.writeUInt32LE(entry.claimedPackedSize ?? packed.length, 20);
  central.writeUInt32LE(entry.claimedSize ?? bytes.length, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt32LE((mode << 16) >>> 0, 38);
  central.writeUInt32LE(entry.claimedOffset ?? offset, 42);
  return { local: Buffer.concat([header, localName, packed]), central: Buffer.concat([central, name]) };
};

/** Writes an archive. */
export const rawZip = (entries: readonly RawEntry[], end: RawEnd = {}): Buffer<ArrayBuffer> => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = place(entry, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.claimedEntries ?? entries.length, 8);
  last.writeUInt16LE(end.claimedEntries ?? entries.length, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(end.directoryAt ?? offset, 16);
  return Buffer.concat([...locals, directory, last]);
};
