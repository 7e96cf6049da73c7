/** The text of a settings file: JSON in which comments and a comma after the last item are allowed. */
import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  modify,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

/** Where in a text something is; both count from 1, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mistake of punctuation, or a field that stands there twice. */
export interface TextFault {
  /** The field that is there twice; absent for a mistake of punctuation. */
  readonly field?: string;
  /** What is wrong and how to mend it. */
  readonly message: string;
  readonly place: Place;
}

/** A text that was read. */
export interface SettingsText {
  /** What it says; as much as could be made out where there are faults. */
  readonly value: unknown;
  readonly faults: readonly TextFault[];
  /** Where a field stands, or the nearest that is there above it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place | undefined;
}

/** What the parser's codes mean to somebody who has never heard of JSON. */
const inWords: Readonly<Record<string, string>> = {
  InvalidSymbol: 'there is a word or sign that does not belong here; put texts between straight quotation marks',
  InvalidNumberFormat: 'this is no number; write it with digits and a dot',
  PropertyNameExpected: 'the name of a setting is missing here; write it between straight quotation marks',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'put a colon between the setting and its value',
  CommaExpected: 'put a comma between this and what stands before it',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'there is something after the end of the settings; take it out',
  InvalidCommentToken: 'this is no comment; begin it with //',
  UnexpectedEndOfComment: 'a comment has no end; close it with */',
  UnexpectedEndOfString: 'a text has no end; close it with a quotation mark',
  UnexpectedEndOfNumber: 'a number has no end',
  InvalidUnicode: 'this is no character; write \\u and four hexadecimal digits',
  InvalidEscapeCharacter: 'write \\\\ for a backslash, and \\" for a quotation mark inside a text',
  InvalidCharacter: 'a text holds a line break or a control character; take it out',
};

/** More faults than this come of one: the first is what there is to mend. */
const MOST_FAULTS = 10;

const placeIn =
  (text: string) =>
  (offset: number): Place => {
    const before = text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: offset - lineStart + 1 };
  };

/** Fields given twice: only the last would count, and nobody would know which was meant. */
const doubledIn = (node: Node, place: (offset: number) => Place): readonly TextFault[] => {
  const seen = new Set<string>();
  return (node.children ?? []).flatMap((child): readonly TextFault[] => {
    const inside = doubledIn(child, place);
    const name: unknown = child.type === 'property' ? child.children?.[0]?.value : undefined;
    if (typeof name !== 'string') return inside;
    const isDoubled = seen.has(name);
    seen.add(name);
    if (!isDoubled) return inside;
    const message = 'is set twice; take one of them out';
    return [{ field: name, message, place: place(child.offset) }, ...inside];
  });
};

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** A text nobody can have meant as settings. */
const unread = (message: string): SettingsText => ({
  value: undefined,
  faults: [{ message, place: { line: 1, column: 1 } }],
  placeOf: () => undefined,
});

/** Reads a text, with or without a byte-order mark. Never throws. */
export const readSettingsText = (raw: string): SettingsText => {
  const text = withoutMark(raw);
  const place = placeIn(text);
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true });
    if (tree === undefined) return unread('there are no settings in it; write { } at least');
    const punctuation = errors.slice(0, MOST_FAULTS).map(({ error, offset }): TextFault => {
      const message = inWords[printParseErrorCode(error)] ?? 'the punctuation here is not that of JSON';
      return { message, place: place(offset) };
    });
    return {
      value: getNodeValue(tree),
      faults: [...punctuation, ...doubledIn(tree, place)],
      placeOf: (path) => {
        for (let length = path.length; length > 0; length -= 1) {
          const node = findNodeAtLocation(tree, path.slice(0, length) as JSONPath);
          if (node !== undefined) return place(node.offset);
        }
        return undefined;
      },
    };
  } catch {
    // Thousands of brackets, one inside the other, are more than the parser can hold.
    return unread('the brackets are nested too deeply');
  }
};

/** A field to set: the names on the way to it, and what it is to be. */
export interface SettingsChange {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

/** The text with some fields set; comments and all other fields stay as they are. The text must be without faults. */
export const changeSettingsText = (raw: string, changes: readonly SettingsChange[]): string => {
  const eol = raw.includes('\r\n') ? '\r\n' : '\n';
  const options = {
    formattingOptions: { insertSpaces: true, tabSize: 2, eol },
    // A new field goes first: after the last it would come between that one and the comment beside it.
    getInsertionIndex: () => 0,
  };
  return changes.reduce(
    (text, { path, value }) => applyEdits(text, modify(text, [...path], value, options)),
    withoutMark(raw),
  );
};
