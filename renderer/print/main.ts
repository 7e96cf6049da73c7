/** The print document: fetches its job with the key in its address, lays it out, and says so. Nobody sees it. */
import '../lockdown/lock.ts';
import { connectBridgeHost } from '../host/bridge-host.ts';
import { connectHttpHost } from '../host/http-host.ts';
import { draw } from './draw.ts';
import { gather } from './gather.ts';

const host = connectBridgeHost(window) ?? connectHttpHost({ page: document, fetch: window.fetch.bind(window) });

const key = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

// A browser keeps a list of all that a page has asked for, which is what somebody has read (X5).
performance.setResourceTimingBufferSize(0);
performance.clearResourceTimings();

async function layOut(): Promise<void> {
  const [job, kiosk] = await Promise.all([host.takePrintJob({ key }), host.describeKiosk({})]);
  if (!job.ok) throw new Error(`The host gave no job: ${job.error.code}.`);
  if (!kiosk.ok) throw new Error(`The host did not describe the kiosk: ${kiosk.error.code}.`);
  await draw(document, await gather(job.value, kiosk.value));
}

layOut().then(
  () => host.printLaidOut({ key, isReady: true }),
  // What went wrong is not told: a message could carry what somebody wrote.
  () => host.printLaidOut({ key, isReady: false }),
);
