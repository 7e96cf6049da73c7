/** Keys for signing: made once, the private one kept by whoever answers for the content (B1). */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signatureSchema } from '../../../content/format/index.ts';
import { keyIdOf, KeyError, parsePublicKey, type TrustedKey } from '../../../electron/host/bundle/trusted-keys.ts';
import { serialise } from '../bundle-files.ts';
import type { SignManifest } from '../write-bundle.ts';
import { InputError, RefusedError } from './errors.ts';

/** The two files of a pair. */
export const keyFiles = { private: 'private-key.pem', public: 'public-key.pem' } as const;

/** A pair that was made. `forSettings` is the public key as the settings take it. */
export interface MadeKeys {
  readonly id: string;
  readonly privateFile: string;
  readonly publicFile: string;
  readonly forSettings: string;
}

/**
 * Makes a pair of keys in a folder. The private one can be read by its owner only.
 *
 * @throws RefusedError when there is a key already: nobody can make the same one again
 */
export async function makeKeys(folder: string): Promise<MadeKeys> {
  const files = { private: join(folder, keyFiles.private), public: join(folder, keyFiles.public) };
  for (const file of Object.values(files)) {
    if (await isThere(file)) {
      throw new RefusedError(`${file} is there already, and is not overwritten; give another folder with --out DIR`);
    }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  // Exclusive, so that a file that came meanwhile stays as it is.
  await writeFile(files.private, pem, { mode: 0o600, flag: 'wx' });
  await writeFile(files.public, publicKey.export({ format: 'pem', type: 'spki' }), { flag: 'wx' });
  return {
    id: keyIdOf(publicKey),
    privateFile: files.private,
    publicFile: files.public,
    forSettings: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

/** Reads a private key and makes of it what signs manifests. @throws InputError */
export async function readSigner(file: string): Promise<{ readonly id: string; readonly sign: SignManifest }> {
  const privateKey = parsePrivateKey(await readKeyFile(file), file);
  const keyId = keyIdOf(createPublicKey(privateKey));
  return {
    id: keyId,
    sign: (manifest) =>
      serialise(
        signatureSchema.parse({
          algorithm: 'Ed25519',
          keyId,
          signature: sign(null, manifest, privateKey).toString('base64'),
        }),
      ),
  };
}

/** Reads a public key. @throws InputError */
export async function readTrustedKey(file: string): Promise<TrustedKey> {
  try {
    return parsePublicKey(await readKeyFile(file));
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new InputError(`${file}: ${error.message}`, { cause: error });
  }
}

/** Longer files are not read: a key has some hundred characters. */
const LONGEST_KEY = 10_000;

async function readKeyFile(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError(`${file} cannot be read; check the name of the key’s file`, { cause });
  });
  if (text.length > LONGEST_KEY) throw new InputError(`${file} is far too long for a key; is it the right file?`);
  return text;
}

function parsePrivateKey(text: string, file: string): KeyObject {
  const give = `give the ${keyFiles.private} that “npm run content -- keys” wrote`;
  if (text.includes('PUBLIC KEY')) throw new InputError(`${file} is the public key; to sign, ${give}`);
  if (text.includes('ENCRYPTED')) throw new InputError(`${file} is locked with a password; ${give}`);
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch (cause) {
    throw new InputError(`${file} is no private key; ${give}`, { cause });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new InputError(`${file} is a key for ${key.asymmetricKeyType ?? 'something else'}, not Ed25519; ${give}`);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
