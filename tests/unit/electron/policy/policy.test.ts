import { describe, expect, test } from 'vitest';
import {
  contentRules,
  headersFor,
  plainHeaders,
  refusedFeatures,
  securityHeaders,
} from '../../../../electron/policy/headers.ts';
import {
  decideDownload,
  decideNavigation,
  decideNewWindow,
  decideWebview,
} from '../../../../electron/policy/navigation.ts';
import { isPermissionGranted, permissionTable } from '../../../../electron/policy/permissions.ts';
import { decideRequest } from '../../../../electron/policy/requests.ts';
import { fc, test as property } from '../property.ts';

const origin = 'kiosk://app';

describe('L2 · navigation stays inside the app', () => {
  test.each(['kiosk://app/', 'kiosk://app/#/page/neuroblastoma', 'kiosk://app/index.html?x=1'])(
    '%s is ours',
    (address) => {
      expect(decideNavigation({ address, isMainFrame: true, origin }).allowed).toBe(true);
    },
  );

  test.each([
    'http://kiosk/',
    'https://app/',
    'kiosk://app.example/',
    'kiosk://app:1/',
    'kiosk://user@app/',
    'kiosk://other/',
    'kiosk:app',
    'file:///etc/passwd',
    'tel:08001234',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'data:text/html,hello',
    'blob:kiosk://app/1',
    'about:blank',
    'chrome://version',
    'devtools://devtools',
    'view-source:kiosk://app/',
    '',
    'not an address',
  ])('%s is refused', (address) => {
    expect(decideNavigation({ address, isMainFrame: true, origin })).toMatchObject({ allowed: false });
  });

  test('a loopback origin is told from its neighbours', () => {
    const own = 'http://127.0.0.1:4000';
    const decide = (address: string) => decideNavigation({ address, isMainFrame: true, origin: own }).allowed;
    expect(decide('http://127.0.0.1:4000/x')).toBe(true);
    expect(decide('http://127.0.0.1:4001/')).toBe(false);
    expect(decide('http://localhost:4000/')).toBe(false);
    expect(decide('https://127.0.0.1:4000/')).toBe(false);
    expect(decide('http://127.0.0.1:4000@evil.example/')).toBe(false);
  });

  test('a frame may go nowhere, not even inside the app', () => {
    expect(decideNavigation({ address: 'kiosk://app/', isMainFrame: false, origin }).allowed).toBe(false);
  });

  test('windows, downloads and embedded pages are refused with a reason', () => {
    for (const decision of [decideNewWindow(), decideDownload(), decideWebview()])
      expect(decision).toMatchObject({ allowed: false, reason: expect.stringMatching(/./) as unknown });
  });
});

describe('L3 · no request leaves the app', () => {
  const types = [
    'mainFrame',
    'subFrame',
    'script',
    'stylesheet',
    'image',
    'font',
    'xhr',
    'media',
    'webSocket',
    'other',
  ];

  test.each(types)('a %s from the app is served, from elsewhere refused', (resourceType) => {
    expect(decideRequest({ address: 'kiosk://app/x', resourceType, origin }).allowed).toBe(true);
    for (const address of ['https://example.org/x', 'ws://app/', 'file:///x', 'ftp://app/', 'kiosk://other/x', ''])
      expect(decideRequest({ address, resourceType, origin }).allowed).toBe(false);
  });

  test.each(types)(
    'a %s out of the page’s own memory is allowed for small pictures and fonts alone',
    (resourceType) => {
      const isAllowed = (address: string) => decideRequest({ address, resourceType, origin }).allowed;
      expect(isAllowed('blob:kiosk://app/1')).toBe(false);
      expect(isAllowed('data:image/png;base64,')).toBe(['image', 'font'].includes(resourceType));
    },
  );

  test.each([
    ['tel:01234567890', 'other'],
    ['nonsense', 'other'],
    ['ws://example.org/', 'ws:'],
  ])('%s is told as a request by %s', (address, scheme) => {
    expect(decideRequest({ address, resourceType: 'new-kind', origin })).toEqual({
      allowed: false,
      scheme,
      resource: 'other',
    });
  });

  test('the reason repeats nothing of the address but its scheme', () => {
    const decision = decideRequest({ address: 'https://secret.example/typed?by=visitor', resourceType: 'xhr', origin });
    expect(decision).toEqual({ allowed: false, scheme: 'https:', resource: 'xhr' });
  });
});

describe('L5 · permissions', () => {
  test('every permission is in the table with a reason, and none is granted', () => {
    for (const [permission, rule] of Object.entries(permissionTable)) {
      expect(rule.reason, permission).not.toBe('');
      expect(isPermissionGranted(permission), permission).toBe(false);
    }
  });

  property.prop([fc.string()])('a permission nobody knows is refused', (permission) => {
    expect(isPermissionGranted(permission)).toBe(false);
  });

  test.each(['__proto__', 'constructor', 'toString'])('%s is no permission', (permission) => {
    expect(isPermissionGranted(permission)).toBe(false);
  });
});

describe('L7 · headers', () => {
  test('nothing may run, load or frame but the app’s own', () => {
    const policy = securityHeaders['content-security-policy'] ?? '';
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy.split('; ')).toContain(directive);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('L7 · a kiosk is in no frame and has none, unless a tool asks for its own origin', () => {
    expect(headersFor({})).toEqual(securityHeaders);
    expect(securityHeaders['x-frame-options']).toBe('DENY');
    expect(securityHeaders['content-security-policy']).not.toContain('frame-src');
    const framed = headersFor({ framedBy: 'itself' });
    expect(framed['x-frame-options']).toBe('SAMEORIGIN');
    expect(framed['content-security-policy']).toContain("frame-ancestors 'self';");
    const around = headersFor({ frames: 'itself' })['content-security-policy']?.split('; ');
    expect(around).toEqual(expect.arrayContaining(["frame-ancestors 'none'", "frame-src 'self'"]));
  });

  test('each part of a header has a reason', () => {
    const explained = [...Object.values(contentRules), ...Object.values(plainHeaders)].map(({ reason }) => reason);
    const reasons = [...explained, ...Object.values(refusedFeatures)];
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(10);
  });

  test('there is no sandbox beside the opener policy: the standard makes the two a page that does not load', () => {
    expect(securityHeaders['cross-origin-opener-policy']).toBe('same-origin');
    for (const framing of [{}, { framedBy: 'itself' }, { frames: 'itself' }] as const)
      expect(headersFor(framing)['content-security-policy']).not.toContain('sandbox');
  });

  test('R8, L5 · sound is the only feature left to the page', () => {
    const features = (securityHeaders['permissions-policy'] ?? '').split(', ');
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['autoplay=(self)']);
  });
});
