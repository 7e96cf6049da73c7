/** JSON Schemas of everything an editor writes as YAML, from the very schemas the compiler checks with (E1). */
import { z } from 'zod';
import {
  alongsideSourceSchema,
  easyFrontMatterSchema,
  frontMatterSchema,
  glossarySourceSchema,
  helplineSourceSchema,
  interfaceSourceSchema,
  languageProfileSchema,
  lexiconSchema,
  messageArguments,
  policySchema,
  questionsSourceSchema,
  ticketsSourceSchema,
  topicsSourceSchema,
} from '../../../content/format/index.ts';

/** A schema file: what it is for, and the files it speaks about, as an editor's program matches them. */
export interface SchemaFile {
  readonly name: string;
  readonly title: string;
  readonly files: readonly string[];
  readonly schema: z.ZodType;
}

/** All of them, by name. Front matter has no files of its own: it stands at the head of pages. */
export const schemaFiles: readonly SchemaFile[] = [
  { name: 'topics', title: 'Topics on Home', files: ['content/*/topics.yaml'], schema: topicsSourceSchema },
  { name: 'questions', title: 'Questions to ask', files: ['content/*/questions.yaml'], schema: questionsSourceSchema },
  { name: 'tickets', title: 'Words of tickets', files: ['content/*/tickets.yaml'], schema: ticketsSourceSchema },
  {
    name: 'alongside',
    title: 'What helps volunteers',
    files: ['content/*/alongside.yaml'],
    schema: alongsideSourceSchema,
  },
  { name: 'glossary', title: 'Medical words', files: ['content/*/glossary.yaml'], schema: glossarySourceSchema },
  { name: 'helplines', title: 'Helplines', files: ['content/*/helplines.yaml'], schema: z.array(helplineSourceSchema) },
  { name: 'language', title: 'A language', files: ['content/*/language.yaml'], schema: languageProfileSchema },
  {
    name: 'interface',
    title: 'Words of the interface',
    files: ['content/*/interface.yaml'],
    schema: interfaceSourceSchema,
  },
  { name: 'lexicon', title: 'How words are said', files: ['content/lexicon/*.yaml'], schema: lexiconSchema },
  { name: 'policy', title: 'The policy for content', files: ['content/policy.yaml'], schema: policySchema },
  { name: 'page', title: 'The head of a page', files: [], schema: frontMatterSchema },
  { name: 'easy', title: 'The head of an Easy Read page', files: [], schema: easyFrontMatterSchema },
];

/** A schema as the text of its file: what an editor writes, so fields with a default may be left out. */
export function jsonSchemaText({ name, title, schema }: SchemaFile): string {
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  const whole = name === 'interface' ? withMessages(json) : json;
  return `${JSON.stringify({ ...whole, title }, null, 2)}\n`;
}

/** The messages by their keys, each with the arguments it takes, so that a program can offer and explain them. */
function withMessages(json: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema {
  const properties = Object.fromEntries(
    Object.entries(messageArguments).map(([key, names]) => [
      key,
      {
        type: 'string' as const,
        minLength: 1,
        description: names.length === 0 ? 'A plain sentence.' : `Takes ${names.map((name) => `{${name}}`).join(', ')}.`,
      },
    ]),
  );
  const messages = {
    type: 'object' as const,
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
  return { ...json, properties: { ...json.properties, messages } };
}
