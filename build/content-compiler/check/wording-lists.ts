/** Words that pages avoid, with what to write instead. English; each expression has the flags g, i and u. */

/** A word to avoid. `unless` makes it all right in a text, or after a text, that matches. */
export interface Wording {
  readonly find: RegExp;
  readonly instead: string;
  readonly unless?: RegExp;
  /** Also behind a gate, and in what a sensitive term means. */
  readonly everywhere?: true;
}

const cameBack = /\b(?:c[oa]m(?:e|es|ing)|go(?:es)?|went) back\b|\breturn/iu;
const didNotGo = /\b(?:did|does|do|has|have) not (?:go(?:ne)? away|work|respond)|\bnot gone away\b|\bstill there\b/iu;

/** Words of battle, blame, odds and promises. */
export const wordsToAvoid: readonly Wording[] = [
  { find: /\bbattl(?:e|es|ed|ing)\b/giu, instead: 'living with, having treatment', everywhere: true },
  {
    find: /\b(?:fights?|fighting|fought|fighters?)\b/giu,
    instead: 'having treatment; for the body, work against',
    everywhere: true,
  },
  {
    find: /\bbeat(?:s|ing)? (?:the |this |their |his |her )?(?:cancer|illness|disease)\b/giu,
    instead: 'having treatment',
    everywhere: true,
  },
  {
    find: /\b(?:failed|failing|failure of) (?:the )?(?:treatment|therapy|chemotherapy)\b/giu,
    instead: 'the treatment did not work well enough',
    everywhere: true,
  },
  {
    find: /\b(?:treatment|therapy|chemotherapy|child|children|patients?) (?:has |have )?(?:fail(?:s|ed)?)\b/giu,
    instead: 'the treatment did not work well enough',
    everywhere: true,
  },
  {
    find: /\b(?:victims?|sufferers?|superhero(?:es)?|warriors?)\b/giu,
    instead: 'a child with neuroblastoma',
    everywhere: true,
  },
  { find: /\b(?:brave|bravely|bravery)\b/giu, instead: 'say what happens; nobody has to be brave', everywhere: true },
  {
    find: /\bnothing more (?:can|could|to) (?:be )?do(?:ne)?\b/giu,
    instead: 'the aim of treatment may change; care goes on',
    everywhere: true,
  },
  {
    find: /\b(?:aggressive|aggressively|deadly)\b|\bkillers?\b/giu,
    instead: 'grows faster, needs stronger treatment',
    everywhere: true,
  },
  { find: /\bend of the road\b/giu, instead: 'more serious; talk with your team', everywhere: true },
  {
    find: /\b(?:promising|breakthroughs?|(?:wonder|miracle) (?:drug|cure)s?)\b/giu,
    instead: 'being studied, may help, not known yet',
    everywhere: true,
  },
  { find: /\bjourneys?\b/giu, instead: 'time in treatment; for travel, travel or trip' },
  { find: /\brelaps(?:e|es|ed|ing)\b/giu, instead: 'came back (relapse)', unless: cameBack },
  { find: /\brefractory\b/giu, instead: 'did not go away (refractory)', unless: didNotGo },
  { find: /\bcur(?:e|es|ed|ing)\b/giu, instead: 'treatment that aims to clear the cancer' },
  { find: /\bnormal (?:child|children|kids?)\b/giu, instead: 'other children', everywhere: true },
  { find: /\bguinea pigs?\b|\bexperiment(?:s|al|ed)?\b/giu, instead: 'take part in a trial', everywhere: true },
  { find: /\bgood chances?\b/giu, instead: 'drop it, or say who can tell' },
  { find: /\bdark skin\b/giu, instead: 'brown and black skin', everywhere: true },
  {
    find: /\b(?:stay(?:ing)?|think(?:ing)?) positive\b/giu,
    instead: 'drop it: mood does not change the outcome',
    everywhere: true,
  },
];

/** Longer words that have a shorter one. */
export const plainerWords: readonly Wording[] = [
  { find: /\bobtain(?:s|ed|ing)?\b/giu, instead: 'get' },
  { find: /\butili[sz](?:e|es|ed|ing|ation)\b/giu, instead: 'use' },
  { find: /\bcommenc(?:e|es|ed|ing)\b/giu, instead: 'start' },
  { find: /\bapproximately\b/giu, instead: 'about' },
  { find: /\bsufficient(?:ly)?\b/giu, instead: 'enough' },
  { find: /\bprior to\b/giu, instead: 'before' },
  { find: /\bin order to\b/giu, instead: 'to' },
  { find: /\badditional\b/giu, instead: 'more' },
  { find: /\brequire(?:s|d|ments?)?\b/giu, instead: 'need' },
  { find: /\bassist(?:s|ed|ance)?\b/giu, instead: 'help' },
  { find: /\bpurchas(?:e|es|ed|ing)\b/giu, instead: 'buy' },
  { find: /\bdiscontinu(?:e|es|ed|ing)\b/giu, instead: 'stop' },
  { find: /\badminister(?:s|ed|ing)?\b/giu, instead: 'give' },
  { find: /\bexperienc(?:e|es|ing)\b(?= (?:pain|side|symptoms|nausea|tiredness|difficult))/giu, instead: 'have' },
  { find: /\bindividuals\b/giu, instead: 'people' },
  { find: /\bsubsequent(?:ly)?\b/giu, instead: 'later, then' },
  { find: /\bdemonstrat(?:e|es|ed|ing)\b/giu, instead: 'show' },
];

/** Words that press. They are right only where safety asks for them. */
export const firmWords: readonly Wording[] = [
  { find: /\b(?:should|must)\b/giu, instead: 'can, may, talk to your nurse about; keep it where safety asks for it' },
];
