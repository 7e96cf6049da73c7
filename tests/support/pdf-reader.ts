/**
 * Reads a PDF as programs for people do: its words in reading order, their sizes, its tags and its bookmarks (P2). Words are
 * Poppler's: the letters of Arabic are drawn in pieces, and what they stand for (`ActualText`) is not heard by PDF.js,
 * which tells everything else.
 */
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';

/** Why words cannot be read here; nothing when they can. */
export const whyNoPoppler = (): string | undefined =>
  spawnSync('pdftotext', ['-v']).error === undefined ? undefined : 'Poppler is not installed (Debian: poppler-utils)';

/** Why a PDF's structure cannot be looked into here; nothing when it can. */
export const whyNoQpdf = (): string | undefined =>
  spawnSync('qpdf', ['--version']).error === undefined ? undefined : 'qpdf is not installed (Debian: qpdf)';

/** What qpdf finds wrong with a file, an empty text for nothing; and whether Poppler takes it for a tagged document. */
export const inspectPdf = (file: string): { readonly faults: string; readonly isTagged: boolean } => {
  const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  return {
    faults: checked.status === 0 ? '' : checked.stdout + checked.stderr,
    isTagged: /^Tagged:\s+yes$/m.test(info.stdout),
  };
};

/** How much of a file's sheets is neither black nor white nor grey, from 0 to 1, as it would be printed. */
export const colourIn = (file: string): number => {
  const { stdout } = spawnSync('pdftoppm', ['-r', '36', file], { maxBuffer: 2 ** 28 });
  let coloured = 0;
  let pixels = 0;
  // Portable pixmaps one after the other: a head of three lines, then three bytes a pixel.
  for (let at = 0; at < stdout.length;) {
    const [head = '', width = '0', height = '0'] =
      /^P6\n(\d+) (\d+)\n255\n/.exec(stdout.toString('latin1', at, at + 32)) ?? [];
    if (head === '') throw new Error('Poppler drew no sheet.');
    const from = at + head.length;
    at = from + Number(width) * Number(height) * 3;
    for (let place = from; place < at; place += 3) {
      const [red = 0, green = 0, blue = 0] = stdout.subarray(place, place + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) coloured += 1;
      pixels += 1;
    }
  }
  if (pixels === 0) throw new Error('Poppler drew nothing.');
  return coloured / pixels;
};

/** What stands in a PDF. Texts are their letters and figures alone; see {@link letters}. */
export interface ReadPdf {
  readonly pages: number;
  /** Width and height of the sheet, in points. */
  readonly sheetPt: readonly [number, number];
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** The first page between its margins, and all others. */
  readonly cover: string;
  readonly body: string;
  /** What stands in the margins of each page. */
  readonly margins: readonly string[];
  /** Each line between the margins, on each page, from the top: its words, and its size in points. */
  readonly lines: readonly (readonly Line[])[];
  /** Sizes of the words in the body, in points, the one that most letters have first. */
  readonly sizesPt: readonly number[];
  /** Bookmarks in their order, with how deep they lie, from 1. */
  readonly outline: readonly { readonly level: number; readonly title: string }[];
  /** Tags in reading order: what each is, and what is said in its place. */
  readonly tags: readonly { readonly role: string; readonly alternative: string | undefined }[];
}

/** A line of words. */
export interface Line {
  readonly text: string;
  readonly sizePt: number;
}

/**
 * Text by its letters and figures alone: what is between them, and how words are broken, is the layout's. So are marks above
 * and below letters, which Poppler tells before the letter or after it, as they lie.
 */
export const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Where the sheet's margins begin and end, in points. */
const MARGIN_PT = 62;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Outline = Awaited<ReturnType<Document['getOutline']>>;

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const bookmarks = (items: Outline, level = 1): ReadPdf['outline'] =>
  items.flatMap(({ title, items: inner }) => [{ level, title }, ...bookmarks(inner as Outline, level + 1)]);

const tagsOf = ({ role, alt, children = [] }: Node): ReadPdf['tags'] => [
  ...(role === undefined ? [] : [{ role, alternative: alt }]),
  ...children.flatMap(tagsOf),
];

/** A word or a few, where they stand. */
interface Piece extends Line {
  readonly atPt: number;
}

const piecesOf = async (document: Document, number: number): Promise<readonly Piece[]> => {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str !== ''
      ? [
          {
            text: item.str,
            sizePt: Math.hypot(item.transform[0] as number, item.transform[1] as number),
            atPt: item.transform[5] as number,
          },
        ]
      : [],
  );
};

/** Pieces at one height are a line. */
const linesOf = (pieces: readonly Piece[]): readonly Line[] => {
  const lines = new Map<number, Line>();
  for (const { text, sizePt, atPt } of pieces) {
    const at = Math.round(atPt);
    lines.set(at, { text: (lines.get(at)?.text ?? '') + text, sizePt: Math.max(lines.get(at)?.sizePt ?? 0, sizePt) });
  }
  return [...lines].toSorted(([one], [other]) => other - one).map(([, line]) => line);
};

/** A stretch of a document, in points from the sheet's upper edge, and in pages from 1. */
interface Stretch {
  readonly pages: readonly [first: number, last: number];
  readonly heightsPt: readonly [from: number, to: number];
}

/** The letters of a stretch, in reading order. */
const wordsIn = async (pdf: Uint8Array, { pages: [first, last], heightsPt: [from, to] }: Stretch): Promise<string> => {
  const area = ['-x', '0', '-W', '2000', '-y', String(Math.round(from)), '-H', String(Math.round(to - from))];
  const poppler = spawn('pdftotext', [...area, '-f', String(first), '-l', String(last), '-', '-']);
  const read = text(poppler.stdout);
  // It stops listening as soon as it has the pages that it was asked for.
  poppler.stdin.on('error', () => undefined);
  poppler.stdin.end(pdf);
  return letters(await read);
};

const sizesOf = (pieces: readonly Piece[]): readonly number[] => {
  const counts = new Map<number, number>();
  for (const { text, sizePt } of pieces) {
    const rounded = Math.round(sizePt * 10) / 10;
    counts.set(rounded, (counts.get(rounded) ?? 0) + letters(text).length);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([sizePt]) => sizePt);
};

/** Reads a PDF. @throws when it is none */
export const readPdf = async (pdf: Uint8Array): Promise<ReadPdf> => {
  const document = await getDocumentProxy(Uint8Array.from(pdf));
  try {
    const first = await document.getPage(1);
    const [, , width = 0, height = 0] = first.view as readonly number[];
    const last = document.numPages;
    const between = [MARGIN_PT, height - MARGIN_PT] as const;
    const isBody = ({ atPt }: Piece): boolean => atPt > MARGIN_PT && atPt < height - MARGIN_PT;
    const numbers = Array.from({ length: last }, (_value, index) => index + 1);
    const bodies = (await Promise.all(numbers.map((number) => piecesOf(document, number)))).map((pieces) =>
      pieces.filter(isBody),
    );
    const trees = await Promise.all(numbers.map(async (number) => (await document.getPage(number)).getStructTree()));
    const { info } = await document.getMetadata();
    const { Title = '', Language = '' } = info as { readonly Title?: string; readonly Language?: string };
    const inMargins = (page: number) =>
      Promise.all(
        (
          [
            [0, MARGIN_PT],
            [height - MARGIN_PT, height],
          ] as const
        ).map((heightsPt) => wordsIn(pdf, { pages: [page, page], heightsPt })),
      );
    return {
      pages: last,
      sheetPt: [width, height],
      title: Title,
      language: Language,
      cover: await wordsIn(pdf, { pages: [1, 1], heightsPt: between }),
      body: last === 1 ? '' : await wordsIn(pdf, { pages: [2, last], heightsPt: between }),
      margins: await Promise.all(numbers.map(async (page) => (await inMargins(page)).join(''))),
      lines: bodies.map(linesOf),
      sizesPt: sizesOf(bodies.slice(1).flat()),
      outline: bookmarks(await document.getOutline()),
      tags: trees.flatMap((tree) => tagsOf(tree as Node)),
    };
  } finally {
    await document.loadingTask.destroy();
  }
};
