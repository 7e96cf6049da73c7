/** Where a site prints visitors' summaries, and how (P4, P5). */
import { z } from 'zod';
import { paperSizes } from '../../content/format/paper.ts';
import { wholePathSchema } from './settings-path.ts';

const whole = (least: number, most: number, usual: number, what: string) =>
  z
    .int()
    .min(least)
    .max(most)
    .default(usual)
    .describe(`${what}, ${String(least)} to ${String(most)}.`);

const printKeys = {
  to: z
    .enum(['nowhere', 'folder', 'cups', 'windows'])
    .default('nowhere')
    .describe(
      'Where to: “folder” for a folder that the desk’s computer watches, “cups” for a printer that this computer’s ' +
        'CUPS knows, “windows” for a printer of this Windows computer, “nowhere” for a kiosk without a printer, on which ' +
        'a summary can be seen and heard.',
    ),
  folder: wholePathSchema
    .optional()
    .meta({ examples: ['/srv/desk'] })
    .describe(
      'The desk’s folder, as a whole path of at most 1000 characters. It must be there: the kiosk does not make it. ' +
        'Absent: “desk” in the kiosk’s data folder, which the kiosk makes, and which is to be shared with the desk. ' +
        'Nobody but the desk should be able to read it, and nothing should copy it.',
    ),
  queue: z
    .string()
    .max(127)
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'write the queue’s name as “lpstat -p” prints it')
    .optional()
    .meta({ examples: ['desk'] })
    .describe(
      'The printer’s name in CUPS, up to 127 letters, digits and _ . -. Set “PreserveJobFiles No” in cupsd.conf: ' +
        'otherwise CUPS keeps every document for a day.',
    ),
  server: z
    .string()
    .max(255)
    .regex(
      /^(?:\/[A-Za-z0-9_./-]+|[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?)$/,
      'write host, host:port or a socket’s path',
    )
    .optional()
    .meta({ examples: ['localhost:631'] })
    .describe('Where CUPS answers, as host, host:port or the path of a socket, up to 255 characters. Absent: here.'),
  device: z
    .string()
    .max(255)
    // eslint-disable-next-line no-control-regex -- that no name of a printer has any is what is checked
    .regex(/^[^\u0000-\u001f,]+$/, 'write the printer’s name as “Get-Printer” prints it')
    .optional()
    .meta({ examples: ['Desk printer'] })
    .describe('The printer’s name in Windows, up to 255 characters.'),
  mode: z
    .enum(['now', 'hold'])
    .default('now')
    .describe('“now” prints at once; “hold” waits until the desk is shown the ticket and releases it.'),
  paper: z.enum(paperSizes).default('A4').describe('The paper, A4 or Letter.'),
  keepMinutes: whole(5, 720, 120, 'For how many minutes a summary that is not printed is kept, in memory alone'),
  folderHours: whole(1, 168, 12, 'After how many hours a document is removed from the desk’s folder'),
  perVisit: whole(1, 10, 3, 'How often one visitor may print'),
  perHour: whole(1, 200, 30, 'How often all visitors together may print in an hour'),
  waiting: whole(1, 50, 20, 'How many summaries may wait at once'),
} as const;

export const printSchema = z.strictObject(printKeys).superRefine(({ to, queue, device }, context) => {
  if (to === 'cups' && queue === undefined)
    context.addIssue({ code: 'custom', path: ['queue'], message: '“to” is “cups” and no queue is named' });
  if (to === 'windows' && device === undefined)
    context.addIssue({ code: 'custom', path: ['device'], message: '“to” is “windows” and no printer is named' });
});

export type PrintSettings = Readonly<z.infer<typeof printSchema>>;
