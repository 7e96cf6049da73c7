/** Which content counts: one small file beside the slots, replaced in one step (B2). */
import { z } from 'zod';
import { writeAtomically } from '../disk/atomic-file.ts';
import { type Disk, fileErrorCode } from '../disk/disk.ts';

/** Where content may lie: two slots that take turns, and what the product was shipped with (B4). */
const places = ['a', 'b', 'shipped'] as const;

export type Place = (typeof places)[number];

/** A place that content can be installed in. */
export type Slot = Exclude<Place, 'shipped'>;

const recordSchema = z
  .strictObject({
    inService: z.enum(places),
    /** Whether it has yet to show that it works; cut off in between, it has to show it again. */
    isOnTrial: z.boolean(),
    /** What comes back when it does not. */
    fallback: z.enum(places),
    /** The version that was taken back last: it is not to come again by itself. */
    failed: z.int().positive().optional(),
  })
  .refine(
    ({ inService, fallback }) => inService !== fallback || inService === 'shipped',
    'a slot cannot stand in for itself',
  );

export type SlotRecord = Readonly<z.infer<typeof recordSchema>>;

/** What counts where nothing was ever installed, and where the record cannot be read. */
export const shippedRecord: SlotRecord = { inService: 'shipped', isOnTrial: false, fallback: 'shipped' };

/** A record as it was read. */
export interface ReadRecord {
  readonly record: SlotRecord;
  /** Whether there is a file that says nothing that can be understood; staff should know. */
  readonly isDamaged: boolean;
}

/** Everybody may read which content counts; it is no secret. */
const FILE_MODE = 0o644;

/** Reads the record. Never rejects: the shipped content counts where there is none. */
export const readRecord = async (file: string, disk: Disk): Promise<ReadRecord> => {
  try {
    const record = recordSchema.parse(JSON.parse(await disk.readFile(file, 'utf8')));
    return { record, isDamaged: false };
  } catch (error) {
    return { record: shippedRecord, isDamaged: fileErrorCode(error) !== 'ENOENT' };
  }
};

/** Writes the record: the one step by which other content counts. @throws as the disk does */
export const writeRecord = (file: string, record: SlotRecord, disk: Disk): Promise<void> =>
  writeAtomically(file, `${JSON.stringify(record)}\n`, FILE_MODE, disk);
