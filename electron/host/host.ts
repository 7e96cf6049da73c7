/** The host: answers every operation of the contract with data, whatever it is sent. */
import type { HostError, HostOperation, Reply } from '../../renderer/host/contract.ts';
import { type HostContext, type Operation, operations, Refused, Unavailable } from './operations.ts';

/** Answers one call of one operation. Both arguments are whatever the page sent; never rejects. */
export type Host = (operation: string, payload: unknown) => Promise<Reply<unknown>>;

const failed = (code: HostError['code']): Reply<never> => ({ ok: false, error: { code } });

const isOperation = (name: string): name is HostOperation => Object.hasOwn(operations, name);

const carryOut = async <Name extends HostOperation>(
  operation: Operation<Name>,
  context: HostContext,
  payload: unknown,
): Promise<Reply<unknown>> => {
  const request = operation.request.safeParse(payload);
  if (!request.success) return failed('invalid-payload');
  return { ok: true, value: await operation.run(context, request.data) };
};

/** Makes the host. Senders are the shell's to check before they reach it. @see L7 */
export const createHost =
  (context: HostContext): Host =>
  async (name, payload) => {
    if (!isOperation(name)) return failed('refused');
    try {
      return await carryOut(operations[name] as Operation<typeof name>, context, payload);
    } catch (error) {
      if (error instanceof Refused) return failed('refused');
      if (!(error instanceof Unavailable)) context.journal('host-failed', { operation: name });
      return failed('unavailable');
    }
  };
