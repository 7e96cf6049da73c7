/** The names under which operations travel. The one list that the preload and both hosts share. */
import type { HostOperation } from './contract.ts';

/** Every operation's name; the type makes a forgotten one an error. */
const operations: Readonly<Record<HostOperation, true>> = {
  describeKiosk: true,
  endVisit: true,
  saveCalibration: true,
  reportProblem: true,
  heartbeat: true,
  pinStatus: true,
  choosePin: true,
  giveVolunteersPin: true,
  enterPin: true,
  stayStaff: true,
  leaveStaff: true,
  restart: true,
  exit: true,
  printSummary: true,
  ticketStatus: true,
  cancelPrint: true,
  deskTickets: true,
  releaseTicket: true,
  cancelTicket: true,
  contentStatus: true,
  installContent: true,
  goBackToContent: true,
  saveMostVolume: true,
  testPrint: true,
  takePrintJob: true,
  printLaidOut: true,
};

export const hostOperations = Object.keys(operations) as readonly HostOperation[];

/** The IPC channel of an operation in the Electron shell. */
export const channelOf = (operation: HostOperation): `host:${HostOperation}` => `host:${operation}`;

/** The path of an operation on the browser shell's loopback server. */
export const pathOf = (operation: HostOperation): `/host/${HostOperation}` => `/host/${operation}`;

/** The name of the object that the preload exposes on `window`. */
export const BRIDGE_NAME = 'alongsideHost';

/** The header in which the browser shell's page proves that it was served by this kiosk. */
export const TOKEN_HEADER = 'x-alongside-token';

/** The `<meta>` element in which the browser shell hands its page that token. */
export const TOKEN_META = 'alongside-token';
