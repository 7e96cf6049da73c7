import { describe, expect, test } from 'vitest';
import type { Narration } from '../../../../content/format/index.ts';
import { Announcer, type Player } from '../../../../renderer/guidance/announcer.ts';
import { captionOf, said } from '../../../../renderer/guidance/speech.ts';
import { Vocabulary } from '../../../../renderer/guidance/vocabulary.ts';

const sentence = (clip: string) => ({ start: 0, end: 1, clip, durationMs: 100, words: [] });

const narrations: Readonly<Record<string, Narration>> = {
  messages: {
    language: 'en-GB',
    passages: { home: [sentence('home')], back: [sentence('back')], button: [sentence('button')] },
  },
  'pages/a': { language: 'en-GB', passages: { 'one.1': [sentence('first'), sentence('second')] } },
};

const vocabulary = new Vocabulary({ language: 'en-GB', phrases: { home: 'Home', back: 'Back', button: 'Button' } });

/** An announcer whose player only notes what it is told; the test says when a clip ends or fails. */
const withPlayer = (maySay = () => true) => {
  const played: string[] = [];
  const saying: string[] = [];
  let failures = 0;
  let held = 0;
  let events: { readonly ended: () => void; readonly failed: () => void } | undefined;
  const nothing = (): void => undefined;
  const player: Player = {
    play: (address) => void played.push(address),
    pause: () => void played.push('–'),
    prepare: nothing,
    stop: nothing,
    setRate: nothing,
    setVolume: nothing,
  };
  const announcer = new Announcer({
    documents: {
      narration: (name) => {
        const found = narrations[name];
        return found === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(found);
      },
    },
    vocabulary,
    maySay,
    onHeld: () => (held += 1),
    onSaying: (speech) => void saying.push(captionOf(speech)),
    onFailure: () => (failures += 1),
    createPlayer: (given) => {
      events = given;
      return player;
    },
  });
  /** Until everything that was loading has arrived. */
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    announcer,
    played: () => played.filter((entry) => entry !== '–'),
    all: () => played,
    saying,
    failures: () => failures,
    held: () => held,
    ends: () => events?.ended(),
    fails: () => events?.failed(),
    settled,
  };
};

describe('R7 · the announcer', () => {
  test('R9 · what may not be heard is not said, and told', async () => {
    let isIn = false;
    const { announcer, played, held, settled } = withPlayer(() => isIn);
    announcer.say(said('Home'));
    announcer.sayNext(said('Home'));
    await settled();
    expect([played(), held()]).toEqual([[], 2]);
    isIn = true;
    announcer.say(said('Home'));
    await settled();
    expect(played()).toEqual(['/content/home']);
  });

  test('says clip after clip, words of the interface and passages of the content alike', async () => {
    const { announcer, played, saying, ends, settled } = withPlayer();
    announcer.say([...said('Home'), { kind: 'passage', key: 'pages/a#one.1', text: 'First. Second' }]);
    await settled();
    ends();
    ends();
    expect(played()).toEqual(['/content/home', '/content/first', '/content/second']);
    expect(saying).toEqual(['Home. First. Second.']);
    ends();
    expect(saying.at(-1), 'and tells that it has ended').toBe('');
    expect(announcer.speaking).toBe(false);
  });

  test('what is new silences what is old at once, also while the old was still loading', async () => {
    const { announcer, all, played, settled } = withPlayer();
    announcer.say(said('Home'));
    announcer.say(said('Back'));
    await settled();
    expect(played()).toEqual(['/content/back']);
    announcer.say(said('Home'));
    expect(all().at(-1), 'silent before the new clip is there').toBe('–');
    await settled();
    expect(played().at(-1)).toBe('/content/home');
  });

  test('a message waits until what was asked for has been said, and is dropped by what is asked next', async () => {
    const { announcer, played, ends, settled } = withPlayer();
    announcer.say(said('Home'));
    announcer.sayNext(said('Button'));
    await settled();
    expect(played()).toEqual(['/content/home']);
    ends();
    await settled();
    expect(played()).toEqual(['/content/home', '/content/button']);
    announcer.sayNext(said('Back'));
    announcer.say(said('Home'));
    await settled();
    ends();
    await settled();
    expect(played()).toEqual(['/content/home', '/content/button', '/content/home']);
  });

  test('says the last thing again, also after it was silenced', async () => {
    const { announcer, played, settled } = withPlayer();
    announcer.say(said('Back'));
    await settled();
    announcer.silence();
    announcer.repeat();
    await settled();
    expect(played()).toEqual(['/content/back', '/content/back']);
  });

  test('a clip that fails is passed over once, is told, and nothing is said twice', async () => {
    const { announcer, played, failures, fails, ends, settled } = withPlayer();
    announcer.say([...said('Home'), ...said('Back'), ...said('Button')]);
    await settled();
    fails();
    expect(played()).toEqual(['/content/home', '/content/back']);
    expect(failures()).toBe(1);
    ends();
    expect(played()).toEqual(['/content/home', '/content/back', '/content/button']);
    ends();
    fails();
    expect(played(), 'after the end a failure is of no consequence').toHaveLength(3);
  });

  test('narration that cannot be had is passed over and told', async () => {
    const { announcer, played, failures, settled } = withPlayer();
    announcer.say([{ kind: 'passage', key: 'pages/gone#one.1', text: 'Gone' }, ...said('Home')]);
    await settled();
    expect(failures()).toBe(1);
    expect(played()).toEqual(['/content/home']);
  });
});
