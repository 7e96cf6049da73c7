/** Starts the page: finds the host, asks what kiosk this is, and shows it. */
import './lockdown/lock.ts';
import { Heartbeat } from './app/heartbeat.ts';
import './app/kiosk-app.ts';
import { selfCheck } from './app/self-check.ts';
import { connectBridgeHost } from './host/bridge-host.ts';
import { connectHttpHost } from './host/http-host.ts';
import { Documents } from './visit/documents.ts';
import { Messages } from './visit/messages.ts';
import { formatRoute, parseRoute } from './visit/routes.ts';

const host = connectBridgeHost(window) ?? connectHttpHost({ page: document, fetch: window.fetch.bind(window) });

// What nobody caught is noted for staff; the visitor's screen stays as it was (principle 6).
for (const failure of ['error', 'unhandledrejection'] as const) {
  window.addEventListener(failure, () => void host.reportProblem({ code: 'script-error' }));
}

// A browser keeps a list of all that a page has asked for, which is what somebody has read (X5).
performance.setResourceTimingBufferSize(0);
performance.clearResourceTimings();

/** Where the host keeps its kind page; it needs nothing of this script, and tries the start again by itself. */
const RESTING_PAGE = './resting.html';

async function start(): Promise<void> {
  // Asked for together: what the kiosk is, and what its first view will most likely need.
  const guess = new Documents(document.documentElement.lang);
  guess.prefetchFor(parseRoute(location.hash));
  const description = await host.describeKiosk({});
  if (!description.ok) throw new Error(`The host did not describe the kiosk: ${description.error.code}.`);
  const { accent, defaultLanguage } = description.value;
  if (accent !== undefined) document.documentElement.style.setProperty('--accent', accent);
  const documents = defaultLanguage === guess.language ? guess : new Documents(defaultLanguage);
  const [messages, languages] = await Promise.all([
    documents.messages(),
    // Without the list there is one language, which is better than none.
    documents.languages().catch(() => ({ languages: [] })),
  ]);
  // Nobody can type an address on a kiosk: one that was started to be set up begins there.
  if (description.value.calibration !== undefined && location.hash === '')
    history.replaceState(null, '', formatRoute({ view: 'calibrate' }));
  await document.querySelector('kiosk-app')?.start({
    host,
    description: description.value,
    messages: new Messages(messages),
    // Those the site offers, in its order.
    languages: description.value.languages.flatMap(
      (offered) => languages.languages.find(({ language }) => language === offered) ?? [],
    ),
    documents,
  });
  if (description.value.contentOnTrial === true) await selfCheck(documents);
}

/** Short beside the five seconds after which a silent page is replaced, and next to no work. */
const HEARTBEAT_MS = 1000;

start().then(
  () => {
    // Not before: a page that cannot start is not well, though its script runs.
    const heartbeat = new Heartbeat({
      host,
      rest: () => document.querySelector('kiosk-app')?.rest,
      // Without a hash, so that it is another address and not a place on this page.
      beginAnew: () => location.replace('./'),
    });
    void heartbeat.beat();
    setInterval(() => void heartbeat.beat(), HEARTBEAT_MS);
  },
  () => {
    void host.reportProblem({ code: 'start-failed' });
    location.replace(RESTING_PAGE);
  },
);
