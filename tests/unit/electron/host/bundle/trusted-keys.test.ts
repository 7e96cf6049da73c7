import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { KeyError, parsePublicKey } from '../../../../../electron/host/bundle/trusted-keys.ts';
import { parseSettings, trustedKeysOf } from '../../../../../electron/host/settings.ts';
import { siteKey } from '../../bundle-fixture.ts';
import { fc, test as property } from '../../property.ts';

const { id, key } = siteKey.trusted;
const der = key.export({ format: 'der', type: 'spki' });
const pem = key.export({ format: 'pem', type: 'spki' }).toString();
const privatePem = siteKey.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'pem', type: 'spki' });

describe('B1 · a public key can be given as people copy it', () => {
  test.each([
    ['PEM', pem],
    ['PEM in one line', pem.replaceAll('\n', '')],
    ['PEM with line ends of Windows', pem.replaceAll('\n', '\r\n')],
    ['base64 of the DER', der.toString('base64')],
    ['base64 of the bare 32 bytes', der.subarray(-32).toString('base64')],
    ['base64 with spaces around', ` ${der.toString('base64')}\n`],
  ])('%s', (_what, text) => {
    const parsed = parsePublicKey(text);
    expect(parsed.id).toBe(id);
    expect(parsed.key.equals(key)).toBe(true);
  });

  test('its id is the beginning of its fingerprint, as other tools tell it', () => {
    expect(id).toBe(createHash('sha256').update(der).digest('hex').slice(0, 16));
  });

  test.each([
    ['a private key', privatePem, /private key/],
    ['a private key in one line', privatePem.replaceAll('\n', ''), /private key/],
    ['a key for something else', rsa.toString(), /rsa, not Ed25519/],
    ['nothing', '', /neither PEM nor base64/],
    ['words', 'the hospital’s key', /neither PEM nor base64/],
    [
      'the bytes of a private key',
      siteKey.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      /no public key/,
    ],
    ['a key cut short', der.subarray(0, 40).toString('base64'), /no public key/],
  ])('%s is refused with what to give instead', (_what, text, says) => {
    expect(() => parsePublicKey(text)).toThrow(KeyError);
    expect(() => parsePublicKey(text)).toThrow(says);
    expect(() => parsePublicKey(text)).toThrow(/give the public key/);
  });

  property.prop(
    [
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.string().map((text) => `-----BEGIN PUBLIC KEY-----${text}`),
      ),
    ],
    1000,
  )('any other text is a key or a KeyError', (text) => {
    try {
      expect(parsePublicKey(text).id).toMatch(/^[0-9a-f]{16}$/);
    } catch (error) {
      expect(error).toBeInstanceOf(KeyError);
    }
  });
});

describe('B1, O1 · keys are pinned in the settings', () => {
  const settingsOf = (value: object) => parseSettings(JSON.stringify(value), 'site.json');

  test('none is no mistake, and one is trusted', () => {
    expect(trustedKeysOf(settingsOf({}).settings)).toEqual([]);
    const { settings, problems } = settingsOf({ content: { trustedKeys: [pem.replaceAll('\n', '')] } });
    expect(problems).toEqual([]);
    expect(trustedKeysOf(settings).map((trusted) => trusted.id)).toEqual([id]);
  });

  test('a wrong one is named by its place', () => {
    const { problems } = settingsOf({ content: { trustedKeys: [pem, privatePem] } });
    expect(problems).toMatchObject([
      { path: 'content.trustedKeys.1', message: expect.stringMatching(/private key/) as unknown },
    ]);
    expect(JSON.stringify(problems)).not.toContain(privatePem.split('\n')[1]);
  });

  test('a right one holds though another setting is wrong: a slip must not let unsigned content in', () => {
    const { settings, problems } = settingsOf({ hospitalName: 7, content: { trustedKeys: [pem] } });
    expect(problems).toMatchObject([{ path: 'hospitalName' }]);
    expect(settings.hospitalName).toBe('Your hospital');
    expect(trustedKeysOf(settings).map((trusted) => trusted.id)).toEqual([id]);
  });
});
