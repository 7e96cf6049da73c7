/** Attempts to call the host: forged, and as the page itself could. */
import type { Server, ServerAttempt } from './attempt.ts';
import { headOf, honest, refused, send, serverAttempt } from './wire.ts';

interface Forgery {
  readonly line?: string;
  readonly headers?: (server: Server) => Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** A host call with something forged about it. */
export const call =
  ({ line = 'POST /host/endVisit', headers = () => ({}), body = '{}' }: Forgery) =>
  (server: Server): string => {
    const changed: Readonly<Record<string, string | undefined>> = {
      ...honest(server),
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers(server),
    };
    const sent = Object.fromEntries(
      Object.entries(changed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    return headOf(line, sent) + body;
  };

const forged = (id: string, what: string, how: string, status: number, forgery: Forgery): ServerAttempt =>
  serverAttempt(`call-${id}`, what, how, 'L7', refused(status, call(forgery)));

export const calls: readonly ServerAttempt[] = [
  forged('no-token', 'A call without the page’s token', 'no token', 403, {
    headers: () => ({ 'X-Alongside-Token': undefined }),
  }),
  forged('wrong-token', 'A call with a guessed token', 'a token of zeros', 403, {
    headers: () => ({ 'X-Alongside-Token': '0'.repeat(64) }),
  }),
  forged('short-token', 'A call with the start of the token', 'half the token', 403, {
    headers: ({ token }) => ({ 'X-Alongside-Token': token.slice(0, 32) }),
  }),
  forged('rebound', 'A call by another name of the machine', 'Host: rebound.example', 403, {
    headers: () => ({ Host: 'rebound.example' }),
  }),
  forged('localhost', 'A call by the machine’s usual name', 'Host: localhost', 403, {
    headers: ({ authority }) => ({ Host: authority.replace('127.0.0.1', 'localhost') }),
  }),
  forged('origin', 'A call from a page elsewhere', 'Origin: https://example.org', 403, {
    headers: () => ({ Origin: 'https://example.org' }),
  }),
  forged('null-origin', 'A call from a page without an origin', 'Origin: null', 403, {
    headers: () => ({ Origin: 'null' }),
  }),
  forged('no-origin', 'A call from a program', 'no Origin', 403, { headers: () => ({ Origin: undefined }) }),
  forged('cross-site', 'A call across sites', 'Sec-Fetch-Site: cross-site', 403, {
    headers: () => ({ 'Sec-Fetch-Site': 'cross-site' }),
  }),
  forged('other-port', 'A call from another port', 'Sec-Fetch-Site: same-site', 403, {
    headers: () => ({ 'Sec-Fetch-Site': 'same-site' }),
  }),
  forged('get', 'A call by address alone', 'GET', 405, { line: 'GET /host/endVisit', body: '' }),
  forged('put', 'A call by another method', 'PUT', 405, { line: 'PUT /host/endVisit' }),
  forged('preflight', 'Asking leave for a call', 'OPTIONS', 405, { line: 'OPTIONS /host/endVisit', body: '' }),
  forged('form', 'A call as a form sends it', 'Content-Type: text/plain', 415, {
    headers: () => ({ 'Content-Type': 'text/plain' }),
  }),
  forged('big', 'A call with a large body', '5,000 bytes', 413, { body: `"${'x'.repeat(5000)}"` }),
  forged('huge', 'A call that announces a terabyte', 'Content-Length of 10¹²', 413, {
    headers: () => ({ 'Content-Length': '1000000000000' }),
  }),
  forged('no-json', 'A call with a body that is no JSON', '{', 400, { body: '{' }),
  forged('two-tokens', 'A call with two tokens', 'the header twice', 403, {
    headers: ({ token }) => ({ 'X-Alongside-Token': `${token}\r\nX-Alongside-Token: ${token}` }),
  }),
];

/** A call that is heard, since it is the page's own by all it says, and answered with a refusal. */
const answeredNo = (id: string, what: string, operation: string, body: string): ServerAttempt =>
  serverAttempt(`call-${id}`, what, `${operation} with ${body}`, 'L7', async (server) => {
    const answer = await send(server, call({ line: `POST /host/${operation}`, body })(server));
    const [, code = 'nothing'] = /"ok":false,"error":\{"code":"([a-z-]+)"/.exec(answer) ?? [];
    return { gotOut: code === 'nothing', happened: `answered no: ${code}` };
  });

/** As the kiosk's own page, should script ever run in it. */
export const callsOfThePage: readonly ServerAttempt[] = [
  answeredNo('exit', 'Ending the kiosk without a PIN', 'exit', '{"token":""}'),
  answeredNo('restart', 'Starting it anew without a PIN', 'restart', '{"token":"guessed"}'),
  answeredNo('calibrate', 'Changing the settings', 'saveCalibration', '{"pixelsPerInch":1,"viewingDistanceMm":1}'),
  answeredNo('unknown', 'A call that there is not', 'readFile', '{"path":"/etc/passwd"}'),
  answeredNo('prototype', 'A call by a name that all objects have', 'constructor', '{}'),
  answeredNo('extra', 'More than a call takes', 'endVisit', '{"__proto__":{"ok":true},"path":"/etc/passwd"}'),
  answeredNo('text', 'Words of a visitor in the journal', 'reportProblem', '{"code":"what somebody typed"}'),
];
