/** Words that look medical, and initials, that nobody explains: a sieve by the shape of words (E2). English only. */
import type { Policy } from '../../../content/format/index.ts';
import type { Report } from '../problem.ts';
import type { CheckedDocument } from './documents.ts';
import { unexplained } from './first-use.ts';

/** Greek and Latin beginnings and endings that everyday words seldom have. */
const beginnings =
  'angio|arterio|cardio|cerebr|chemo|cyto|dermat|encephal|endo|erythro|gastro|haem|hepat|histo|hyper|hypo|immuno|intra(?=[a-z]{4})|laparo|leuk|lymph|metasta|mucos|myel|nephr|neuro|neutro|oncolog|osteo|pulmon|radio(?=[a-z]{3})|tachy|thorac|thrombo';
const endings =
  'aemia|aemic|algia|blast(?:s|oma|omas|ic)?|centesis|cillin|cyte|ectomy|fosfamide|gram(?<=(?:echocardio|electrocardio|mammo|venou?)gram)|itis|kinase|lysis|mab|megaly|mycin|oma|omata|omas|opathy|osis|oscopy|oside|ostomy|otomy|penia|penic|phagia|phylaxis|plasia|plasty|platin|rrhoea|rubicin|sclerosis|stasis|stenosis|taxel|tecan|therapy|tinib|uria|zole|ology|ologist|cristine|blastine|amide|azole|setron|oma';
/** Medical words that have no such shape. */
const others =
  'abdominal|acute|benign|biopsy|biopsies|cannula|cardiac|catheter|catheters|chronic|cognitive|contraindicated|dysphagia|infusion|intravenous|lesion|lesions|malignant|malignancy|metastases|metastatic|nausea|oedema|oral|palliative|pathology|refractory|relapse|relapsed|remission|renal|sedation|sepsis|subcutaneous|topical|toxicity|trephine';

const looksMedical = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?:${beginnings})\\p{Ll}+|\\p{Ll}{2,}(?:${endings})s?|(?:${others}))(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Everyday words that have such a shape. */
const everyday = new Set(
  'aroma aromas diploma diplomas therapy therapies hyperactive hyperlink apology technology diagnosis hypnosis emphasis analysis coma comas'.split(
    ' ',
  ),
);

/** Two capitals or more in one word: MRI, mIBG, A&E. */
const initials =
  /(?<![\p{L}\p{N}-])(?:[\p{L}\p{N}]+-)*[\p{Ll}\p{N}]*\p{Lu}&?\p{Lu}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)*(?![\p{L}\p{N}-])/gu;

/** Initials that people in the United Kingdom know better than what they stand for. */
const everydayInitials: readonly string[] = [
  'GP',
  'GPs',
  'NHS',
  'UK',
  'EU',
  'USA',
  'A&E',
  'TV',
  'QR',
  'ID',
  'OK',
  'CD',
  'DVD',
];

/** Checks the medical words and the initials of one document. `inGlossary` tells the words that the glossary explains. */
export function checkMedicalWords(
  document: CheckedDocument,
  inGlossary: (word: string) => boolean,
  { words }: Policy,
  report: Report,
): void {
  const allowed = new Set(words.everyday.map((word) => word.toLowerCase()));
  const isKnown = (word: string): boolean =>
    everyday.has(word.toLowerCase()) || allowed.has(word.toLowerCase()) || inGlossary(word);
  for (const { word, text } of unexplained(document, looksMedical, isKnown)) {
    report({
      place: text.place,
      level: 'warning',
      code: 'medical-word',
      what: `“${word}” looks like a medical word, and nothing explains it`,
      why: 'a hard word stops a reader unless it is explained where it first stands',
      mend: 'put the everyday word first and this one in brackets, add it to the glossary, or list it under words.everyday in policy.yaml',
    });
  }
  // A placeholder is told as that.
  const letters = new Set([...everydayInitials, ...words.abbreviations, 'TODO', 'TBC', 'TBD']);
  const isKnownPart = (one: string): boolean => letters.has(one) || inGlossary(one) || !/\p{Lu}&?\p{Lu}/u.test(one);
  for (const { word, text } of unexplained(
    document,
    initials,
    (one) => isKnownPart(one) || one.split('-').every(isKnownPart),
  )) {
    // A whole sentence in capitals is told once, as that.
    if (!/\p{Ll}/u.test(text.text)) continue;
    report({
      place: text.place,
      level: 'warning',
      code: 'abbreviation',
      what: `“${word}” is not written out`,
      why: 'initials say nothing to somebody who meets them for the first time',
      mend:
        document.kind === 'easy'
          ? 'write the full words; Easy Read has no initials'
          : 'write the full words and then the initials in brackets, add them to the glossary, or list them under words.abbreviations in policy.yaml',
    });
  }
}
