/** A PIN: which are too easy to guess, and how one is kept without being kept. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { PinWeakness } from '../../../renderer/host/contract.ts';

/**
 * Six digits, since that is what somebody can hold in mind and type standing. NIST SP 800-63B (5.1.1) asks for
 * eight characters of a secret that people choose themselves and six of one that is drawn for them, and for
 * neither repetitions nor sequences. Six are defensible here because a PIN opens nothing over a network, and
 * because the waits leave somebody who guesses about a hundred tries a day.
 */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 12;

const isRun = (pin: string, step: number): boolean =>
  Array.from(pin, Number).every(
    (digit, index, digits) => index === 0 || digit === ((digits[index - 1] ?? 0) + step + 10) % 10,
  );

/** Whether a PIN is one short block over and over: 121212, 123123. */
const isRepeated = (pin: string): boolean =>
  [2, 3, 4, 5, 6].some(
    (length) =>
      pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length) && pin.length > length,
  );

/** Why a PIN cannot be chosen, or `undefined` when it can. */
export const weaknessOf = (pin: string): PinWeakness | undefined => {
  if (!/^\d*$/.test(pin)) return 'not-digits';
  if (pin.length < FEWEST_DIGITS) return 'too-short';
  if (pin.length > MOST_DIGITS) return 'too-long';
  if (new Set(pin).size === 1) return 'one-digit';
  if (isRun(pin, 1) || isRun(pin, -1)) return 'run';
  return isRepeated(pin) ? 'repeated' : undefined;
};

/** How much work one try is. It takes 128 × `cost` × `blockSize` bytes: 128 MB at most, whatever a damaged file says. */
const workSchema = z.strictObject({
  cost: z
    .int()
    .min(2)
    .max(2 ** 17)
    .refine((cost) => (cost & (cost - 1)) === 0),
  blockSize: z.int().min(1).max(8),
  parallel: z.int().min(1).max(4),
});

export type PinWork = Readonly<z.infer<typeof workSchema>>;

/** 32 MB and about a tenth of a second on a kiosk's computer. */
export const usualWork: PinWork = { cost: 2 ** 15, blockSize: 8, parallel: 1 };

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A PIN as it lies on the disk: with what it takes to compare another with it, and without a way back. */
export const keptPinSchema = z.strictObject({
  salt: base64(SALT_BYTES),
  hash: base64(HASH_BYTES),
  work: workSchema,
});

export type KeptPin = Readonly<z.infer<typeof keptPinSchema>>;

const hashOf = (pin: string, salt: Buffer, { cost, blockSize, parallel }: PinWork): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // What it needs, with something over: Node refuses work that comes near the limit.
    const maxmem = 256 * blockSize * (cost + parallel) + 65_536;
    scrypt(pin, salt, HASH_BYTES, { N: cost, r: blockSize, p: parallel, maxmem }, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });

/** A PIN made ready to be kept, with a salt of its own. */
export const keptPinOf = async (pin: string, work: PinWork): Promise<KeptPin> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashOf(pin, salt, work);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), work };
};

/** Whether a PIN is the one that is kept; takes as long for a wrong one as for the right one. */
export const isKeptPin = async (pin: string, { salt, hash, work }: KeptPin): Promise<boolean> =>
  timingSafeEqual(await hashOf(pin, Buffer.from(salt, 'base64'), work), Buffer.from(hash, 'base64'));
