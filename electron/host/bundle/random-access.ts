/** Bytes that can be read at any place: an archive on disk, or one in memory. */
import type { FileHandle } from 'node:fs/promises';
import { RandomAccessReader } from 'yauzl';

/** Where an archive's bytes come from. */
export interface RandomAccess {
  readonly size: number;
  /** The bytes from `position`, fewer than `length` where they end. */
  readonly read: (position: number, length: number) => Promise<Buffer<ArrayBuffer>>;
}

/** The bytes of an open file. Closing it is the caller's. */
export const fileAccess = async (handle: FileHandle): Promise<RandomAccess> => {
  const { size } = await handle.stat();
  return {
    size,
    read: async (position, length) => {
      // What lies beyond the end is never allocated, whatever a header says.
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
      if (buffer.length === 0) return buffer;
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      return buffer.subarray(0, bytesRead);
    },
  };
};

/** Bytes in memory. */
export const memoryAccess = (bytes: Buffer<ArrayBuffer>): RandomAccess => ({
  size: bytes.length,
  read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
});

/** A directory is read in pieces of some fifty bytes; so many are fetched at once. */
const WINDOW_BYTES = 64 * 1024;

/** Gives the directory's reader its bytes, fetched in larger pieces than it asks for. */
export class WindowedReader extends RandomAccessReader {
  readonly #access: RandomAccess;
  #windowAt = 0;
  #window: Buffer = Buffer.alloc(0);

  constructor(access: RandomAccess) {
    super();
    this.#access = access;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#bytesAt(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(null, bytes.length);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  async #bytesAt(position: number, length: number): Promise<Buffer> {
    const start = position - this.#windowAt;
    if (start >= 0 && start + length <= this.#window.length) return this.#window.subarray(start, start + length);
    this.#window = await this.#access.read(position, Math.max(length, WINDOW_BYTES));
    this.#windowAt = position;
    return this.#window.subarray(0, length);
  }
}
