import { describe, expect, test } from 'vitest';
import { elsewhere, unproven } from '../../escape/elsewhere.ts';
import { policyEntries } from '../../escape/entries.ts';
import { handAttempts } from '../../escape/hand-attempts.ts';
import { scriptAttempts } from '../../escape/script-attempts.ts';
import { serverAttempts } from '../../escape/server-attempts.ts';

const tried = [...handAttempts, ...scriptAttempts, ...serverAttempts];
const all = [...tried, ...elsewhere];

describe('Q4 · the table of attempts', () => {
  test('tries more than eighty ways out, each by a name of its own', () => {
    expect(tried.length).toBeGreaterThanOrEqual(80);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test.each(policyEntries)(
    '“%s” is proven by an attempt, or has a reason why none can be made, and not both',
    (entry) => {
      const provenBy = all.filter(({ proves = [] }) => proves.includes(entry)).map(({ id }) => id);
      expect([provenBy.length > 0, unproven.has(entry)], provenBy.join()).toEqual(
        unproven.has(entry) ? [false, true] : [true, false],
      );
    },
  );

  test('nothing is claimed of an entry that there is not', () => {
    const known = new Set<string>(policyEntries);
    const named = [...all.flatMap(({ proves = [] }) => proves), ...unproven.keys()];
    expect(named.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
