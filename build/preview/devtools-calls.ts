/** Asking a browser for something over its pipe, and waiting for the answer. */
import type { Readable, Writable } from 'node:stream';

/** Messages end with this byte. */
const END = 0;

/** What a browser answers; each call names which of these it expects. */
export type Answer = Readonly<Record<string, unknown>>;

/** A browser that can be asked. */
export interface DevToolsCalls {
  /**
   * @param sessionId - of an attached page; absent: the browser itself
   * @throws when the browser refuses, or ends before it answers; never with what was asked or answered
   */
  readonly call: (method: string, parameters?: Answer, sessionId?: string) => Promise<Answer>;
}

interface Reply {
  readonly id?: number;
  readonly result?: Answer;
}

/** Speaks over the pipe of a browser, to which nobody else may write. */
export const speakTo = (to: Writable, from: Readable): DevToolsCalls => {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let calls = 0;
  let chunks: Buffer[] = [];
  let hasEnded = false;

  const take = (message: Buffer): void => {
    const { id, result } = JSON.parse(message.toString('utf8')) as Reply;
    const call = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || call === undefined) return;
    waiting.delete(id);
    if (result === undefined) call.reject(new Error('The browser refused a call.'));
    else call.resolve(result);
  };

  from.on('data', (data: Buffer) => {
    let rest = data;
    for (let end = rest.indexOf(END); end !== -1; end = rest.indexOf(END)) {
      const message = Buffer.concat([...chunks, rest.subarray(0, end)]);
      take(message);
      // A document may have been in it (X5).
      for (const used of [message, ...chunks]) used.fill(0);
      chunks = [];
      const next = rest.subarray(end + 1);
      rest.fill(0, 0, end);
      rest = next;
    }
    if (rest.length > 0) chunks.push(rest);
  });

  const end = (): void => {
    hasEnded = true;
    for (const call of waiting.values()) call.reject(new Error('The browser ended before it answered.'));
    waiting.clear();
  };
  for (const stream of [to, from]) stream.on('error', end);
  from.on('close', end);

  return {
    call: (method, params = {}, sessionId) => {
      if (hasEnded) return Promise.reject(new Error('The browser has ended.'));
      calls += 1;
      const answer = Promise.withResolvers<Answer>();
      waiting.set(calls, answer);
      to.write(`${JSON.stringify({ id: calls, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
      return answer.promise;
    },
  };
};
