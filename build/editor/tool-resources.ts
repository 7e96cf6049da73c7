/** What the tool serves: its own pages and data, and around them the kiosk's, which may stand in the tool's frame. */
import { securityHeaders, headersFor } from '../../electron/policy/headers.ts';
import type { ResourceHandler } from '../../electron/host/resources.ts';
import { toolPaths, type PreviewState, type ProofList, type RecordingList } from './pages/contract.ts';
import { toolMediaType, type ToolPages } from './tool-pages.ts';

/** What is served. */
export interface ToolResourceOptions {
  readonly pages: ToolPages;
  readonly kiosk: ResourceHandler;
  readonly stateAfter: (after: number, patienceMs: number) => Promise<PreviewState>;
  readonly words: () => ProofList;
  /** With the passages of the document of this name. */
  readonly recording: (name: string) => RecordingList;
}

/** The longest a page waits for news before it asks again. */
const PATIENCE_MS = 25_000;

/** The tool's pages show the kiosk in a frame; nobody shows them in one. */
const toolHeaders = headersFor({ frames: 'itself' });

/** Only these differ between a kiosk and a kiosk in the tool's frame. */
const framedHeaders = Object.entries(headersFor({ framedBy: 'itself' })).filter(
  ([name, value]) => securityHeaders[name] !== value,
);

/** Makes the handler. Requests have passed the loopback server's gate. */
export function createToolResources({
  pages,
  kiosk,
  stateAfter,
  words,
  recording,
}: ToolResourceOptions): ResourceHandler {
  return async (request, target = '/') => {
    const { pathname, searchParams } = new URL(target, 'http://tool.invalid');
    if (pathname === toolPaths.state) {
      const after = Number(searchParams.get('after') ?? 0);
      return json(await stateAfter(after, PATIENCE_MS));
    }
    if (pathname === toolPaths.words) return json(words());
    if (pathname === toolPaths.recording) return json(recording(searchParams.get('of') ?? ''));
    const page = pages.get(pathname);
    if (page === undefined) return framed(await kiosk(request, target));
    return new Response(page, { headers: { ...toolHeaders, 'content-type': toolMediaType(pathname) } });
  };
}

function json(value: PreviewState | ProofList | RecordingList): Response {
  return Response.json(value, { headers: toolHeaders });
}

function framed(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of framedHeaders) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}
