/** Which element shows which content. */
import { type TemplateResult, html } from 'lit';
import '../views/about/about.ts';
import '../views/attract/attract.ts';
import '../views/calibrate/calibrate.ts';
import '../views/home/home.ts';
import '../views/missing/missing.ts';
import '../views/page/page.ts';
import '../views/questions/questions.ts';
import '../views/search/search.ts';
import '../views/staff/staff.ts';
import '../views/summary/summary.ts';
import '../views/topic/topic.ts';
import '../views/welcome/welcome.ts';
import '../views/wiped/wiped.ts';
import '../views/words/words.ts';
import type { LanguageChoice } from '../../content/format/index.ts';
import type { Calibration, KioskDescription, StaffKiosk } from '../host/contract.ts';
import type { DeskStatus } from '../visit/desk.ts';
import type { PrintStatus } from '../visit/print-status.ts';
import { lookForTraces } from '../visit/alongside.ts';
import { keptKeys } from '../visit/summary.ts';
import { partOf } from '../visit/routes.ts';
import type { StaffState } from '../visit/staff.ts';
import type { UpkeepStatus } from '../visit/upkeep.ts';
import type { Visit } from '../visit/visit.ts';
import type { CalibrationOutcome } from '../views/calibrate/calibrate.ts';
import type { Content } from './content.ts';
import type { SearchAnswer } from './searching.ts';

/** What views take from their surroundings. */
export interface ViewContext {
  readonly visit: Visit;
  readonly site: KioskDescription;
  readonly languages: readonly LanguageChoice[];
  readonly reading: boolean;
  readonly now: Date;
  /** What searching has found so far. */
  readonly answer: SearchAnswer | undefined;
  /** What has become of the summaries that were to be printed. */
  readonly print: PrintStatus;
  /** What the staff’s screen shows, and what technicians may see of the kiosk. */
  readonly staff: StaffState;
  readonly kiosk: StaffKiosk | undefined;
  /** The language of the visit, and whether the host has let go of the one before; `undefined` until it has answered. */
  readonly language: string;
  readonly isHostDone: boolean | undefined;
  /** What waits at the desk; absent while nobody may see it, or where there is no printer. */
  readonly desk: DeskStatus | undefined;
  /** What technicians are told of the content; absent where none is ever installed. */
  readonly upkeep: UpkeepStatus | undefined;
  /** What is known of the screen, where it may be measured. */
  readonly calibration: Calibration | undefined;
  /** What became of what a technician wanted to keep. */
  readonly calibrated: CalibrationOutcome | undefined;
}

/** Draws the view of a content. */
export function drawView(content: Content, context: ViewContext): TemplateResult {
  const { visit, site, reading, now } = context;
  const { easyRead } = visit.preferences;
  switch (content.view) {
    case 'attract':
      return html`<kiosk-attract
        .hospital=${site.hospitalName}
        .logo=${site.logo}
        .urgentNumber=${site.urgentNumber}
        .limits=${site.visit}
        .languages=${context.languages}
      ></kiosk-attract>`;
    case 'welcome':
      return html`<kiosk-welcome
        .preferences=${visit.preferences}
        .limits=${site.visit}
        .reading=${reading}
      ></kiosk-welcome>`;
    case 'home':
      return html`<kiosk-home .home=${content.home} .easyRead=${easyRead} .reading=${reading}></kiosk-home>`;
    case 'topic':
      return html`<kiosk-topic .topic=${content.topic} .easyRead=${easyRead} .reading=${reading}></kiosk-topic>`;
    case 'page':
      return html`<kiosk-page
        .page=${content.page}
        .glossary=${content.glossary}
        .choices=${visit.choices}
        .openPart=${partOf(visit.route)}
        .urgentNumber=${site.urgentNumber}
        .easyRead=${easyRead}
        .kept=${keptKeys(visit.kept)}
        .oneThing=${visit.preferences.oneThing}
        .now=${now}
        .reading=${reading}
      ></kiosk-page>`;
    case 'questions':
      return html`<kiosk-questions
        .sheet=${content.sheet}
        .teamAgreed=${site.teamUsesQuestions}
        .draft=${visit.draft}
        .own=${visit.ownQuestions}
        .kept=${keptKeys(visit.kept)}
        .result=${context.answer?.result}
        .typing=${visit.panel === 'keyboard'}
        .now=${now}
        .reading=${reading}
      ></kiosk-questions>`;
    case 'words':
      return html`<kiosk-words
        .glossary=${content.glossary}
        .kept=${keptKeys(visit.kept)}
        .reading=${reading}
      ></kiosk-words>`;
    case 'summary':
      return html`<kiosk-summary
        .visit=${visit}
        .sources=${content.sources}
        .print=${context.print}
        .urgentNumber=${site.urgentNumber}
        .now=${now}
        .reading=${reading}
      ></kiosk-summary>`;
    case 'search':
      return html`<kiosk-search
        .query=${visit.query}
        .result=${context.answer?.result}
        .glossary=${content.glossary}
        .home=${content.home}
        .directions=${site.deskDirections}
        .easyRead=${easyRead}
        .kept=${keptKeys(visit.kept)}
        .typing=${visit.panel === 'keyboard'}
        .reading=${reading}
      ></kiosk-search>`;
    case 'about':
      return html`<kiosk-about .directions=${site.deskDirections} .reading=${reading}></kiosk-about>`;
    case 'staff':
      return html`<kiosk-staff
        .state=${context.staff}
        .mostVolume=${site.sound.mostVolume}
        .productVersion=${context.kiosk?.productVersion ?? ''}
        .desk=${context.desk}
        .upkeep=${context.upkeep}
        .contentVersion=${site.contentVersion}
        .reading=${reading}
      ></kiosk-staff>`;
    case 'wiped':
      return html`<kiosk-wiped
        .traces=${lookForTraces({
          visit,
          language: context.language,
          defaultLanguage: site.defaultLanguage,
          isHostDone: context.isHostDone,
        })}
        .reading=${reading}
      ></kiosk-wiped>`;
    case 'calibrate':
      return html`<kiosk-calibrate
        .calibration=${context.calibration}
        .outcome=${context.calibrated}
        .reading=${reading}
      ></kiosk-calibrate>`;
    case 'missing':
      return html`<kiosk-missing
        .reason=${content.reason}
        .directions=${site.deskDirections}
        .reading=${reading}
      ></kiosk-missing>`;
  }
}
