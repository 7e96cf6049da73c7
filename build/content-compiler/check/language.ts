/** Checks of one language's lists: glossary, helplines, and what was never approved by ear. */
import { isCaseSensitive, spellingPattern } from '../compile/glossary-marker.ts';
import type { Report } from '../problem.ts';
import type { LanguageSource } from '../read/library.ts';
import { checkOnce } from './once.ts';
import type { Uses } from './uses.ts';

/** Ids once each, and no spelling that would mark two terms. */
export function checkGlossary({ glossary }: LanguageSource, report: Report): void {
  if (!glossary) return;
  checkOnce(
    glossary.value.map(({ id }) => id),
    (index) => glossary.placeOf([index, 'id']),
    'term',
    report,
  );
  const owners = new Map<string, string>();
  glossary.value.forEach(({ id, term, forms }, index) => {
    [term, ...forms].forEach((spelling, position) => {
      const key = isCaseSensitive(spelling) ? spelling : spelling.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined && owner !== id) {
        const place = glossary.placeOf(position === 0 ? [index, 'term'] : [index, 'forms', position - 1]);
        report({
          place,
          level: 'error',
          code: 'duplicate-form',
          what: `“${spelling}” also belongs to “${owner}”`,
          why: 'the word could be marked with one meaning only',
          mend: 'remove it from one of the two',
        });
      }
      owners.set(key, id);
    });
  });
}

/** Ids once each, and stretches that end after they begin. */
export function checkHelplines({ helplines }: LanguageSource, report: Report): void {
  if (!helplines) return;
  checkOnce(
    helplines.value.map(({ id }) => id),
    (index) => helplines.placeOf([index, 'id']),
    'helpline',
    report,
  );
  helplines.value.forEach(({ opening, timeZone }, index) => {
    if (!isTimeZone(timeZone)) {
      const place = helplines.placeOf([index, 'timeZone']);
      report({
        place,
        level: 'error',
        code: 'time-zone',
        what: `time zone “${timeZone}”`,
        why: '“open now” is told by it',
        mend: 'use a name such as Europe/London',
      });
    }
    opening.forEach(({ from, to }, position) => {
      if (from < to) return;
      const place = helplines.placeOf([index, 'opening', position, 'to']);
      report({
        place,
        level: 'error',
        code: 'opening-hours',
        what: `open from ${from} until ${to}`,
        why: 'a stretch ends on the day it begins',
        mend: 'write 23:59 for midnight and begin the next day at 00:00',
      });
    });
  });
}

/**
 * Tells glossary entries that no page, question or other entry uses (for the record: people may still look them up).
 *
 * @param used - what everything but the glossary uses
 */
export function checkUnusedTerms({ glossary }: LanguageSource, used: Uses, report: Report): void {
  if (!glossary) return;
  const terms = new Set(used.terms);
  const meanings = glossary.value.map(({ meaning }) => meaning);
  glossary.value.forEach(({ id, term, forms }, index) => {
    if (terms.has(id)) return;
    const others = meanings.filter((_, other) => other !== index).join('\n');
    if ([term, ...forms].some((spelling) => new RegExp(spellingPattern(spelling), 'u').test(others))) return;
    report({
      place: glossary.placeOf([index, 'id']),
      level: 'info',
      code: 'unused-term',
      what: `nothing uses “${term}”`,
      why: 'it is only met by somebody who looks through the list',
      mend: 'keep it if people may look it up, add the forms that pages use, or remove it',
    });
  });
}

/** Words and initials that the build says in a voice nobody has approved (R6), in alphabetical order. */
export function unheardIn({ lexicon, glossary }: LanguageSource, { spoken }: Uses): readonly string[] {
  if (!lexicon || !glossary) return [];
  const said = new Set(spoken);
  const unapproved = lexicon.value.filter(({ approvedBy, written }) => approvedBy === undefined && said.has(written));
  const heard = new Set(lexicon.value.map(({ written }) => written.toLowerCase()));
  const unlisted = glossary.value.filter(({ term }) => !heard.has(term.toLowerCase()));
  return [...new Set([...unapproved.map(({ written }) => written), ...unlisted.map(({ term }) => term)])].sort();
}

/** Tells what nobody has approved by ear: one line for the record. */
export function reportUnheard(source: LanguageSource, uses: Uses, report: Report): void {
  const names = unheardIn(source, uses);
  if (!source.lexicon || names.length === 0) return;
  report({
    place: source.lexicon.placeOf([]),
    level: 'info',
    code: 'not-approved-by-ear',
    what: `not approved by ear: ${String(names.length)} (${names.join(', ')})`,
    why: 'the engine may say them wrongly (R6)',
    mend: 'listen, then add “approvedBy” and “approvedOn” to their entries in the lexicon',
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
