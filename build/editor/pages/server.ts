/** What the tool's pages ask of their server. */
import { TOKEN_HEADER, TOKEN_META } from '../../../renderer/host/channels.ts';
import {
  toolCalls,
  toolPaths,
  type Approval,
  type LanguageWish,
  type PreviewState,
  type ProofList,
  type RecordingList,
} from './contract.ts';

/** The state as soon as it is newer than `version`. Rejects when the tool has stopped. */
export async function stateAfter(version: number): Promise<PreviewState> {
  return (await get(`${toolPaths.state}?after=${String(version)}`)) as PreviewState;
}

/** The words that nobody has approved. */
export async function unheardWords(): Promise<ProofList> {
  return (await get(toolPaths.words)) as ProofList;
}

/** What can be recorded, with the passages of the document of this name. */
export async function recordingList(name: string): Promise<RecordingList> {
  return (await get(`${toolPaths.recording}?of=${encodeURIComponent(name)}`)) as RecordingList;
}

/** Shows another language. */
export async function showLanguage(wish: LanguageWish): Promise<void> {
  await call(toolCalls.showLanguage, wish);
}

/** Approves a word; resolves to what the person must be told when that could not be done. */
export async function approveWord(approval: Approval): Promise<string | undefined> {
  const reply = (await call(toolCalls.approveWord, approval)) as {
    readonly ok: boolean;
    readonly value?: { readonly done: boolean; readonly told?: string };
  };
  if (reply.value?.done === true) return undefined;
  return reply.value?.told ?? 'The tool did not take that. Load this page again and try once more.';
}

async function get(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${String(response.status)}`);
  return response.json();
}

async function call(name: string, payload: Approval | LanguageWish): Promise<unknown> {
  const token = document.querySelector<HTMLMetaElement>(`meta[name="${TOKEN_META}"]`)?.content ?? '';
  const response = await fetch(`/host/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
    body: JSON.stringify(payload),
  });
  return response.json();
}
