/** What was tried and what happened, kept through a run by all its workers, for the table at the end. */
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getSurroundings } from '../support/surroundings.ts';

export interface Tried {
  readonly id: string;
  readonly what: string;
  readonly how: string;
  readonly products: string;
  readonly closedBy: string;
  readonly gotOut: boolean;
  readonly happened: string;
}

const file = (): string => join(getSurroundings().runDir, 'escape.jsonl');

export const noteTried = async ({ id, what, how, products, closedBy, gotOut, happened }: Tried): Promise<void> => {
  await appendFile(file(), `${JSON.stringify({ id, what, how, products, closedBy, gotOut, happened })}\n`);
};

/** Each attempt once, as it was last made. */
export const readTried = async (): Promise<readonly Tried[]> => {
  const lines = (await readFile(file(), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  const tried = lines.map((line) => JSON.parse(line) as Tried);
  return [...new Map(tried.map((attempt) => [attempt.id, attempt])).values()];
};
