/** The keys a site trusts: read from its settings or from files, never from a bundle. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** A public Ed25519 key and the short id by which signatures name it. */
export interface TrustedKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** A text that is no public key; `message` says what it is instead and what to give. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

const GIVE_PUBLIC = 'give the public key that “npm run content -- keys” wrote';

const PUBLIC_PEM = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----$/;

/** What SPKI puts before the 32 bytes of an Ed25519 key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const RAW_BYTES = 32;

/** The id of a key: the first 16 hex digits of the SHA-256 over its public half as DER (SPKI). */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);

const derOf = (text: string): Buffer => {
  const base64 = (PUBLIC_PEM.exec(text)?.[1] ?? text).replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new KeyError(`this is neither PEM nor base64; ${GIVE_PUBLIC}`);
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === RAW_BYTES ? Buffer.concat([SPKI_PREFIX, bytes]) : bytes;
};

/**
 * Reads a public key: PEM, with or without its line ends, or base64 of the DER or of the bare 32 bytes.
 *
 * @throws KeyError
 */
export const parsePublicKey = (text: string): TrustedKey => {
  // Node would quietly take the public half of a private key, and the private half would stay in the settings.
  if (text.includes('PRIVATE KEY'))
    throw new KeyError(`this is a private key, which nobody but its owner may have; ${GIVE_PUBLIC}`);
  let key: KeyObject;
  try {
    key = createPublicKey({ key: derOf(text.trim()), format: 'der', type: 'spki' });
  } catch (cause) {
    if (cause instanceof KeyError) throw cause;
    throw new KeyError(`this is no public key; ${GIVE_PUBLIC}`, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new KeyError(`this is a key for ${key.asymmetricKeyType ?? 'something else'}, not Ed25519; ${GIVE_PUBLIC}`);
  return { id: keyIdOf(key), key };
};
