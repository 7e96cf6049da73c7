/** The text of a page that anybody may meet: all but what stands behind a gate (S3, principle 3). */
import type { Block, Passage } from '../../../content/format/index.ts';
import { passagesOfBlock } from '../compile/reading-order.ts';

/** The passages of blocks that are open to be found. A gate's question is as gentle as it is telling, and stays out. */
export function openPassages(blocks: readonly Block[]): readonly Passage[] {
  return blocks.filter(({ kind }) => kind !== 'gate').flatMap(passagesOfBlock);
}
