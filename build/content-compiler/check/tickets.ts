/** Checks of what tickets' words are called (P3): nothing of illness or bad luck, and no two that are heard as one. */
import { ticketWordIds } from '../../../content/format/index.ts';
import type { Report } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';

/**
 * Words that nobody who waits here should be called by: of illness and its treatment, of death and mourning, of bad
 * luck, or a remark about whoever holds the ticket. By the language's first subtag, as its folder begins. A sieve; the glossary's medical
 * words of each language are refused beside it.
 */
const refused: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...['cancer', 'crab', 'tumour', 'tumor', 'lump', 'cell', 'needle', 'pill', 'drip', 'blood', 'bone', 'scar', 'ward'],
    ...['patient', 'nurse', 'doctor', 'chemo', 'ribbon', 'wig', 'hope', 'courage', 'fighter', 'warrior', 'survivor'],
    ...['ghost', 'skull', 'coffin', 'grave', 'tomb', 'urn', 'wreath', 'angel', 'heaven', 'lily', 'poppy', 'yew'],
    ...['cypress', 'chrysanthemum', 'raven', 'crow', 'magpie', 'vulture', 'owl', 'bat', 'black cat', 'thirteen'],
    ...['snake', 'rat', 'worm', 'maggot', 'spider', 'scorpion', 'leech', 'pig', 'cow', 'donkey', 'goose', 'whale'],
  ],
  cy: [
    ...['canser', 'cranc', 'tiwmor', 'nodwydd', 'pilsen', 'gwaed', 'asgwrn', 'craith', 'claf', 'nyrs', 'meddyg'],
    ...['ysbryd', 'penglog', 'arch', 'bedd', 'angel', 'nefoedd', 'lili', 'pabi', 'ywen', 'cigfran', 'brân', 'pioden'],
    ...['tylluan', 'ystlum', 'neidr', 'llygoden fawr', 'pryf', 'corryn', 'mochyn', 'asyn', 'gŵydd'],
  ],
  ar: [
    ...['سرطان', 'ورم', 'إبرة', 'حبة', 'دم', 'عظم', 'ندبة', 'مريض', 'ممرضة', 'طبيب', 'شبح', 'جمجمة', 'تابوت', 'قبر'],
    ...['ملاك', 'جنة', 'غراب', 'بومة', 'خفاش', 'نسر', 'أفعى', 'جرذ', 'دودة', 'عنكبوت', 'عقرب', 'خنزير', 'حمار', 'كلب'],
  ],
};

/** A word as it is heard at a desk: without case, accents and the signs that a hurried hand leaves out. */
const heard = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}]/gu, '')
    .toLocaleLowerCase();

/** Whether two words are the same but for one letter that is another, or one too many. */
const differByOne = (one: string, other: string): boolean => {
  const [a, b] = [Array.from(one), Array.from(other)];
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const rest = (letters: readonly string[], skip: number): string => letters.slice(from + skip).join('');
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
};

/** Checks a language's words of tickets; those it has none of its own for are the original's, and checked there. */
export function checkTickets({ tickets, glossary, folder }: LanguageSource, report: Report): void {
  if (!tickets) return;
  const wrong = new Set((refused[folder.split('-')[0] ?? ''] ?? []).map(heard));
  const medical = new Set((glossary?.value ?? []).flatMap(({ term, forms }) => [term, ...forms]).map(heard));
  const words = ticketWordIds.map((id) => ({ id, word: tickets.value[id], sound: heard(tickets.value[id]) }));
  for (const [index, { id, word, sound }] of words.entries()) {
    const place = tickets.placeOf([id]);
    const isWrong = [sound, ...word.split(/[^\p{L}\p{M}]+/u).map(heard)].some(
      (part) => wrong.has(part) || medical.has(part),
    );
    if (isWrong)
      report({
        place,
        level: 'error',
        code: 'ticket-word',
        what: `a ticket’s word “${word}”`,
        why: 'it is called out at a desk, and speaks of illness, death or bad luck, or may be taken for a remark',
        mend: 'choose another everyday thing, such as a bird, a tree or a fruit',
      });
    const like = words.slice(0, index).find((before) => differByOne(before.sound, sound));
    if (like)
      report({
        place,
        level: 'warning',
        code: 'ticket-sounds-alike',
        what: `the tickets’ words “${word}” and “${like.word}” differ by one letter`,
        why: 'half heard at the desk, one is taken for the other, and somebody is given another’s summary',
        mend: 'choose another word for one of them',
      });
  }
}
