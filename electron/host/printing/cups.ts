/**
 * A printer behind CUPS (P5), by its own programs: `lp` with the document on its standard input, `lpstat` for what
 * becomes of it. The document is in no argument and no file of this kiosk's; what CUPS keeps is CUPS's to say
 * (`PreserveJobFiles No`).
 */
import type { PrinterNeed } from '../../../renderer/host/printing.ts';
import type { PaperSize } from '../../../content/format/paper.ts';
import type { JobState, Printer } from './printer.ts';
import { runProgram, type RunProgram } from './run-program.ts';

export interface CupsOptions {
  /** The queue's name; letters, digits, `_`, `.` and `-`, and no `-` before them. */
  readonly queue: string;
  /** `host:port` or the path of a socket; absent: this computer's own. */
  readonly server?: string | undefined;
  readonly paper: PaperSize;
  readonly run?: RunProgram;
}

/** What the desk sees in the printer's list. The same for every summary. */
const TITLE = 'Alongside';

/** Reasons as IPP names them, without what says how grave they are (RFC 8011, 5.4.12). */
const reasons: Readonly<Record<string, PrinterNeed>> = {
  'media-empty': 'paper',
  'media-needed': 'paper',
  'input-tray-missing': 'paper',
  'toner-empty': 'toner',
  'marker-supply-empty': 'toner',
  'developer-empty': 'toner',
  'media-jam': 'jam',
  'door-open': 'door',
  'cover-open': 'door',
  'interlock-open': 'door',
  offline: 'offline',
  shutdown: 'offline',
  'timed-out': 'offline',
  paused: 'stopped',
  'moving-to-paused': 'stopped',
  stopping: 'stopped',
  'stopped-partly': 'stopped',
  'spool-area-full': 'full',
  'output-area-full': 'full',
  other: 'unknown',
};

/** The need that a printer's reasons come to. What is only reported, or running low, needs nobody yet. */
export const needOfReasons = (words: readonly string[]): PrinterNeed | undefined => {
  const told = words
    .filter((word) => !word.endsWith('-report'))
    .map((word) => reasons[word.replace(/-(?:warning|error)$/, '')])
    .filter((need) => need !== undefined);
  // A queue that is stopped says why beside it, where it knows.
  return told.find((need) => need !== 'stopped' && need !== 'unknown') ?? told[0];
};

const alertsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*Alerts: (.*)$/gm)].flatMap(([, words = '']) => words.split(/[ ,]+/)).filter(Boolean);

/**
 * What `lpstat -l -p <queue>` says of a printer; what says nothing of it is no printer. The reasons of one that is idle
 * are those that its last job left behind: CUPS hears nothing of it between jobs, so that by them a printer which was
 * filled long ago would take no document ever again.
 */
export const needOfPrinter = (text: string, queue: string): PrinterNeed | undefined => {
  const [line = ''] = text.split('\n');
  if (!line.startsWith(`printer ${queue} `)) return 'offline';
  const isStopped = line.includes(' disabled since ');
  if (!isStopped && !line.includes(' now printing ')) return undefined;
  return needOfReasons(alertsIn(text)) ?? (isStopped ? 'stopped' : undefined);
};

/** What `lpstat -l -o` says of one job, or nothing where it does not name it. */
export const alertsOfJob = (text: string, job: string): readonly string[] | undefined => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`${job} `));
  if (from === -1) return undefined;
  const length = lines.slice(from + 1).findIndex((line) => /^\S/.test(line));
  return alertsIn(lines.slice(from, length === -1 ? undefined : from + 1 + length).join('\n'));
};

/** Printers that are asked themselves whether a page came out; of others CUPS knows only that it has sent all. */
const isHeardFrom = (text: string): boolean => /: (?:ipps?|dnssd|implicitclass):/.test(text);

/** Makes the printer. */
export const createCups = ({ queue, server, paper, run = runProgram }: CupsOptions): Printer => {
  const at = server === undefined ? [] : ['-h', server];
  const need = async (): Promise<PrinterNeed | undefined> => {
    const [state, accepting] = await Promise.all([
      run('lpstat', [...at, '-l', '-p', queue]),
      run('lpstat', [...at, '-a', queue]),
    ]);
    const found = needOfPrinter(state.output, queue);
    if (found !== undefined) return found;
    return accepting.output.startsWith(`${queue} accepting `) ? undefined : 'stopped';
  };

  /** What became of a job that waits no more. */
  const outcome = async (job: string): Promise<JobState> => {
    const { output } = await run('lpstat', [...at, '-l', '-W', 'completed', '-o', queue]);
    const alerts = alertsOfJob(output, job) ?? [];
    if (alerts.some((word) => word.startsWith('job-canceled'))) return { state: 'cancelled' };
    if (alerts.some((word) => word.startsWith('aborted'))) return { state: 'failed' };
    if (!alerts.includes('job-completed-successfully')) return { state: 'gone' };
    const device = await run('lpstat', [...at, '-v', queue]);
    return { state: isHeardFrom(device.output) ? 'printed' : 'gone' };
  };

  const follow = async (job: string): Promise<JobState> => {
    const [{ output }, ofPrinter] = await Promise.all([run('lpstat', [...at, '-l', '-o', queue]), need()]);
    const alerts = alertsOfJob(output, job);
    if (alerts === undefined && ofPrinter !== 'offline') return outcome(job);
    // A queue may be set up to keep each job until somebody lets it go: that is no way to print, and is told.
    const isKept = alerts?.some((word) => word.startsWith('job-hold-until')) === true;
    const inTheWay = ofPrinter ?? (isKept ? 'stopped' : undefined);
    return { state: 'printing', ...(inTheWay !== undefined && { need: inTheWay }) };
  };

  return {
    need,
    follow,
    print: async ({ pdf }, signal) => {
      // A queue that is stopped takes documents all the same, and would keep this one on its disk.
      const inTheWay = await need();
      if (inTheWay !== undefined) return { handed: false, need: inTheWay };
      if (signal.aborted) return { handed: false, need: 'unknown' };
      const args = [...at, '-d', queue, '-t', TITLE, '-o', `media=${paper}`, '-'];
      const { code, output } = await run('lp', args, pdf, signal);
      const job = /request id is (\S+)/.exec(output)?.[1];
      return code === 0 && job !== undefined
        ? { handed: true, job }
        : { handed: false, need: (await need()) ?? 'unknown' };
    },
    cancel: async (job) => {
      await run('cancel', [...at, '-x', job]);
    },
    // CUPS keeps its own house.
    tidy: () => Promise.resolve(),
  };
};
