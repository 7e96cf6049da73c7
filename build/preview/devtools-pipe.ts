/**
 * What the browser tells of its pages, over a pipe that nobody but this process holds: unlike a debugging port it
 * cannot be reached from elsewhere. When this process ends, however it ends, the pipe breaks and the browser ends too.
 */
import type { Readable, Writable } from 'node:stream';
import type { PageEnding } from '../../electron/host/recovery/page-life.ts';

/** The switch that makes a browser speak on its file descriptors 3 (what it hears) and 4 (what it says). */
export const PIPE_SWITCH = '--remote-debugging-pipe';

/** Messages end with this. */
const END = '\0';

/** The browser's words for an end, as far as they are the journal's too. */
const endings: Readonly<Record<string, PageEnding>> = {
  killed: 'killed',
  oom: 'oom',
  'launch failed': 'launch-failed',
  'integrity failure': 'integrity-failure',
};

interface CrashedTarget {
  readonly method: 'Target.targetCrashed';
  readonly params: { readonly targetId: string; readonly status: string };
}

interface CreatedTarget {
  readonly method: 'Target.targetCreated';
  readonly params: { readonly targetInfo: { readonly targetId: string; readonly type: string } };
}

type Message = CrashedTarget | CreatedTarget | { readonly method?: undefined };

const parse = (text: string): Message => {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return {};
  }
};

/** Tells when a page's process has ended while the browser goes on. */
export const watchPages = (to: Writable, from: Readable, crashed: (reason: PageEnding) => void): void => {
  // The browser's own surfaces are targets as well; one that crashes is no page.
  const pages = new Set<string>();
  const take = (message: Message): void => {
    if (message.method === 'Target.targetCreated') {
      const { targetId, type } = message.params.targetInfo;
      if (type === 'page') pages.add(targetId);
    } else if (message.method === 'Target.targetCrashed' && pages.has(message.params.targetId)) {
      crashed(endings[message.params.status] ?? 'crashed');
    }
  };
  let rest = '';
  from.setEncoding('utf8');
  from.on('data', (text: string) => {
    const messages = (rest + text).split(END);
    rest = messages.pop() ?? '';
    for (const message of messages) take(parse(message));
  });
  // A pipe breaks when the browser ends, which is told elsewhere.
  for (const stream of [to, from]) stream.on('error', () => undefined);
  to.write(`${JSON.stringify({ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } })}${END}`);
};
