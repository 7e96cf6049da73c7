/** What is written down for technicians, file by file. Tests check that each is as it would be made now. */
import { eventsText } from './events-reference.ts';
import { settingsExampleText, settingsSchemaText } from './settings-reference.ts';

/** A file of `electron/reference/`. */
export interface ReferenceFile {
  readonly name: string;
  readonly text: () => string;
}

export const referenceFiles: readonly ReferenceFile[] = [
  { name: 'events.md', text: eventsText },
  { name: 'site.example.jsonc', text: settingsExampleText },
  { name: 'site.schema.json', text: settingsSchemaText },
];
