/**
 * Fetching published files (B2): each by its hash, into a folder where it stays until the content is installed, so that
 * what was begun goes on where it was cut off. No server is believed: not its length, not its redirects, not its bytes.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedFile } from '../../../content/format/manifest.ts';
import { publishedPath } from '../../../content/format/published.ts';

/** Why nothing could be fetched. `redirected`: the server sends elsewhere, which nobody has signed for. */
export const fetchFaults = ['no-answer', 'refused', 'redirected', 'too-long', 'altered', 'malformed'] as const;

export type FetchFault = (typeof fetchFaults)[number];

export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;

  constructor(fault: FetchFault, what: string, options?: ErrorOptions) {
    super(what, options);
    this.fault = fault;
  }
}

export interface FetcherOptions {
  /** Where the tree is published, with a final slash. */
  readonly address: URL;
  /** Where fetched files are kept; made when first one is. */
  readonly folder: string;
  /** A server that sends nothing for so long is given up, in milliseconds. Default 30 s. */
  readonly silenceMs?: number;
  /** How often a file is tried, each time from where it was cut off. Default 5. */
  readonly tries?: number;
}

export interface Fetcher {
  /**
   * The bytes of a file without a hash, anew each time.
   *
   * @throws FetchError
   */
  readonly small: (path: string, mostBytes: number) => Promise<Buffer<ArrayBuffer>>;
  /**
   * The bytes of a published file, from the folder if it is there.
   *
   * @throws FetchError; what has come so far is kept
   */
  readonly file: (file: ListedFile) => Promise<Buffer<ArrayBuffer>>;
  /** What has come over the network, in bytes of files. */
  readonly fetched: () => { readonly files: number; readonly bytes: number };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Faults that another try may mend. */
const isPassing = (error: unknown): boolean => error instanceof FetchError && error.fault === 'no-answer';

/** Makes a fetcher. It keeps no connection of its own and needs no closing. */
export const createFetcher = ({ address, folder, silenceMs = 30_000, tries = 5 }: FetcherOptions): Fetcher => {
  const total = { files: 0, bytes: 0 };

  /** Asks for a path and gives the answer's body piece by piece, as long as there are pieces. */
  async function* ask(path: string, from: number): AsyncGenerator<Uint8Array | 'from-the-start'> {
    const giveUp = new AbortController();
    let timer = setTimeout(() => {
      giveUp.abort();
    }, silenceMs);
    try {
      const response = await fetch(new URL(path, address), {
        redirect: 'manual',
        signal: giveUp.signal,
        headers: { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${String(from)}-` }) },
      });
      const { status, body } = response;
      if (status >= 300 && status < 400) throw new FetchError('redirected', `${path} is said to be elsewhere.`);
      // The part that is there is as long as the whole, or longer: it cannot be the right one.
      if (status === 416 || (from > 0 && status === 200)) yield 'from-the-start';
      if (status === 416) return;
      if (status !== 200 && status !== 206) throw new FetchError('refused', `${path}: status ${String(status)}.`);
      for await (const piece of body ?? []) {
        timer = timer.refresh();
        yield piece;
      }
    } catch (cause) {
      throw cause instanceof FetchError ? cause : new FetchError('no-answer', `${path} did not come.`, { cause });
    } finally {
      clearTimeout(timer);
      giveUp.abort();
    }
  }

  /** Goes on with a part for as long as the answer lasts. */
  const goOn = async (part: string, { sha256, size }: ListedFile): Promise<void> => {
    await using handle = await open(part, 'a+');
    let have = (await handle.stat()).size;
    if (have === size) return;
    const path = publishedPath(sha256);
    for await (const piece of ask(path, have)) {
      if (piece === 'from-the-start') {
        await handle.truncate(0);
        have = 0;
        continue;
      }
      have += piece.length;
      if (have > size) {
        await handle.truncate(0);
        throw new FetchError('too-long', `${path} has more than ${String(size)} bytes.`);
      }
      await handle.appendFile(piece);
      total.bytes += piece.length;
    }
    if (have < size) throw new FetchError('no-answer', `${path} was cut off after ${String(have)} bytes.`);
  };

  const fromFolder = async (file: string, { sha256, size }: ListedFile): Promise<Buffer<ArrayBuffer> | undefined> => {
    if ((await stat(file).catch(() => undefined))?.size !== size) return undefined;
    const bytes = await readFile(file);
    return sha256Of(bytes) === sha256 ? bytes : undefined;
  };

  return {
    fetched: () => ({ ...total }),
    small: async (path, mostBytes) => {
      const pieces: Uint8Array[] = [];
      let length = 0;
      for await (const piece of ask(path, 0)) {
        if (piece === 'from-the-start') continue;
        length += piece.length;
        if (length > mostBytes) throw new FetchError('too-long', `${path} has more than ${String(mostBytes)} bytes.`);
        pieces.push(piece);
      }
      return Buffer.concat(pieces);
    },
    file: async (listed) => {
      const whole = join(folder, listed.sha256);
      const part = `${whole}.part`;
      const present = await fromFolder(whole, listed);
      if (present !== undefined) return present;
      await mkdir(folder, { recursive: true });
      for (let tried = 1; ; tried += 1) {
        try {
          await goOn(part, listed);
          break;
        } catch (error) {
          if (!isPassing(error) || tried >= tries) throw error;
        }
      }
      const bytes = await fromFolder(part, listed);
      if (bytes === undefined) {
        await rm(part, { force: true });
        throw new FetchError('altered', `${publishedPath(listed.sha256)} is not what its name says.`);
      }
      await rename(part, whole);
      total.files += 1;
      return bytes;
    },
  };
};
