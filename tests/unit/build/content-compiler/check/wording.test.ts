/** Each rule of wording by example: what is wrong is named at its place, and what is right passes in silence. */
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../../../content/format/index.ts';
import { changed, fixtureFiles, PAGE, problemsOf, whereIs } from '../fixture.ts';

const EASY = 'en/easy/tired-after-treatment.md';
const OTHER = 'en/pages/when-to-rest.md';

/** The codes of a kind that the page has when its sentence “Rest when you can.” is another one. */
function told(code: ProblemCode, sentence: string): readonly string[] {
  return problemsOf(changed(PAGE, 'Rest when you can.', sentence))
    .filter((problem) => problem.code === code)
    .map(({ what }) => what);
}

interface Rule {
  readonly code: ProblemCode;
  readonly level: 'error' | 'warning' | 'info';
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

const rules: readonly Rule[] = [
  {
    code: 'medical-word',
    level: 'warning',
    wrong: [
      'Mucositis can hurt.',
      'You may have a colectomy.',
      'It is a neurological sign.',
      'Your child has neutropenia.',
      'A cannula helps.',
      'The oesophagitis heals.',
      'Leukaemia can hurt.',
    ],
    right: [
      'A sore mouth (mucositis) can hurt.',
      'Mucositis (a sore mouth) can hurt.',
      'Mucositis is a sore mouth. It heals.',
      'This is called mucositis.',
      'Chemotherapy and radiotherapy help.',
      'She has a diploma in therapy.',
      'The T cell helps.',
      'Ring the Sample Leukaemia Group.',
      'M is short for metastatic, which means spread.',
      'It is a normal room at home.',
    ],
  },
  {
    code: 'abbreviation',
    level: 'warning',
    wrong: [
      'An ECG is quick.',
      'You have a PICC in the arm.',
      'Ask about mIBG today.',
      'The R&D team helps.',
      'Have a PET-CT.',
    ],
    right: [
      'A heart test (ECG) is quick.',
      'An ECG (a test of the heart) is quick.',
      'Ask your GP, the NHS or A&E in the UK.',
      'A CAR T cell helps.',
      'Have a PET-CT. A PET-CT is another kind of scan.',
      'Stage MS: this is a kind of its own.',
      'Have an NHS-UK test.',
      'I can rest. A. Smith can too.',
    ],
  },
  {
    code: 'number-range',
    level: 'warning',
    wrong: ['It takes 2–7 days.', 'It takes 2-7 days.', 'It takes 2 – 7 days.', 'It is 36.5—37 °C.'],
    right: ['It takes 2 to 7 days.', 'On 2018-05-16 it began.', 'Ask for the T-2 cell.', 'It is a 24-hour line.'],
  },
  {
    code: 'time-format',
    level: 'warning',
    wrong: ['Come at 5.30 pm.', 'Come at 9 a.m. today.', 'Come at 9a.m. today.', 'Come at 9.00am.'].concat(
      'Come at 12pm.',
      'Come at noon.',
    ),
    right: [
      'Come at 9am.',
      'Come at 5.30pm.',
      'Come at midday or midnight.',
      'It takes 12 parts.',
      'I am 9. Am I late?',
    ],
  },
  {
    code: 'number-word',
    level: 'info',
    wrong: ['Rest for three days.', 'Rest for ten days.'],
    right: ['Rest for 3 days.', 'Rest for one day.', 'Two people can rest.'],
  },
  {
    code: 'odds-mixed',
    level: 'warning',
    wrong: ['About 1 in 10 people rest. Of these, 20% sleep.', 'It is 30 per cent. It is 1 out of 3.'],
    right: ['About 1 in 10 people rest. About 1 in 3 sleep.', 'About 20% sleep.'],
  },
  {
    code: 'contraction',
    level: 'warning',
    wrong: ['You can’t rest.', "They've slept."],
    right: ['You cannot rest.', 'The child’s bed is here.'],
  },
  {
    code: 'avoid-word',
    level: 'warning',
    wrong: [
      'It is a battle.',
      'She fights on.',
      'They beat cancer.',
      'The treatment failed.',
      'You are brave.',
      'She is a victim.',
      'Nothing more can be done.',
      'It is an aggressive lump.',
      'It is a promising drug.',
      'Your journey begins.',
      'It may relapse.',
      'It is refractory.',
      'This may cure it.',
      'Other than a normal child, she rests.',
      'He is no guinea pig.',
      'There is a good chance of sleep.',
    ],
    right: [
      'You live with it.',
      'The treatment did not work well enough.',
      'It came back (relapse).',
      'It did not go away (refractory).',
      'She travels to the ward.',
      'The test is secure.',
      'Other children rest.',
    ],
  },
  {
    code: 'plain-word',
    level: 'info',
    wrong: [
      'You should rest.',
      'You must rest.',
      'Obtain a bed.',
      'Rest prior to lunch.',
      'It takes approximately 2 days.',
    ],
    right: ['You can rest.', 'Get a bed.', 'Rest before lunch.', 'It takes about 2 days.'],
  },
  {
    code: 'capitals',
    level: 'warning',
    wrong: ['DO NOT RUN TODAY.', 'Rest first. NEVER RUN AT NIGHT.'],
    right: ['Do not run today.', 'NHS and GP.', 'Ring A&E.'],
  },
  {
    code: 'outward-address',
    level: 'warning',
    wrong: [
      'See https://example.org now.',
      'See www.example.org now.',
      'Write to rest@example.org today.',
      'See sleep.nhs.uk today.',
    ],
    right: ['Ring the nurses.', 'Rest today.Then sleep.', 'Ring Dr. Sample, e.g. today.'],
  },
  {
    code: 'figure-beside-survival',
    level: 'error',
    wrong: [
      'About 1 in 3 survive.',
      'The cure rate is 40%.',
      'Half of the children die.',
      'They lived. Most survive for 5 years.',
      'In 20% it came back.',
      'Some survive. It is 1 in 3.',
    ],
    right: [
      'Ask your team about cure.',
      'It takes 5 years to learn this.',
      'It came back in 2018.',
      'About 1 in 3 rest.',
    ],
  },
];

describe.each(rules)('E2 · $code', ({ code, level, wrong, right }) => {
  it.each(wrong)('names “%s”', (sentence) => {
    const files = changed(PAGE, 'Rest when you can.', sentence);
    const found = problemsOf(files).filter((problem) => problem.code === code);
    expect(found.map((problem) => problem.level)).toEqual(found.map(() => level));
    expect(found.map(({ place }) => `${place.file}:${String(place.line)}:${String(place.column)}`)).toContain(
      whereIs(files, PAGE, sentence),
    );
    for (const { what, why, mend } of found) for (const text of [what, why, mend]) expect(text).not.toMatch(/^$|\.$/);
  });

  it.each(right)('is silent about “%s”', (sentence) => {
    expect(told(code, sentence)).toEqual([]);
  });
});

describe('E2 · a word that nobody explains', () => {
  it('is told once, where it first stands', () => {
    expect(told('medical-word', 'Mucositis can hurt. Mucositis can heal.')).toHaveLength(1);
  });

  it('is known for the rest of a page once it is explained, and not before', () => {
    expect(told('medical-word', 'A sore mouth (mucositis) can hurt. Mucositis heals.')).toEqual([]);
    expect(told('medical-word', 'Mucositis heals. A sore mouth (mucositis) can hurt.')).toHaveLength(1);
  });

  it('may be linked to the glossary by hand', () => {
    expect(told('medical-word', 'The [haemogram](term:blood-count) is a test.')).toEqual([]);
    expect(told('medical-word', 'The haemogram tells it.')).toHaveLength(1);
  });

  it('may be the name of a trial', () => {
    const named = changed(PAGE, 'title="Walking and rest"', 'title="The WALKS study"');
    const text = (named.texts.get(PAGE) ?? '').replace('Rest when you can.', 'Ask about WALKS.');
    expect(problemsOf(fixtureFiles({ [PAGE]: text })).map(({ code }) => code)).not.toContain('abbreviation');
  });

  it('is looked for in each glossary entry by itself', () => {
    const files = changed('en/glossary.yaml', 'Medicines that kill', 'Drugs against mucositis that kill');
    expect(problemsOf(files).find(({ code }) => code === 'medical-word')?.place.file).toBe('content/en/glossary.yaml');
  });
});

describe('E2 · a time with a colon', () => {
  it('is told in lists as a time, and on pages, where a colon has a meaning, with the same mend', () => {
    const listed = problemsOf(changed('en/topics.yaml', 'What helps at night.', 'What helps at 17:30.'));
    expect(listed.find(({ code }) => code === 'time-format')?.mend).toContain('5.30pm');
    const page = problemsOf(changed(PAGE, 'Rest when you can.', 'Come at 17:30.'));
    expect(page.find(({ code }) => code === 'unknown-directive')?.mend).toContain('5.30pm');
  });
});

describe('E2 · wording where it stands', () => {
  it('lets signs that cannot wait say “must”', () => {
    const urgent = problemsOf(changed(OTHER, 'cannot wake up', 'must sleep'));
    expect(urgent.map(({ code }) => code)).not.toContain('plain-word');
  });

  it('lets a gate speak of cure, and never of battles or of figures', () => {
    const gated = (sentence: string) =>
      problemsOf(changed(OTHER, 'Some people ask about survival.', sentence)).map(({ code }) => code);
    expect(gated('Some people ask about cure.')).not.toContain('avoid-word');
    expect(gated('It is a battle.')).toContain('avoid-word');
    expect(gated('About 1 in 3 survive.')).toContain('figure-beside-survival');
  });

  it('C3 · takes digits and full words in Easy Read, and no brackets', () => {
    const easy = fixtureFiles().texts.get(EASY) ?? '';
    const words = /::idea\[([^\]]*)\]/.exec(easy)?.[1] ?? '';
    const found = (sentence: string) =>
      problemsOf(changed(EASY, words, sentence)).map(({ code, level }) => `${code} ${level}`);
    expect(found('You can rest (sleep).')).toContain('easy-brackets warning');
    expect(found('Rest for three days.')).toContain('number-word warning');
    expect(found('Have an ECG.')).toContain('abbreviation warning');
    expect(found('Rest for 3 days.').filter((one) => /^(?:easy|number|abbr)/.test(one))).toEqual([]);
  });
});
