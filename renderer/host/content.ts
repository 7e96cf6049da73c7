/** What technicians see of the content and may do with it (V3, B2, B3). Types only, as in the contract. */

/** Where content lies that was in service before; `shipped`: what the product came with. */
export type EarlierPlace = 'a' | 'b' | 'shipped';

/** Content on a drive that is plugged in, signed by a key that the site trusts. */
export interface FoundContent {
  /** Good for as long as the drive is there and the file as it is. */
  readonly id: string;
  readonly contentVersion: number;
  /** Beside what is in service. */
  readonly age: 'newer' | 'same' | 'older';
  /** Which drive, counted from 1. */
  readonly drive: number;
}

/** A page that is another one since the content before. */
export interface ChangedPage {
  readonly kind: 'new' | 'changed';
  readonly language: string;
  /** `pages/<id>` or `easy/<id>`, the id of its title among its passages, and the title. */
  readonly document: `pages/${string}` | `easy/${string}`;
  readonly titleId: string;
  readonly title: string;
}

/** What changed when what is in service took over. */
export interface ContentChanges {
  /** The version before. */
  readonly since: number;
  /** At most 40 of them, and how many there are in all. */
  readonly pages: readonly ChangedPage[];
  readonly count: number;
  readonly gone: number;
}

/** What became of what a technician wanted last. `full`: the disk has no room; `failed`: the journal says why. */
export type ContentOutcome = 'ready' | 'full' | 'failed';

export interface ContentStatus {
  /** In service; absent while the kiosk rests. */
  readonly contentVersion?: number;
  /** What takes over as soon as nobody is at the screen. */
  readonly waiting?: number;
  readonly isWorking: boolean;
  readonly outcome?: ContentOutcome;
  /** Whether there are places where drives are looked for. */
  readonly looksAtDrives: boolean;
  readonly found: readonly FoundContent[];
  /** Files on drives that are not to be installed: unsigned, by an unknown key, damaged. */
  readonly refused: number;
  /** What can be gone back to, the nearest first. */
  readonly earlier: readonly { readonly place: EarlierPlace; readonly contentVersion: number }[];
  readonly changes?: ContentChanges;
}
