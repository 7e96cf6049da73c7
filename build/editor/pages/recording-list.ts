/** The list of a page's passages with the name of the file each is recorded into (R5). */
import { byId, fillSelect, make } from './elements.ts';
import { recordingList } from './server.ts';

const choice = byId('recorded', HTMLSelectElement);
const list = byId('passages', HTMLUListElement);

/** Fills the choice of pages, and shows the passages of the one that is chosen. */
export async function showRecordingList(): Promise<void> {
  const { documents } = await recordingList('');
  const none = { value: '', label: 'Choose a page' };
  fillSelect(choice, [none, ...documents.map(({ name, title }) => ({ value: name, label: title }))]);
  choice.addEventListener('change', () => void showPassages());
}

async function showPassages(): Promise<void> {
  const wanted = choice.value;
  try {
    const { passages } = await recordingList(wanted);
    // Another page was chosen before this one was there.
    if (choice.value !== wanted) return;
    list.replaceChildren(
      ...passages.map(({ text, file }) =>
        make('li', {}, make('p', { textContent: text }), make('code', { textContent: file })),
      ),
    );
  } catch {
    list.replaceChildren(
      make('li', { textContent: 'The tool has stopped. Start it again, and load this page again.' }),
    );
  }
}
