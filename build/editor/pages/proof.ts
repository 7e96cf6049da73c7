/** Proofing speech: each word that nobody has approved, to be heard alone and in a sentence, and approved (R6). */
import type { Sounding, UnheardWord } from './contract.ts';
import { byId, make } from './elements.ts';
import { showRecordingList } from './recording-list.ts';
import { approveWord, unheardWords } from './server.ts';

const list = byId('words', HTMLUListElement);
const status = byId('status', HTMLElement);
const player = byId('player', HTMLAudioElement);
const dialog = byId('who', HTMLDialogElement);
const nameField = byId('name', HTMLInputElement);

let name = '';

/** Asks for the name where it is not known; resolves to nothing when somebody would rather not say. */
function askName(): Promise<string | undefined> {
  if (name !== '') return Promise.resolve(name);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      'close',
      () => {
        if (dialog.returnValue === 'approve') name = nameField.value.trim();
        resolve(name === '' ? undefined : name);
      },
      { once: true },
    );
  });
}

async function play({ text, clip }: Sounding): Promise<void> {
  status.textContent = `Playing: ${text}`;
  player.src = `/content/${clip}`;
  try {
    await player.play();
  } catch (error) {
    // Another word was asked for before this one was there.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    status.textContent = 'That could not be played. The terminal in which the tool runs may say why.';
  }
}

async function approve(word: UnheardWord, item: HTMLElement): Promise<void> {
  const by = await askName();
  if (by === undefined) return;
  const { folder, written } = word;
  const told = await approveWord({ folder, written, by });
  if (told !== undefined) {
    status.textContent = told;
    return;
  }
  const next = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  status.textContent = `Approved: ${written}. ${leftToHear()}`;
  // Who works through the list with the keyboard stays in it.
  next?.querySelector('button')?.focus();
}

const leftToHear = (): string => `Still to be heard: ${String(list.children.length)}.`;

function button(label: string, word: string, className: string, press: () => void): HTMLButtonElement {
  const made = make('button', { className, textContent: label });
  made.type = 'button';
  made.setAttribute('aria-label', `${label}: ${word}`);
  made.addEventListener('click', press);
  return made;
}

function drawWord(word: UnheardWord): HTMLLIElement {
  const { written, sayIt, said, alone, sentences, places } = word;
  const item = make('li');
  const [sentence] = sentences;
  let turn = 0;
  const playSentence = (): void => {
    const next = sentences[turn % sentences.length];
    turn += 1;
    if (next !== undefined) void play(next);
  };
  item.append(
    make('h2', { textContent: written }),
    make('p', { textContent: sayIt === undefined ? 'No respelling in the glossary.' : `Say it: ${sayIt}` }),
    make('p', {
      textContent: said === written ? 'The engine reads it as it is written.' : `The engine is given: ${said}`,
    }),
    make('p', {
      textContent: sentence === undefined ? 'It stands in no sentence.' : `In a sentence: ${sentence.text}`,
    }),
    make('p', { className: 'buttons' }),
  );
  item.querySelector('.buttons')?.append(
    button('Alone', written, '', () => void play(alone)),
    ...(sentence === undefined ? [] : [button('In its sentence', written, '', playSentence)]),
    button('I heard it, it is right', written, 'plain', () => void approve(word, item)),
  );
  if (places.length > 0) item.append(make('p', { className: 'places' }, 'Used in: ', ...places.map(linkTo)));
  return item;
}

function linkTo({ title, route }: UnheardWord['places'][number]): HTMLAnchorElement {
  const link = make('a', { textContent: title });
  link.href = `/preview${route}`;
  return link;
}

async function start(): Promise<void> {
  const { words } = await unheardWords();
  list.replaceChildren(...words.map(drawWord));
  await showRecordingList();
  status.textContent = words.length === 0 ? 'Every word has been approved.' : leftToHear();
}

start().catch(() => {
  status.textContent = 'The tool has stopped. Start it again, and load this page again.';
});
