/** The Electron shell. Read from top to bottom, this is the kiosk's security policy. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';
import { openJournal } from './host/journal-file.ts';
import { openKiosk } from './host/kiosk.ts';
import { createPrintJobs } from './host/printing/print-jobs.ts';
import { createServiceManager, heardByBoth } from './host/recovery/service-manager.ts';
import { createSupervisor, everyInterval } from './host/recovery/supervisor.ts';
import { parseShellArguments } from './shell/arguments.ts';
import { answerCalls } from './shell/ipc.ts';
import { watchHelpers } from './shell/helpers.ts';
import { createPrintWindows } from './shell/print-window.ts';
import { closeBeforeQuit } from './shell/closing.ts';
import { createLeaving } from './shell/leaving.ts';
import { lockEveryPage } from './shell/lockdown.ts';
import { hardenProcess, registerScheme } from './shell/process.ts';
import { printerNames } from './shell/silent-print.ts';
import { createVisits } from './shell/visits.ts';

const outDir = join(import.meta.dirname, '..');
const { appDir, bundleDir, dataDir, siteFile, calibrate, choice } = parseShellArguments(process.argv.slice(1), {
  appDir: join(outDir, 'app'),
  bundleDir: join(outDir, 'bundle'),
  dataDir: join(app.getPath('appData'), 'alongside'),
});
const writeLine = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const journal = openJournal(writeLine, dataDir, Date.now);

hardenProcess(app);
registerScheme(protocol);
lockEveryPage(app, journal);
watchHelpers(app, journal);
Menu.setApplicationMenu(null);
app.setPath('userData', join(dataDir, 'electron'));

const start = async (): Promise<void> => {
  await app.whenReady();
  const serviceManager = createServiceManager();
  app.on('quit', serviceManager.stopping);
  const supervisor = createSupervisor({
    open: (what) => {
      visits.open(what);
    },
    journal,
    every: everyInterval,
  });
  const printJobs = createPrintJobs();
  const kiosk = await openKiosk({
    printJobs,
    makePdf: (job, signal) => prints.makePdf(job, signal),
    spool: {
      print: (job, to, signal) => prints.print(job, to, signal),
      printers: () => printerNames(BrowserWindow.getAllWindows()[0]?.webContents),
    },
    appDir,
    bundleDir,
    siteFile,
    dataDir,
    calibrate,
    journal,
    now: Date.now,
    leave: createLeaving(app, process.env['NOTIFY_SOCKET'] !== undefined, setTimeout, () => kiosk.close()),
    // The reply goes out first: the page that asked is destroyed with its visit.
    endVisit: async () => {
      setImmediate(() => {
        supervisor.renewed();
        visits.open('visit');
      });
      return Promise.resolve();
    },
    page: heardByBoth(supervisor, serviceManager),
  });
  closeBeforeQuit(app, kiosk.close);
  kiosk.problems.forEach(writeLine);
  const visits = createVisits({
    createWindow: (options) => new BrowserWindow(options),
    sessionFor: (partition) => session.fromPartition(partition, { cache: false }),
    newPartition: () => `visit-${randomUUID()}`,
    lost: supervisor.lost,
    preload: join(import.meta.dirname, 'preload.cjs'),
    choice,
    resources: kiosk.resources,
    journal,
  });
  app.on('second-instance', visits.focus);
  const prints = createPrintWindows({
    createWindow: (options) => new BrowserWindow(options),
    sessionFor: (partition) => session.fromPartition(partition, { cache: false }),
    newPartition: () => `print-${randomUUID()}`,
    preload: join(import.meta.dirname, 'preload.cjs'),
    resources: () => kiosk.resources,
    jobs: printJobs,
    journal,
  });
  answerCalls(
    ipcMain,
    kiosk.host,
    (page, operation) => visits.isCurrent(page) || prints.mayAsk(page, operation),
    journal,
  );
  supervisor.begin();
};

// A second instance gives way to the first (L1), which is asked to come to the front.
if (app.requestSingleInstanceLock()) {
  // Listening keeps the process: the supervisor sees to a kiosk's window. One in a desktop is closed to end it.
  app.on('window-all-closed', () => {
    if (choice.windowed) app.quit();
  });
  start().catch((error: unknown) => {
    // Nothing on screen can say it: the service manager starts the process again (L6).
    writeLine(error instanceof Error ? error.message : 'The kiosk could not start.');
    app.exit(1);
  });
} else {
  app.quit();
}
