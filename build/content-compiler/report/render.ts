/** The report as one HTML file without scripts: an editor's overview of dates, words, speech and links. */
import type { FlatProblem, Level } from '../problem.ts';
import type { UsedRecording } from '../recorded-library.ts';
import type { CalendarEntry, MeasuredDocument, ReportFacts } from './facts.ts';
import { html, table, type Html } from './html.ts';
import { reportStyle } from './style.ts';

/** Renders the facts. The same facts give the same bytes. */
export function renderReport(facts: ReportFacts): string {
  const style: Html = { html: `<style>${reportStyle}</style>` };
  const parts = [
    reviews(facts),
    reading(facts),
    speech(facts),
    recordings(facts),
    translations(facts),
    links(facts),
    problems(facts),
  ];
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Content report, ${longDate(facts.date)}</title>
        ${style}
      </head>
      <body>
        <header>
          <h1>Content report</h1>
          <p class="date">As on ${longDate(facts.date)}. Languages: ${facts.languages.join(', ')}.</p>
          <nav aria-label="Parts of this report">
            <ul>
              ${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
          ${figures(facts)}
        </header>
        <main>
          ${parts.map(
            ({ id, title, body }) =>
              html`<section aria-labelledby="${id}">
                <h2 id="${id}">${title}</h2>
                ${body}
              </section> `,
          )}
        </main>
        <footer>
          <p>
            Written by npm run content -- report. It says what a program can see; whether a page is right and kind,
            people have to judge.
          </p>
        </footer>
      </body>
    </html> `;
  return page.html;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

function figures({ calendar, counts, unheard, links: broken }: ReportFacts): Html {
  const inState = (state: CalendarEntry['state']): number => calendar.filter((entry) => entry.state === state).length;
  const unsigned = calendar.filter(({ what, reviewer }) => what !== 'helpline' && reviewer === undefined).length;
  const all: readonly (readonly [string, number, string])[] = [
    ['Overdue', inState('overdue'), 'reviews and helplines'],
    ['Due soon', inState('soon'), 'reviews and helplines'],
    ['Unsigned', unsigned, 'sample content: no clinician has signed it off'],
    ['Errors', counts.errors, 'nothing is built with any'],
    ['Warnings', counts.warnings, 'to be looked at'],
    ['Links', broken.length, 'broken, or leading out'],
    ['Unheard', unheard.reduce((sum, { words }) => sum + words.length, 0), 'words not approved by ear'],
  ];
  return html`<dl class="figures">
    ${all.map(
      ([name, figure, note]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${figure} <small>${note}</small></dd>
        </div>`,
    )}
  </dl>`;
}

const states: Readonly<Record<CalendarEntry['state'], Html>> = {
  overdue: html`<span class="mark bad">Overdue</span>`,
  soon: html`<span class="mark warn">Due soon</span>`,
  later: html`<span class="mark good">In date</span>`,
};
const kinds: Readonly<Record<CalendarEntry['what'] | MeasuredDocument['kind'], string>> = {
  page: 'Page',
  easy: 'Easy Read',
  questions: 'Questions',
  helpline: 'Helpline',
};

function reviews({ calendar, soonDays }: ReportFacts): Part {
  const rows = calendar.map(({ folder, what, id, title, last, next, state, reviewer }) => [
    named(title, `${folder}/${id}`),
    kinds[what],
    html`<span class="whole">${shortDate(last)}</span>`,
    html`<span class="whole">${shortDate(next)}</span>`,
    states[state],
    what === 'helpline' ? '–' : (reviewer ?? 'nobody yet: sample content'),
  ]);
  const columns = [
    { title: 'What' },
    { title: 'Kind' },
    { title: 'Last looked at' },
    { title: 'Next by' },
    { title: 'State' },
    { title: 'Signed off by' },
  ];
  const caption = `By the day on which each is due. “Due soon” means within ${String(soonDays)} days.`;
  return {
    id: 'reviews',
    title: 'Review calendar',
    body: table(caption, columns, rows, 'There is nothing to review.'),
  };
}

function reading({ measures, limitAge, aimAge }: ReportFacts): Part {
  const rows = measures.map(
    ({ folder, kind, id, title, words, sentences, averageSentenceWords, longWords, readingAge }) => [
      named(title, `${folder}/${id}`),
      html`<span class="whole">${kinds[kind]}</span>`,
      words,
      averageSentenceWords.toFixed(1),
      sentences === 0 ? '–' : ((100 * longWords) / Math.max(1, words)).toFixed(0),
      readingAge === undefined ? '–' : readingAge.toFixed(1),
      readingAge === undefined ? mark('plain', 'Not measured') : verdict(readingAge, limitAge, aimAge),
    ],
  );
  const columns = [
    { title: 'Page' },
    { title: 'Version' },
    { title: 'Words', isFigure: true as const },
    { title: 'Words a sentence', isFigure: true as const },
    { title: 'Long words in 100', isFigure: true as const },
    { title: 'Reading age', isFigure: true as const },
    { title: 'Aim' },
  ];
  return {
    id: 'reading',
    title: 'Reading measures',
    body: html`<p>
        The reading age comes from a formula (SMOG, as an age). It is a first sieve and never a verdict: have people
        read the page. It counts words of 3 syllables or more, without those of the page’s own title.
      </p>
      ${table(`Aim: under ${String(aimAge)} years. Above ${String(limitAge)}, the page is reworked.`, columns, rows, 'There are no pages.')}`,
  };
}

function verdict(age: number, limitAge: number, aimAge: number): Html {
  if (age > limitAge) return mark('bad', 'Rework');
  return age > aimAge ? mark('warn', 'Above the aim') : mark('good', 'Within the aim');
}

function speech({ unheard }: ReportFacts): Part {
  return {
    id: 'speech',
    title: 'Words nobody has approved by ear',
    body: html`<p>
        The reading voice may say these wrongly. Listen to each, then add “approvedBy” and “approvedOn” to its entry in
        the lexicon.
      </p>
      ${unheard.map(({ folder, words, heard }) =>
        words.length === 0
          ? html`<p class="nothing">${folder}: every word was approved.</p>`
          : html`<details open="">
              <summary>${folder}: ${words.length} to hear, ${heard} approved</summary>
              <ul class="words">
                ${words.map((word) => html`<li>${word}</li>`)}
              </ul>
            </details>`,
      )}`,
  };
}

const lit: Readonly<Record<UsedRecording['timedBy'], Html>> = {
  words: mark('good', 'Each word'),
  sentences: mark('warn', 'Sentences'),
  whole: mark('bad', 'All as one'),
};

function recordings({ recordings: used }: ReportFacts): Part {
  const rows = used.map(({ file, quality, timedBy }) => [file, quality.toFixed(2), lit[timedBy]]);
  const columns = [
    { title: 'File' },
    { title: 'Quality', isFigure: true as const },
    { title: 'Lit while it is heard' },
  ];
  const caption =
    'How well each recording fits its text, from 0 to 1. Words are lit from 0.30 on, sentences from 0.20.';
  return {
    id: 'recordings',
    title: 'Recordings',
    body: table(caption, columns, rows, 'There are none: the synthetic voice reads everything.'),
  };
}

function translations({ coverage, unreviewed, withoutEasyRead, languages }: ReportFacts): Part {
  const names = {
    pages: 'Pages',
    easy: 'Easy Read',
    questions: 'Questions',
    terms: 'Medical words',
    helplines: 'Helplines',
    topics: 'Topics',
  };
  const rows = coverage.map(({ folder, kind, total, missing }) => [
    `${folder}: ${names[kind]}`,
    `${String(total - missing.length)} of ${String(total)}`,
    missing.length === 0 ? mark('good', 'Complete') : missing.join(', '),
  ]);
  const columns = [{ title: 'Language and kind' }, { title: 'There', isFigure: true as const }, { title: 'Missing' }];
  const empty = `There is one language (${languages.join(', ')}), so nothing has to be translated.`;
  return {
    id: 'translations',
    title: 'Translations and Easy Read',
    body: html`${table('What each language has of the first one', columns, rows, empty)}
      <p>
        ${unreviewed.length === 0 ? 'Every translation was approved.' : `Approved by nobody who speaks the language: ${unreviewed.join(', ')}.`}
      </p>
      <p>
        ${withoutEasyRead.length === 0 ? 'Every page has an Easy Read version.' : `Without an Easy Read version: ${withoutEasyRead.join(', ')}.`}
      </p>`,
  };
}

function links({ links: found }: ReportFacts): Part {
  return {
    id: 'links',
    title: 'Links',
    body: problemTable(
      'Links to what is not there, and addresses that lead out of the kiosk',
      found,
      'No link is broken, and none leads outside.',
    ),
  };
}

function problems({ problems: all }: ReportFacts): Part {
  const graver = all.filter(({ level }) => level !== 'info');
  const notes = all.filter(({ level }) => level === 'info');
  return {
    id: 'problems',
    title: 'All that check names',
    body: html`${problemTable('Errors and warnings', graver, 'There is no error and no warning.')}
      <details>
        <summary>Notes (${notes.length})</summary>
        ${problemTable('Notes, for the record', notes, 'There are none.')}
      </details>`,
  };
}

const levels: Readonly<Record<Level, Html>> = {
  error: mark('bad', 'Error'),
  warning: mark('warn', 'Warning'),
  info: mark('plain', 'Note'),
};

function problemTable(caption: string, rows: readonly FlatProblem[], whenEmpty: string): Html {
  return table(
    caption,
    [{ title: 'What' }, { title: 'Level' }, { title: 'Why, and how to mend it' }],
    rows.map(({ file, line, column, level, code, what, why, mend }) => [
      html`${shortened(capital(what))}<span class="place">${file}:${line}:${column} (${code})</span>`,
      levels[level],
      html`<span class="why">${capital(why)}.</span> ${capital(mend)}.`,
    ]),
    whenEmpty,
  );
}

function mark(kind: 'bad' | 'warn' | 'good' | 'plain', text: string): Html {
  return html`<span class="mark ${kind}">${text}</span>`;
}

function named(title: string, id: string): Html {
  return html`${title}<span class="id">${id}</span>`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The list of unheard words has a part of its own. */
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function longDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

function shortDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
