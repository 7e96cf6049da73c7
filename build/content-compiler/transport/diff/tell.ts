/** A difference between bundles in plain words, for whoever answers for the content. */
import type { Change, Subject } from './compare.ts';
import type { BundleDiff, Edition } from './diff-bundles.ts';

/** The headings, by what stands under them; in the order of the changes. */
const headings: Readonly<Record<Subject, string>> = {
  helpline: 'Helplines',
  language: 'Languages',
  page: 'Pages',
  title: 'Pages',
  topic: 'Topics',
  part: 'What pages say',
  sentence: 'What pages say',
  picture: 'What pages say',
  term: 'Words explained',
  ticket: 'Words of tickets',
  alongside: 'What helps volunteers',
  button: 'Words of the interface',
  review: 'Review',
};

/** All that changed, in lines. Hashes are not told: what matters is what somebody reads or hears. */
export function tellDiff({ before, after, changes, speech }: BundleDiff): readonly string[] {
  const lines = [`${editionOf(before)} → ${editionOf(after)}`];
  if (after.contentVersion < before.contentVersion) lines.push('The second bundle is the older one.');
  if (changes.length === 0) lines.push('', 'Nothing changed for readers.');
  let heading = '';
  let place = '';
  for (const change of changes) {
    if (headings[change.subject] !== heading) {
      heading = headings[change.subject];
      place = '';
      lines.push('', heading);
    }
    const { lines: told, place: where } = tell(change, after.languages.length > 1 || before.languages.length > 1);
    if (where !== undefined && where !== place) lines.push(`  ${where}`);
    place = where ?? '';
    lines.push(...told.map((line) => `${where === undefined ? '  ' : '    '}${line}`));
  }
  if (speech.added + speech.removed > 0) {
    const count = (n: number): string => `${String(n)} sentence${n === 1 ? '' : 's'}`;
    lines.push('', 'Speech', `  ${count(speech.added)} spoken anew, ${count(speech.removed)} no longer spoken`);
  }
  return lines;
}

interface Told {
  /** A line that several changes stand under. */
  readonly place?: string;
  readonly lines: readonly string[];
}

function editionOf({ contentVersion, builtAt }: Edition): string {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(builtAt));
  return `Version ${String(contentVersion)} of ${date}`;
}

function tell(change: Change, hasLanguages: boolean): Told {
  const { subject, language, where, detail = '', before, after } = change;
  const name = where[0] ?? '';
  const tag = hasLanguages ? ` [${language}]` : '';
  switch (subject) {
    case 'helpline':
      if (detail === 'page')
        return line(`${name}${tag} is ${after ? `now on “${after}”` : `no longer on “${String(before)}”`}`);
      return line(`${name}${tag}: ${helplineDetails[detail] ?? detail} ${changed(before, after)}`);
    case 'language':
      return line(after ? `New: ${after}` : `Gone: ${String(before)}`);
    case 'page':
      return line(after ? `New: “${after}”${tag}` : `Gone: “${String(before)}”${tag}`);
    case 'title':
      return line(`“${String(before)}” is now called “${String(after)}”${tag}`);
    case 'topic':
      return line(tellTopic(name, detail, before, after) + tag);
    case 'part':
      return { place: under(where, tag), lines: [tellPart(before, after)] };
    case 'sentence':
      return { place: under(where, tag), lines: sentenceLines(before, after) };
    case 'picture':
      return { place: under(where, tag), lines: ['A drawing is another one'] };
    case 'term':
      if (detail !== 'meaning') return line(`“${name}”${tag}: the ${detail} ${changed(before, after)}`);
      if (before === undefined) return line(`New: “${name}”${tag}: ${String(after)}`);
      if (after === undefined) return line(`Gone: “${name}”${tag}`);
      return { place: `“${name}”${tag}`, lines: sentenceLines(before, after) };
    case 'ticket':
      if (before === undefined) return line(`New: “${String(after)}”${tag}`);
      return line(after === undefined ? `Gone: “${before}”${tag}` : `“${before}” is now called “${after}”${tag}`);
    case 'alongside':
    case 'button':
      return { place: `${name}${tag}`, lines: sentenceLines(before, after) };
    case 'review':
      return line(`“${name}”${tag}: ${detail} ${changed(before, after)}`);
  }
}

const helplineDetails: Readonly<Record<string, string>> = {
  number: 'the number',
  hours: 'the hours',
  opening: 'the hours by which the screen says that it is open',
  cost: 'the cost',
  name: 'the name',
  checked: 'when it was checked',
};

function line(text: string): Told {
  return { lines: [text] };
}

function under(where: readonly string[], tag: string): string {
  return where.map((step) => `“${step}”`).join(', ') + tag;
}

function changed(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `added: “${String(after)}”`;
  if (after === undefined) return `left out, which was “${before}”`;
  return `changed from “${before}” to “${after}”`;
}

function tellPart(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'A new part';
  if (after === undefined) return 'This part is gone';
  return `The heading was “${before}”`;
}

function tellTopic(name: string, detail: string, before: string | undefined, after: string | undefined): string {
  if (detail === 'topic') return after ? `New: “${after}”` : `Gone: “${String(before)}”`;
  if (detail === 'page')
    return after ? `“${after}” is now in “${name}”` : `“${String(before)}” is no longer in “${name}”`;
  return `“${name}”: the ${detail} ${changed(before, after)}`;
}

function sentenceLines(before: string | undefined, after: string | undefined): readonly string[] {
  if (before === undefined) return [`new:  ${String(after)}`];
  if (after === undefined) return [`gone: ${before}`];
  return [`was:  ${before}`, `is:   ${after}`];
}
