/**
 * The catalogue of the staff's journal (O3): every event there is, what it means, what staff should do, and
 * the fields it may carry. Fields are counts, versions, dates, the bundle's own file names, and codes out of
 * closed lists; there is no kind for a text, so nothing that a visitor chose or typed can be written
 * (principle 4). The types of the journal and its reference for technicians are made from this table.
 */
import { z } from 'zod';
import { hostOperations } from '../../renderer/host/channels.ts';
import type { ProblemCode } from '../../renderer/host/contract.ts';
import { navigationReasons } from '../policy/navigation.ts';
import { permissionTable } from '../policy/permissions.ts';
import { requestSchemes, resourceTypes } from '../policy/requests.ts';
import { bundleFaults } from './bundle/bundle-error.ts';
import { pathFaults } from './resource-path.ts';
import { printerNeeds } from './printing/printer.ts';
import { settingNames } from './settings.ts';
import { contentFailures } from './updates/content-failures.ts';
import { fetchFaults } from './updates/fetch-file.ts';

const count = z.int().min(0).describe('count');
const measure = z.number().min(0).describe('measure');
const version = z.int().min(0).describe('version');
const instant = z.iso.datetime().describe('date and time');
const code = <const Codes extends readonly string[]>(codes: Codes) => z.enum(codes).describe('code');
const staffRole = z.enum(['technician', 'volunteer']).describe('code');
/** A path inside the bundle, or empty for the bundle as a whole. */
const bundleFile = z
  .string()
  .max(200)
  .regex(/^(?:[\w./-]+\.(?:json|ogg|png|sig|svg))?$/)
  .describe('file of the bundle');
/** The system's own word for a fault of a disk. */
const systemCode = z
  .string()
  .max(30)
  .regex(/^[A-Z][A-Z0-9_]*$|^unknown$/)
  .describe('code of the system');

const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[];

/** The closed list of what a page may report; the type makes a forgotten or foreign code an error. */
export const problemCodes = namesOf<ProblemCode>({
  'start-failed': true,
  'document-missing': true,
  'clip-failed': true,
  'script-error': true,
});

/** What the host was doing: an operation of the page's, or something of its own. */
const operations = [...hostOperations, 'resources', 'background-check', 'content'] as const;

/** Why a call or a request is not heard: over IPC, or on the browser shell's loopback server. */
const senderReasons = [
  'not the page of this visit',
  'the frame is gone',
  'not the main frame',
  'another origin',
  'Host is not this server',
  'Origin is not this server',
  'request from another site',
  'target is not a path',
  'host calls are POST',
  'host call without Origin',
  'host call without this server’s token',
  'host call is not JSON',
  'host call is too large',
  'resources are GET or HEAD',
] as const;

export type SenderReason = (typeof senderReasons)[number];

/** Why a page went away: as Chromium tells it, or because it did not answer or load, or its window is not there. */
const endings = [
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
  'launch-failed',
  'integrity-failure',
  'memory-eviction',
  'unresponsive',
  'never-started',
  'load-failed',
  'preload-failed',
  'closed',
  'browser-ended',
] as const;

/** The processes beside the page's own that a browser consists of, as Chromium names them. */
const helpers = [
  'Utility',
  'Zygote',
  'Sandbox helper',
  'GPU',
  'Pepper Plugin',
  'Pepper Plugin Broker',
  'Unknown',
] as const;

/** How grave an event is: `info` needs nobody, `warning` somebody some day, `error` somebody today. */
export type JournalLevel = 'info' | 'warning' | 'error';

const event = <Fields extends z.ZodRawShape>(level: JournalLevel, means: string, mend: string, fields: Fields) => ({
  level,
  means,
  mend,
  fields: z.strictObject(fields),
});

const NOTHING = 'Nothing.';
const LOCKED = 'Nothing: the kiosk is locked as it should be. Many in a day: look who uses it, and for what.';

/** Every event by its name. */
export const journalEvents = {
  'kiosk-ready': event('info', 'The kiosk is in service with this version of the content.', NOTHING, {
    contentVersion: version,
  }),
  'kiosk-resting': event(
    'error',
    'The content cannot be shown as it is; visitors see ‘This screen is having a rest’.',
    'Install the content again, or the last version that worked. “npm run content -- verify” names all that is wrong.',
    { fault: code([...bundleFaults, 'app-missing', 'unexpected']), file: bundleFile },
  ),
  'bundle-file-refused': event(
    'error',
    'A file of the content was asked for and not shown, because it is damaged.',
    'Install the content again. If that happens again, have the disk checked.',
    { fault: code(bundleFaults), file: bundleFile },
  ),
  'bundle-file-damaged': event(
    'error',
    'The check of all files has found a damaged one, before anybody asked for it.',
    'Install the content again. If that happens again, have the disk checked.',
    { fault: code(bundleFaults), file: bundleFile },
  ),
  'bundle-checked': event(
    'info',
    'All files of the content have been checked; fewer than there are when there was too much damage to go on.',
    'With damage: see bundle-file-damaged.',
    { checked: count, damaged: count },
  ),
  'bundle-unverified': event(
    'warning',
    'The site trusts no key, so that nobody knows who made the content.',
    'Add the public key of whoever makes your content to the settings, under content.trustedKeys.',
    { contentVersion: version },
  ),
  'clock-before-build': event(
    'error',
    'This computer’s clock is before the day on which the content was built: it is wrong, and so may review dates be.',
    'Set the clock and the time zone; if both are right, the clock where the content was built was wrong.',
    { builtAt: instant },
  ),
  'content-installed': event(
    'info',
    'New content lies whole and checked in a slot, and takes over when next nobody is at the screen.',
    NOTHING,
    { contentVersion: version },
  ),
  'content-refused': event(
    'warning',
    'New content was found and not installed; the present one stays in service.',
    'Fetch or copy the bundle again from where it was made; “npm run content -- verify” says what is wrong with it.',
    { fault: code([...bundleFaults, 'unexpected']) },
  ),
  'content-not-newer': event(
    'info',
    'Content was found that is as old as the one in service, or older; it was not installed.',
    'Take it out of the folder; to have older content on purpose, build it with a higher version.',
    { contentVersion: version },
  ),
  'content-fetched': event(
    'info',
    'Newer content has come from the network; so many files of it were missing here.',
    NOTHING,
    {
      contentVersion: version,
      files: count,
      bytes: count,
    },
  ),
  'content-not-fetched': event(
    'warning',
    'Newer content could not be fetched from the network; what has come so far is kept, and it is tried again. Noted once until it changes.',
    'Check the network and content.address. “redirected”, “too-long”, “altered” or “malformed”: look what the server sends.',
    { fault: code(fetchFaults) },
  ),
  'content-failed-before': event(
    'warning',
    'Content was found that has failed its trial on this kiosk; it was not installed again.',
    'Take it out of the folder; tell whoever makes your content. What they mend needs a higher version.',
    { contentVersion: version },
  ),
  'content-activated': event('info', 'This version of the content counts from now on, on trial.', NOTHING, {
    contentVersion: version,
  }),
  'content-not-activated': event(
    'error',
    'New content could not be made to count; the present one stays in service.',
    'Check the disk of the data folder, and who may write there.',
    { contentVersion: version, cause: systemCode },
  ),
  'content-proven': event('info', 'The page works with this version of the content.', NOTHING, {
    contentVersion: version,
  }),
  'content-reverted': event(
    'error',
    'This version of the content failed its trial; what was there before is in service again.',
    'Do not install that version again; tell whoever makes your content.',
    { contentVersion: version, why: code(contentFailures) },
  ),
  'content-fell-back': event(
    'error',
    'The content that counts cannot be used; what stands in for it, or the shipped content, is in service.',
    'Install the content again. If that happens again, have the disk checked.',
    { fault: code([...bundleFaults, 'unexpected']), file: bundleFile },
  ),
  'slots-damaged': event(
    'error',
    'The record of which content counts cannot be read; the shipped content is in service.',
    'Install the content again. If that happens again, have the disk checked.',
    {},
  ),
  'settings-mistake': event(
    'error',
    'A mistake in the settings file, in a setting, in one that there is not (‘unknown’), or in its punctuation (none).',
    'Correct the line and start the kiosk again; when it starts, it says what is wrong on its standard error output.',
    { setting: code([...settingNames, 'unknown']).optional(), line: count.optional(), column: count.optional() },
  ),
  'settings-replaced': event(
    'error',
    'The settings file has mistakes; the kiosk runs on the settings that were right last, or else on its defaults.',
    'See settings-mistake.',
    { by: code(['last-good', 'defaults']) },
  ),
  'settings-not-kept': event(
    'warning',
    'No copy of the settings could be kept, so that a mistake in them would put the kiosk on its defaults.',
    'Check the disk of the data folder, and who may write there.',
    { cause: systemCode },
  ),
  'path-refused': event('warning', 'An address was asked for that cannot be one of the kiosk’s.', LOCKED, {
    fault: code(pathFaults),
  }),
  'request-refused': event('warning', 'The page asked for something outside the kiosk, and did not get it.', LOCKED, {
    scheme: code(requestSchemes),
    resource: code(resourceTypes),
  }),
  'navigation-refused': event('warning', 'Something would have led out of the kiosk.', LOCKED, {
    reason: code(navigationReasons),
  }),
  'permission-refused': event('warning', 'The page asked for a permission that it does not have.', LOCKED, {
    permission: code(Object.keys(permissionTable)),
  }),
  'sender-refused': event(
    'warning',
    'A program or a page that is not the kiosk’s own called the kiosk.',
    'On a kiosk in service: look which other programs run on this computer.',
    { reason: code(senderReasons) },
  ),
  'page-problem': event(
    'warning',
    'The page could not do something; the visitor was told kindly.',
    'If it goes on: check the content with “npm run content -- verify”, and the sound of the computer for clip-failed.',
    { code: code(problemCodes) },
  ),
  'page-gone': event(
    'error',
    'The page ended or hung; a new visit has been started in its place.',
    'If it goes on: restart the computer, and check its memory for oom.',
    { reason: code(endings) },
  ),
  'page-loop': event(
    'error',
    'Three pages went away within a minute; visitors see ‘This screen is having a rest’ and the way to the desk.',
    'It tries again by itself. If page-back does not follow: restart the computer; look at the reasons of page-gone before.',
    {},
  ),
  'page-back': event('info', 'After a rest the page is well again.', NOTHING, {}),
  'helper-gone': event(
    'warning',
    'A process of the browser that draws, or does some other work for the page, ended; the browser starts it anew.',
    'If GPU goes on: update the computer’s graphics driver.',
    { helper: code(helpers), reason: code(endings) },
  ),
  'host-failed': event(
    'error',
    'Something in the kiosk failed that nobody expected.',
    'Tell whoever maintains the kiosk, with the lines around this one.',
    { operation: code(operations) },
  ),
  'volume-saved': event(
    'info',
    'A technician has changed at the screen how loud the kiosk may be, in per cent.',
    NOTHING,
    { percent: count },
  ),
  'volume-not-saved': event(
    'warning',
    'How loud the kiosk may be could not be written into the settings.',
    'Check who may write the settings file, and that there is one.',
    {},
  ),
  'calibration-saved': event(
    'info',
    'A technician has set up the screen; the settings have its figures now.',
    NOTHING,
    {
      pixelsPerInch: measure,
      viewingDistanceMm: measure,
    },
  ),
  'calibration-not-saved': event(
    'error',
    'A technician has set up the screen, and the settings file could not be changed.',
    'Correct the mistakes in the settings file, if it has any; check its disk, and who may write there.',
    {},
  ),
  'pin-chosen': event(
    'info',
    'A PIN was chosen at the screen: the technicians’, or by a technician the volunteers’.',
    'If it was none of you: see pin-damaged.',
    { role: staffRole },
  ),
  'pin-wrong': event(
    'warning',
    'A wrong PIN was entered: so many in a row, and so many seconds until the next is looked at.',
    'Many of them: look who stands at the kiosk. Nobody gets in by trying.',
    { role: staffRole, tries: count, waitSeconds: count },
  ),
  'pin-damaged': event(
    'error',
    'The PIN that is kept cannot be read, so that no PIN is accepted.',
    'Take the file pin.json out of the data folder, and choose a new PIN at the screen at once.',
    {},
  ),
  'pin-tries-not-kept': event(
    'warning',
    'Tries of the PIN could not be written down: a restart of the kiosk would end a wait.',
    'Check the disk of the data folder, and who may write there.',
    { cause: systemCode },
  ),
  'staff-entered': event('info', 'A technician or a volunteer entered with their PIN.', NOTHING, { role: staffRole }),
  'kiosk-left': event('info', 'A technician restarted or ended the kiosk from its screen.', NOTHING, {
    how: code(['restart', 'exit']),
  }),
  'printer-needs-help': event(
    'error',
    'The printer or the desk’s folder does not take documents; tickets are kept, and tried again by themselves.',
    'As it says: paper, toner, a jam, a door, a printer that is off or stopped, a folder that is missing, full or may not be written to.',
    { need: code(printerNeeds) },
  ),
  'printer-well': event('info', 'The printer takes documents again.', NOTHING, {}),
  'print-not-made': event(
    'error',
    'The document of a summary could not be made; it is tried once more.',
    'If it goes on: restart the kiosk; tell whoever maintains it.',
    { fault: code(['rejected', 'too-long', 'no-pdf']) },
  ),
  'print-failed': event(
    'error',
    'A summary could not be printed; its visitor was told, as long as they were there.',
    'See print-not-made and printer-needs-help before it.',
    {},
  ),
  'print-expired': event(
    'warning',
    'A ticket was not asked for, or could not be printed, within the site’s time; its summary is overwritten.',
    'Many of them: look at printer-needs-help, or give tickets more time with print.keepMinutes.',
    {},
  ),
  'prints-lost': event(
    'warning',
    'So many summaries waited when the kiosk was ended; they were in memory alone, and are gone.',
    'Ask whoever brings such a ticket to choose again at the kiosk. Look at the staff’s screen before ending the kiosk.',
    { count },
  ),
  'desk-folder-not-tidied': event(
    'error',
    'Old summaries could not be removed from the desk’s folder.',
    'Remove them by hand today; check that the folder is there, and who may write to it.',
    { cause: systemCode },
  ),
  'visit-ended': event('info', 'A visit ended.', NOTHING, {}),
  'journal-gap': event(
    'warning',
    'The journal could not be written for a while; so many lines are missing here.',
    'Check the disk of the data folder: it was full, or could not be written to.',
    { lost: count, cause: systemCode },
  ),
} as const;

export type JournalEvent = keyof typeof journalEvents;

/** What an event carries. */
export type JournalFields<Name extends JournalEvent> = z.input<(typeof journalEvents)[Name]['fields']>;
