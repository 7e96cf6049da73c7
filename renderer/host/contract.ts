/**
 * HostApi: the port between the page a visitor sees and the kiosk around it.
 *
 * The renderer owns this file and depends on nothing else of the host. Two adapters implement it
 * (`bridge-host.ts` over Electron's preload, `http-host.ts` over the browser shell's loopback server)
 * and one host answers both (`electron/host`). Every operation takes one object and replies with data;
 * nothing throws across this border. Types only: no code lives here.
 */
import type { ContentStatus, EarlierPlace } from './content.ts';
import type { DeskList, PrintJob, PrintOutcome, PrintRules, Summary, Ticket, TicketStatus } from './printing.ts';

/** What an operation replies. Errors are data; `code` is a closed list, so callers can exhaust it. */
export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: HostError };

/**
 * Why an operation was not carried out. `invalid-payload`: the request did not have the shape below.
 * `refused`: the sender may not ask. `unavailable`: the host cannot do it now; asking again may work.
 */
export interface HostError {
  readonly code: 'invalid-payload' | 'refused' | 'unavailable';
}

/**
 * What a key of a keypad does. `help` and `repeat` are keys that not every keypad has (I4); `alongside` is the
 * volunteers' (V2); a keypad with a socket sends the last two when headphones are plugged in and pulled out (R9).
 */
export type KeypadAction =
  'up' | 'down' | 'left' | 'right' | 'select' | 'help' | 'repeat' | 'alongside' | 'headphonesIn' | 'headphonesOut';

/** Which keys do what, each as `KeyboardEvent.code` or `.key` has it. No key does two things. */
export type KeypadMap = Readonly<Record<KeypadAction, readonly string[]>>;

/** Which keys are the switches of scanning: with one, `first` chooses; with two, it goes on and `second` chooses (I5). */
export interface SwitchKeys {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** What a site has decided about sound. */
export interface SoundRules {
  /** What is said only with headphones in: nothing, what is private (behind a gate, sensitive words), or all (R9). */
  readonly headphones: 'no' | 'sensitive' | 'always';
  /** How loud the loudest of the ten steps is, in per cent of what the machine can do, 10 to 100 (R3). */
  readonly mostVolume: number;
  /** Whether ‘Are you still there?’ comes with a short soft sound (X1). */
  readonly chime: boolean;
}

/** How long a visit waits for somebody who does nothing (X1). */
export interface VisitRules {
  /** Until the visitor is asked whether they are still there, 60 to 600. */
  readonly idleSeconds: number;
  /** For an answer, 20 to 90; then the visit ends. */
  readonly warningSeconds: number;
  /** In place of `idleSeconds` while a volunteer sits alongside a visitor, 60 to 1800 (V2). */
  readonly alongsideSeconds: number;
}

/** A screen as a technician has measured it (D2). */
export interface Calibration {
  /** CSS pixels per inch, 40 to 400. */
  readonly pixelsPerInch: number;
  /** From a visitor's eyes to the screen, 200 to 2000. */
  readonly viewingDistanceMm: number;
}

/** What the page must know before it can draw: fixed for as long as the page lives. */
export interface KioskDescription {
  /** The hospital's name, as the header and the attract screen show it. */
  readonly hospitalName: string;
  /** Where the desk is, in a short sentence a visitor can follow. */
  readonly deskDirections: string;
  /** The ward's number for what cannot wait, as it is to be read; absent until the site gives one. */
  readonly urgentNumber?: string;
  /** Where the hospital's logo is served; absent until the site gives one (O6). */
  readonly logo?: string;
  /** The site's own colour as `#rrggbb`, dark enough for words on the kiosk's paper; absent until the site gives one (O6). */
  readonly accent?: string;
  /** Whether the team has agreed to go through families' questions with them (C7). */
  readonly teamUsesQuestions: boolean;
  /** How many days past its review a page is shown; absent: however many, with a notice (C8). */
  readonly withdrawAfterDays?: number;
  /** CSS pixels per millimetre of this screen, greater than 0. */
  readonly pixelsPerMm: number;
  /** What is known of the screen, for the technician's page; only there when the host was started for it (D2). */
  readonly calibration?: Calibration;
  readonly keypad: KeypadMap;
  readonly switches: SwitchKeys;
  readonly sound: SoundRules;
  readonly visit: VisitRules;
  /** The language a visit starts in; one of `languages`. */
  readonly defaultLanguage: string;
  /** Languages that visitors are offered, in order, BCP 47; the bundle holds each. */
  readonly languages: readonly string[];
  /** The content version of the bundle being served, for staff. */
  readonly contentVersion: number;
  /** When the bundle was built, ISO 8601: a clock that is before it is wrong (C8). */
  readonly contentBuiltAt: string;
  /** The content is new and has yet to show that it works: the page is to try it before it says that it is well (B3). */
  readonly contentOnTrial?: true;
  /** Absent: there is no printer (P7). */
  readonly print?: PrintRules;
}

/**
 * What went wrong in the page, for the staff's log. A closed list and no free text: nothing a visitor
 * chose or typed can be carried in it.
 */
export type ProblemCode = 'start-failed' | 'document-missing' | 'clip-failed' | 'script-error';

/**
 * Who may enter with a PIN (V1). A technician looks after the kiosk; a volunteer sits alongside visitors, and whoever is
 * at the desk lets tickets go, with the same PIN.
 */
export type StaffRole = 'technician' | 'volunteer';

/**
 * Whether a PIN has been chosen for a role yet. `damaged`: it cannot be read; nobody can enter until a technician has
 * taken the file away. `waitSeconds`: until the next try is looked at, 0 to 900. `triesLeft`: how many may be wrong
 * until there is a wait, or the next longer one, 1 to 5.
 */
export interface PinStatus {
  readonly pin: 'none' | 'set' | 'damaged';
  readonly waitSeconds: number;
  readonly triesLeft: number;
}

/** Why a PIN is too easy to guess. `run`: 345678; `repeated`: 121212; `taken`: the technicians have it. */
export type PinWeakness = 'not-digits' | 'too-short' | 'too-long' | 'one-digit' | 'run' | 'repeated' | 'taken';

/** What came of choosing a PIN. */
export type PinChoice = { readonly chosen: true } | { readonly chosen: false; readonly weakness: PinWeakness };

/** What technicians who have entered may see of the kiosk. */
export interface StaffKiosk {
  /** The version of the product, as its package has it. */
  readonly productVersion: string;
  readonly calibration: Calibration;
}

/**
 * What came of entering a PIN. The token is to be kept in the page's memory alone; a technician's serves until two minutes
 * after its last use, a volunteer's for half an hour, and neither beyond the end of the visit. `kiosk`: for technicians.
 */
export type PinEntry =
  | { readonly entered: true; readonly token: string; readonly kiosk?: StaffKiosk }
  | { readonly entered: false; readonly waitSeconds: number; readonly triesLeft: number };

/** What staff who have entered ask with. */
export interface StaffRequest {
  readonly token: string;
}

/** What staff ask of a ticket. */
export interface StaffTicketRequest extends StaffRequest {
  readonly ticket: Ticket;
}

/** What the page is told with each of its heartbeats. */
export interface KioskPulse {
  /** Whether to load the page again as soon as nobody is at the screen: other content takes over then (B2, B3). */
  readonly startAnew: boolean;
}

/** What the print document is known by; the shell gives it its key in its address. */
export interface PrintKey {
  readonly key: string;
}

/** The operations by name: what each takes and what it gives back. */
export interface HostOperations {
  /** Describes this kiosk. Call once, before the first paint. */
  readonly describeKiosk: { readonly request: Record<string, never>; readonly value: KioskDescription };
  /** Ends the visit on the host's side. The page has already let go of its own state. */
  readonly endVisit: { readonly request: Record<string, never>; readonly value: null };
  /**
   * Writes what a technician has measured into the site's settings; it holds from the next `describeKiosk` on.
   * `refused` unless the host was started for it or the token serves, `unavailable` when the file cannot be written.
   */
  readonly saveCalibration: {
    readonly request: Calibration & { readonly token?: string | undefined };
    readonly value: null;
  };
  /** Notes a problem in the staff's log. At most a few a second are kept. */
  readonly reportProblem: { readonly request: { readonly code: ProblemCode }; readonly value: null };
  /** Says that the page's script runs. Call about once a second: a page that is silent for five is replaced (L6). */
  readonly heartbeat: { readonly request: Record<string, never>; readonly value: KioskPulse };
  /** Tells whether there is a PIN for a role, and how long to wait for the next try. */
  readonly pinStatus: { readonly request: { readonly role: StaffRole }; readonly value: PinStatus };
  /** Chooses the technicians' first PIN; `refused` once there is one. */
  readonly choosePin: { readonly request: { readonly pin: string }; readonly value: PinChoice };
  /** Gives volunteers a PIN, in place of the one they had; `refused` without a technician's token. */
  readonly giveVolunteersPin: {
    readonly request: StaffRequest & { readonly pin: string };
    readonly value: PinChoice;
  };
  /** Enters with a PIN; `refused` while there is none. A try during a wait is not looked at. */
  readonly enterPin: {
    readonly request: { readonly role: StaffRole; readonly pin: string };
    readonly value: PinEntry;
  };
  /** Says that staff are still at it; `refused` once the token serves no more. */
  readonly stayStaff: { readonly request: StaffRequest; readonly value: null };
  /** Ends what the token began. */
  readonly leaveStaff: { readonly request: StaffRequest; readonly value: null };
  /** Starts the kiosk again, on the settings as they are then; `refused` without a technician's token. */
  readonly restart: { readonly request: StaffRequest; readonly value: null };
  /** Ends the kiosk; `refused` without a technician's token. */
  readonly exit: { readonly request: StaffRequest; readonly value: null };
  /** Asks for a print. The same summary twice in a row is one wish and has one ticket. */
  readonly printSummary: { readonly request: { readonly summary: Summary }; readonly value: PrintOutcome };
  /** The tickets of this visit, the oldest first. */
  readonly ticketStatus: {
    readonly request: Record<string, never>;
    readonly value: { readonly tickets: readonly TicketStatus[] };
  };
  /** Takes a print back; `refused` for a ticket that is not this visit's. */
  readonly cancelPrint: { readonly request: { readonly ticket: Ticket }; readonly value: null };
  /**
   * All tickets, for the desk, the oldest first, and how the printer is. As the rest that staff do: `refused` without a
   * token that serves, `unavailable` without a printer. The page asks for it by itself, so that it does not prolong a token.
   */
  readonly deskTickets: { readonly request: StaffRequest; readonly value: DeskList };
  /** Prints what is held, or tries what waits at once; `refused` as well for a ticket that does not wait. */
  readonly releaseTicket: { readonly request: StaffTicketRequest; readonly value: null };
  readonly cancelTicket: { readonly request: StaffTicketRequest; readonly value: null };
  /**
   * Which content there is, for technicians; `unavailable` on a kiosk that installs none. As with the desk's tickets the
   * page asks by itself, so that it does not prolong a token.
   */
  readonly contentStatus: { readonly request: StaffRequest; readonly value: ContentStatus };
  /** Has content from a drive installed; `refused` as well when it is not there, or something else is under way. */
  readonly installContent: { readonly request: StaffRequest & { readonly id: string }; readonly value: null };
  /** Has content that was in service before take over again; `refused` as {@link HostOperations.installContent}. */
  readonly goBackToContent: {
    readonly request: StaffRequest & { readonly place: EarlierPlace };
    readonly value: null;
  };
  /** Writes into the site's settings how loud the loudest of the ten steps is; refusals as of {@link HostOperations.saveCalibration}. */
  readonly saveMostVolume: {
    readonly request: StaffRequest & { readonly percent: number };
    readonly value: null;
  };
  /** Prints a sheet without anybody's words. */
  readonly testPrint: { readonly request: StaffRequest; readonly value: PrintOutcome };
  /** The print document's: hands over its job. `refused` without its key, or when it was asked for before. */
  readonly takePrintJob: { readonly request: PrintKey; readonly value: PrintJob };
  /** The print document's: says that it is laid out, or that it cannot be; `refused` without its key. */
  readonly printLaidOut: { readonly request: PrintKey & { readonly isReady: boolean }; readonly value: null };
}

export type HostOperation = keyof HostOperations;

/** The port itself: one function per operation. */
export type HostApi = {
  readonly [Name in HostOperation]: (
    request: HostOperations[Name]['request'],
  ) => Promise<Reply<HostOperations[Name]['value']>>;
};
