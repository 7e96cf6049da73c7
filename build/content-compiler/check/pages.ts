/** What a page names must exist, once: parts, terms, references, helplines, drawings, related pages. */
import type { ProblemCode } from '../../../content/format/index.ts';
import type { Place, Report } from '../problem.ts';
import { reservedPartIds } from '../compile/page.ts';
import type { DraftPage } from '../read/draft.ts';
import type { LanguageSource, Library } from '../read/library.ts';
import { textsOfBlock, textsOfPage } from '../read/texts.ts';
import { checkReferences } from './references.ts';

/** The ids a page may name. */
export interface KnownIds {
  readonly pages: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  /** Helplines by id, with the reference each rests on. */
  readonly helplines: ReadonlyMap<string, string>;
  readonly drawings: ReadonlySet<string>;
}

/**
 * What the pages of a language may name.
 *
 * @param original - what it is translated from: what is not translated is there all the same
 */
export function knownIds(
  source: LanguageSource,
  original: LanguageSource | undefined,
  drawings: Library['drawings'],
): KnownIds {
  return {
    pages: new Set([...(original?.pages ?? []), ...source.pages].map(({ frontMatter }) => frontMatter.id)),
    terms: new Set([...(original?.glossary?.value ?? []), ...(source.glossary?.value ?? [])].map(({ id }) => id)),
    helplines: new Map(source.helplines?.value.map((helpline) => [helpline.id, helpline.source])),
    drawings: new Set(drawings.keys()),
  };
}

/** Checks everything a page names. */
export function checkPage(page: DraftPage, known: KnownIds, report: Report): void {
  const refuse = (place: Place, code: ProblemCode, what: string, why: string, mend: string): void => {
    report({ place, level: 'error', code, what, why, mend });
  };
  const { frontMatter, placeOf, parts } = page;
  const fileName = page.file.split('/').at(-1)?.replace(/\.md$/, '');
  if (fileName !== frontMatter.id) {
    refuse(
      placeOf(['id']),
      'page-id',
      `id “${frontMatter.id}” in ${page.file}`,
      'pages are found by file name',
      'make file name and id the same',
    );
  }
  if (parts.length === 0) {
    refuse(
      placeOf([]),
      'empty',
      'a page without parts',
      'there would be nothing to read',
      'add a part: ## Heading {#an-id}',
    );
  }
  frontMatter.related.forEach((id, index) => {
    if (known.pages.has(id) && id !== frontMatter.id) return;
    refuse(
      placeOf(['related', index]),
      'unknown-page',
      `related page “${id}”`,
      'there is no such other page',
      'correct the id or remove it',
    );
  });
  const { decoration } = frontMatter;
  if (decoration !== undefined && !known.drawings.has(decoration)) {
    refuseMedia(placeOf(['decoration']), decoration, refuse);
  }
  checkVersion(page, refuse);
  checkParts(page, known, refuse);
  checkReferences(page, known.helplines, report, refuse);
  for (const { text } of textsOfPage(page)) {
    for (const run of text.runs) {
      if (run.term === undefined || known.terms.has(run.term)) continue;
      refuse(
        run.place,
        'unknown-term',
        `a link to the term “${run.term}”`,
        'the glossary has no such entry',
        'correct the id or add the term to glossary.yaml',
      );
    }
  }
}

type Refuse = (place: Place, code: ProblemCode, what: string, why: string, mend: string) => void;

function refuseMedia(place: Place, name: string, refuse: Refuse): void {
  refuse(
    place,
    'missing-media',
    `no drawing “${name}”`,
    'the page would have a hole',
    'add it to content/media or correct the name',
  );
}

/** Easy Read is made of ideas with pictures, and the full version of everything else (C3). */
function checkVersion({ version, parts }: DraftPage, refuse: Refuse): void {
  const allowedInEasy: readonly string[] = ['idea', 'urgent', 'helpline', 'gate'];
  for (const { block, heading } of parts.flatMap((part) => part.blocks.map((block) => ({ block, ...part })))) {
    const place = textsOfBlock(block)[0]?.text.place ?? heading.place;
    if (version === 'full' && block.kind === 'idea') {
      refuse(
        place,
        'misplaced-block',
        '::idea on a full page',
        'ideas with pictures make the Easy Read version',
        'move it to the page of the same name in easy/',
      );
    }
    if (version === 'full' || allowedInEasy.includes(block.kind)) continue;
    refuse(
      place,
      'easy-block',
      `a block of the kind “${block.kind}” in Easy Read`,
      'every idea has a picture beside it (C3)',
      'write it as ::idea[words]{picture=name}',
    );
  }
}

function checkParts({ parts }: DraftPage, known: KnownIds, refuse: Refuse): void {
  const partIds = new Set(parts.map(({ id }) => id));
  const options = new Set<string>();
  const seen = new Set<string>();
  const once = (id: string, place: Place): void => {
    if (seen.has(id))
      refuse(
        place,
        'duplicate-id',
        `“${id}” is there already`,
        'ids are addresses within the page',
        'choose another id',
      );
    seen.add(id);
  };
  for (const { id, heading, blocks } of parts) {
    if (reservedPartIds.includes(id)) {
      refuse(heading.place, 'reserved-id', `part id “${id}”`, 'the compiler uses it itself', 'choose another id');
    }
    once(id, heading.place);
    for (const block of blocks) {
      if (block.kind === 'helpline' && !known.helplines.has(block.id)) {
        refuse(
          block.place,
          'unknown-helpline',
          `helpline “${block.id}”`,
          'helplines.yaml has no such entry',
          'correct the id or add the helpline',
        );
      }
      if (block.kind === 'diagram' && !known.drawings.has(block.src)) refuseMedia(block.place, block.src, refuse);
      if (block.kind === 'idea' && !known.drawings.has(block.picture)) refuseMedia(block.place, block.picture, refuse);
      if (block.kind !== 'helpline' && 'id' in block) once(block.id, block.place);
      if (block.kind !== 'choice') continue;
      for (const option of block.options) {
        if (options.has(option.id)) {
          refuse(
            option.label.place,
            'duplicate-id',
            `option “${option.id}” is there already`,
            'a choice is remembered by its id',
            'word the option differently',
          );
        }
        options.add(option.id);
        if ('part' in option && !partIds.has(option.part)) {
          refuse(
            option.label.place,
            'unknown-part',
            `an option to the part “${option.part}”`,
            'the page has no such part',
            'correct the id after “#”',
          );
        }
      }
    }
  }
  for (const { heading, forOptions } of parts) {
    for (const option of forOptions) {
      if (options.has(option)) continue;
      refuse(
        heading.place,
        'unknown-option',
        `for=${option}`,
        'no choice on the page has this option',
        `use ${[...options].join(', ') || 'no “for”'}`,
      );
    }
  }
}
