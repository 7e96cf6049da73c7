/**
 * Two slots and the shipped content. What is in service is never written to: new content goes into the other
 * slot, and counts from the moment the record says so. Cut off anywhere, the record names content that is whole
 * (B2, B4).
 */
import { join } from 'node:path';
import { type Disk, realDisk } from '../disk/disk.ts';
import { type Place, readRecord, type Slot, type SlotRecord, writeRecord } from './slot-record.ts';

/** Content that can be opened: a place, and the folder it is in. */
export interface Candidate<Where extends Place = Place> {
  readonly place: Where;
  readonly folder: string;
}

export interface SlotsOptions {
  /** The folder that holds both slots and the record, and nothing else. */
  readonly folder: string;
  /** The content that the product was shipped with. */
  readonly shippedDir: string;
  readonly disk?: Disk | undefined;
}

/** One caller at a time; what cannot be written rejects as the disk does, and leaves what counted before. */
export interface Slots {
  /** What to open at a start, best first: what counts, what stands in for it, and the shipped content. */
  readonly toTry: () => Promise<{
    readonly candidates: readonly [Candidate, ...Candidate[]];
    /** Whether what counts has yet to show that it works. */
    readonly isOnTrial: boolean;
    readonly isDamaged: boolean;
  }>;
  /**
   * Empties the slot that is not in service and has `fill` make its folder, which is not there then.
   *
   * @param served - what is in service now, whatever the record could be told
   */
  readonly install: (served: Place, fill: (folder: string) => Promise<void>) => Promise<Candidate<Slot>>;
  /**
   * Makes a place count from now on, on trial; what counted stands in for it.
   *
   * @param givenUp - the version that staff gave up for it: it does not come again by itself
   */
  readonly activate: (place: Place, givenUp?: number) => Promise<void>;
  /** Says that what counts works. */
  readonly prove: () => Promise<void>;
  /**
   * Makes a place count that is known to work, with nothing but the shipped content to stand in for it.
   *
   * @param failed - the version that gives way to it, if it is taken back
   */
  readonly settle: (place: Place, failed?: number) => Promise<void>;
  /** The version that was taken back last, if any was. */
  readonly failed: () => Promise<number | undefined>;
}

/** Makes the slots of a folder, which is made when first something is installed. */
export const createSlots = ({ folder, shippedDir, disk = realDisk }: SlotsOptions): Slots => {
  const file = join(folder, 'in-service.json');
  const candidate = <Where extends Place>(place: Where): Candidate<Where> => ({
    place,
    folder: place === 'shipped' ? shippedDir : join(folder, `slot-${place}`),
  });
  const read = async (): Promise<SlotRecord> => (await readRecord(file, disk)).record;
  const write = (record: SlotRecord): Promise<void> => writeRecord(file, record, disk);
  const settle: Slots['settle'] = async (place, failed) =>
    write({
      ...(await read()),
      inService: place,
      isOnTrial: false,
      fallback: 'shipped',
      ...(failed !== undefined && { failed }),
    });

  return {
    toTry: async () => {
      const { record, isDamaged } = await readRecord(file, disk);
      const others = new Set<Place>([record.fallback, 'shipped']);
      others.delete(record.inService);
      const candidates = [candidate(record.inService), ...Array.from(others, candidate)] as const;
      return { candidates, isOnTrial: record.isOnTrial, isDamaged };
    },
    install: async (served, fill) => {
      const slot = candidate(served === 'a' ? 'b' : 'a');
      const { inService, fallback } = await read();
      // Before it is emptied, so that the record never names a folder that is half gone.
      if (inService === slot.place || fallback === slot.place) await settle(served);
      await disk.rm(slot.folder, { recursive: true, force: true });
      await fill(slot.folder);
      return slot;
    },
    activate: async (place, givenUp) => {
      const record = await read();
      if (place !== record.inService)
        await write({
          ...record,
          inService: place,
          isOnTrial: true,
          fallback: record.inService,
          ...(givenUp !== undefined && { failed: givenUp }),
        });
    },
    prove: async () => {
      const record = await read();
      if (record.isOnTrial) await write({ ...record, isOnTrial: false });
    },
    settle,
    failed: async () => (await read()).failed,
  };
};
