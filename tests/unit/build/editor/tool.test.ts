import { describe, expect, test, vi } from 'vitest';
import { ApprovalError } from '../../../../build/editor/approve.ts';
import { toolCalls, type PreviewState } from '../../../../build/editor/pages/contract.ts';
import { scaleOf, screens } from '../../../../build/editor/pages/screens.ts';
import { createToolHost } from '../../../../build/editor/tool-calls.ts';
import { createToolResources } from '../../../../build/editor/tool-resources.ts';
import { openWorkshop } from '../../../../build/editor/workshop.ts';
import { securityHeaders } from '../../../../electron/policy/headers.ts';
import { changed, fixtureFiles, NOW, PAGE } from '../content-compiler/fixture.ts';

describe('E3 · what the tool serves', () => {
  const kiosk = (): Promise<Response> => Promise.resolve(new Response('kiosk', { headers: securityHeaders }));
  const resources = createToolResources({
    pages: new Map([['/preview', new TextEncoder().encode('frame')]]),
    kiosk,
    stateAfter: () => Promise.resolve({ version: 3 } as PreviewState),
    words: () => ({ words: [] }),
    recording: () => ({ documents: [], passages: [] }),
  });
  const get = (target: string) => resources(new Request('http://127.0.0.1/'), target);

  test('L7 · the kiosk differs from the product in who may frame it, and in nothing else', async () => {
    const { headers } = await get('/');
    const other = Object.keys(securityHeaders).filter((name) => headers.get(name) !== securityHeaders[name]);
    expect(other).toEqual(['content-security-policy', 'x-frame-options']);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('content-security-policy')).toBe(
      securityHeaders['content-security-policy']?.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
    );
  });

  test('the tool’s own pages may show the kiosk, and stand in no frame themselves', async () => {
    const answer = await get('/preview');
    expect(await answer.text()).toBe('frame');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none';.*frame-src 'self'/);
    expect(await (await get('/tool/state.json?after=2')).json()).toEqual({ version: 3 });
  });
});

describe('R6 · what the tool’s pages may ask for', () => {
  const host = (approveWord: () => Promise<void>) =>
    createToolHost({
      kiosk: () => Promise.resolve({ ok: false, error: { code: 'refused' } }),
      showLanguage: () => undefined,
      approveWord,
    });

  test.each([
    { folder: '../../etc', written: 'CAR', by: 'A' },
    { folder: 'en/..', written: 'CAR', by: 'A' },
    { folder: 'en', written: '', by: 'A' },
    { folder: 'en', written: 'CAR', by: '  ' },
    { folder: 'en', written: 'CAR', by: 'A\n- written: B' },
    { folder: 'en', written: 'CAR', by: 'A', file: 'x' },
    undefined,
  ])('an approval such as %j never reaches the lexicon', async (payload) => {
    const approveWord = vi.fn(() => Promise.resolve());
    const reply = await host(approveWord)(toolCalls.approveWord, payload);
    expect(reply).toEqual({ ok: false, error: { code: 'invalid-payload' } });
    expect(approveWord).not.toHaveBeenCalled();
  });

  test('why a word could not be approved is told', async () => {
    const reply = await host(() => Promise.reject(new ApprovalError('It is approved already.')))(
      toolCalls.approveWord,
      { folder: 'en', written: 'CAR', by: 'A' },
    );
    expect(reply).toEqual({ ok: true, value: { done: false, told: 'It is approved already.' } });
  });

  test('all else is the kiosk’s own to answer', async () => {
    expect(await host(() => Promise.resolve())('endVisit', {})).toEqual({ ok: false, error: { code: 'refused' } });
  });
});

describe('E3 · the last good edition stays', () => {
  const good = fixtureFiles();
  const broken = changed(PAGE, 'term:blood-count', 'term:blood-cuont');

  const workshopOn = () => {
    let files = good;
    let isGone = false;
    const workshop = openWorkshop({
      read: () => (isGone ? Promise.reject(new Error('the folder is gone')) : Promise.resolve(files)),
      now: () => NOW,
      onEdition: () => undefined,
      voice: () => ({ waiting: 0 }),
    });
    return {
      workshop,
      save: async (saved: typeof files | 'gone') => {
        isGone = saved === 'gone';
        if (saved !== 'gone') files = saved;
        await workshop.refresh();
        return workshop.state();
      },
    };
  };
  const errorsOf = ({ problems }: PreviewState) => problems.filter(({ level }) => level === 'error');

  test('through an error in the content, and a new one comes when it is mended', async () => {
    const { workshop, save } = workshopOn();
    expect(await save(good)).toMatchObject({ edition: 1 });
    const shown = workshop.edition();
    const stuck = await save(broken);
    expect(stuck.edition).toBe(1);
    expect(errorsOf(stuck)).toMatchObject([{ code: 'unknown-term', file: `content/${PAGE}` }]);
    expect(workshop.edition()).toBe(shown);
    const mended = await save(good);
    expect(mended.edition).toBe(2);
    expect(errorsOf(mended)).toEqual([]);
  });

  test('through a folder that cannot be read for a while', async () => {
    const { save } = workshopOn();
    await save(good);
    expect(await save('gone')).toMatchObject({
      edition: 1,
      failure: expect.stringContaining('the folder is gone') as string,
    });
    expect(await save(good)).not.toHaveProperty('failure');
  });

  test('and a file that was saved without a change is no news', async () => {
    const { save } = workshopOn();
    const { version } = await save(good);
    expect((await save(fixtureFiles())).version).toBe(version);
  });

  test('who waits for news gets it when it comes', async () => {
    const { workshop, save } = workshopOn();
    const { version } = await save(good);
    const news = workshop.stateAfter(version, 60_000);
    await save(broken);
    expect(errorsOf(await news)).toHaveLength(1);
    const last = workshop.stateAfter(Number.MAX_SAFE_INTEGER, 60_000);
    workshop.close();
    await expect(last).resolves.toMatchObject({ edition: 1 });
  });
});

test('E3 · a screen is scaled to be seen whole, and never enlarged', () => {
  expect(scaleOf({ width: 1080, height: 960 }, screens[0])).toBe(0.5);
  expect(scaleOf({ width: 683, height: 768 }, screens[2])).toBe(0.5);
  expect(scaleOf({ width: 4000, height: 4000 }, screens[1])).toBe(1);
});
