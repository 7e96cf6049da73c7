/** What the root element is given by what starts it. */
import type { LanguageChoice } from '../../content/format/index.ts';
import type { HostApi, KioskDescription } from '../host/contract.ts';
import type { Documents } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';

/** What the root element needs from outside, once. */
export interface KioskAppOptions {
  readonly host: HostApi;
  readonly description: KioskDescription;
  readonly messages: Messages;
  /** All languages to choose from; one or none offers no choice. */
  readonly languages: readonly LanguageChoice[];
  /** Documents that are loading already, for the first visit; later ones start with none. */
  readonly documents: Documents;
}

/** What of it is the same for every visit. */
export type KioskOptions = Omit<KioskAppOptions, 'documents'>;
