/** What `content new` writes: whole files and entries, with a placeholder wherever somebody has to write. */
import { plainText, type DraftPage } from '../read/draft.ts';
import { PLACEHOLDER, PLACEHOLDER_NUMBER } from '../check/placeholders.ts';
import { yamlText } from './yaml-insert.ts';

/** Text to be written, told in a few words. */
function todo(what: string): string {
  return `${PLACEHOLDER} ${what}`;
}

/** Words given on the command line, on one line; `undefined` when there are none. */
function given(words: string | undefined): string | undefined {
  const tidy = words?.replace(/\s+/g, ' ').trim();
  return tidy === '' ? undefined : tidy;
}

/** A page. `today` is `YYYY-MM-DD`; the next review is a year later. */
export function pageSkeleton(id: string, title: string | undefined, today: string): string {
  const nextYear = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4).replace('02-29', '02-28')}`;
  return `---
id: ${id}
title: ${yamlText(given(title) ?? todo('a plain title'))}
summary: ${yamlText(todo('say in one line what this page is about'))}
reviewed: ${today} # ${todo('the day on which somebody went through the facts')}
nextReview: ${nextYear}
references:
  - id: source-1
    kind: website
    title: ${yamlText(todo('the title of what the facts rest on'))}
    publisher: ${yamlText(todo('who publishes it'))}
---

## In short {#in-short sources=source-1}

- ${todo('the most needed thing, in one sentence.')}
- ${todo('the next one. Have 3 to 5 of these.')}

## ${todo('a short heading')} {#more sources=source-1}

${todo('a short paragraph with one idea in a sentence.')}

:::callout{tone=ask title="Whom you can ask"}
Your child’s consultant or nurse can tell you more.
:::
`;
}

/** The Easy Read version of a page: its parts, each with an idea to be written. `picture` is one that is there. */
export function easySkeleton({ frontMatter, parts }: DraftPage, picture: string): string {
  const sourcesOf = (sources: readonly string[]): string =>
    sources.length === 0 ? '' : ` sources=${sources.join(',')}`;
  const ideas = parts.map(
    ({ id, heading, sources }) => `## ${plainText(heading)} {#${id}${sourcesOf(sources)}}

::idea[${todo('say it in 12 words, and choose the picture.')}]{picture=${picture}}
`,
  );
  return `---
id: ${frontMatter.id}
title: ${yamlText(frontMatter.title)}
summary: ${yamlText(todo('say in one line what this page is about'))}
---

${ideas.join('\n')}`;
}

/** A glossary entry. */
export function termSkeleton(id: string, term: string | undefined): string {
  return `- id: ${id}
  term: ${yamlText(given(term) ?? id.replaceAll('-', ' '))}
  sayIt: ${yamlText(todo('how to say it, with the stressed part in CAPITALS'))}
  meaning: ${yamlText(todo('one plain sentence.'))}
  source: ${yamlText(todo('where the meaning comes from'))}
`;
}

/** A helpline. Its number and its day of checking are nobody's until somebody has rung it. */
export function helplineSkeleton(id: string, name: string | undefined, today: string): string {
  return `- id: ${id}
  name: ${yamlText(given(name) ?? todo('the name of the helpline'))}
  number: ${PLACEHOLDER_NUMBER}
  hours: ${yamlText(todo('when it is answered, as “Monday to Friday, 9am to 5pm”'))}
  timeZone: Europe/London
  opening:
    - days: [1, 2, 3, 4, 5]
      from: '09:00'
      to: '17:00'
  checkedOn: ${today} # ${todo('the day on which you rang it')}
  source: general # ${todo('the id of the reference that gives the number')}
`;
}
