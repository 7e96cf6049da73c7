/** The screen during a visit: header, reading column, pager, open panel, tools, and the cover over all of it. */
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import type { LanguageChoice } from '../../content/format/index.ts';
import '../components/caption/caption.ts';
import '../components/cleaning/cleaning.ts';
import '../components/cover/cover.ts';
import '../components/header/header.ts';
import type { Division } from '../components/layout.ts';
import type { Progress } from '../components/pager/pager.ts';
import '../components/hold-mark/hold-mark.ts';
import '../components/pager/pager.ts';
import '../components/quiet-space.ts';
import '../components/scan-frame/scan-frame.ts';
import '../components/still-here/still-here.ts';
import '../components/toolbar/toolbar.ts';
import type { SoundRules } from '../host/contract.ts';
import type { ReaderStatus } from '../reading/reader.ts';
import type { Messages } from '../visit/messages.ts';
import type { PrintStatus } from '../visit/print-status.ts';
import type { TimeLeft } from '../visit/phase.ts';
import { type Visit, canGoBack } from '../visit/visit.ts';
import type { Beside } from './alongside.ts';
import type { Content } from './content.ts';
import { drawPanel } from './panels.ts';

/** What is drawn around the view. */
export interface Frame {
  readonly visit: Visit;
  readonly content: Content;
  readonly view: TemplateResult;
  readonly division: Division;
  readonly progress: Progress;
  /** What the voice that reads aloud is doing. */
  readonly status: ReaderStatus;
  readonly isReading: boolean;
  readonly hospital: string;
  readonly urgentNumber: string | undefined;
  readonly sound: SoundRules;
  /** What has become of the summaries that were to be printed. */
  readonly print: PrintStatus;
  readonly languages: readonly LanguageChoice[];
  /** The interface's words. */
  readonly messages: Messages;
  /** What guidance is saying. */
  readonly caption: string;
  /** For how many seconds more the screen is locked, to be wiped; nothing while it is not. */
  readonly cleaning: number | undefined;
  /** What helps a volunteer and a visitor who sit together; nothing where they do not. */
  readonly beside: Beside | undefined;
  /** Where the desk is, in the hospital’s words, and whether summaries are printed there. */
  readonly directions: string;
  readonly hasDesk: boolean;
  /** How long there is to answer, while somebody is asked whether they are still there. */
  readonly left: TimeLeft | undefined;
}

export function drawFrame(frame: Frame): TemplateResult {
  const { visit, division, hospital, left, cleaning } = frame;
  const { layout, tools, toolColumns, reachLine } = division;
  const isByEar = visit.preferences.guidance;
  return html`${
      reachLine > 0 ? html`<kiosk-quiet-space class="above" .hospital=${hospital}></kiosk-quiet-space>` : nothing
    }
    <div
      ?inert=${left !== undefined || cleaning !== undefined || (visit.isCovered && !isByEar)}
      data-flow
      class="frame ${layout} tools-${tools} ${visit.panel === undefined ? '' : 'beside'}"
    >
      ${drawColumn(frame)} ${drawPanel(visit, frame.content, { ...frame, layout, part: frame.progress.part })}
      <kiosk-toolbar
        .columns=${toolColumns}
        .panel=${visit.panel}
        .canGoBack=${canGoBack(visit)}
        .reading=${frame.isReading}
        .kept=${visit.kept.length}
        .summary=${frame.content.view === 'summary'}
        .alongside=${visit.isAlongside}
      ></kiosk-toolbar>
    </div>
    ${visit.preferences.steady ? html`<kiosk-hold-mark></kiosk-hold-mark>` : nothing}
    ${visit.preferences.switches === 'none' ? nothing : html`<kiosk-scan-frame></kiosk-scan-frame>`}
    ${
      visit.isCovered
        ? html`<kiosk-cover
            ?inert=${left !== undefined}
            aria-hidden=${ifDefined(isByEar ? 'true' : undefined)}
            .isListening=${isByEar}
          ></kiosk-cover>`
        : nothing
    }
    ${cleaning === undefined ? nothing : html`<kiosk-cleaning .seconds=${cleaning}></kiosk-cleaning>`}
    ${
      left === undefined
        ? nothing
        : html`<kiosk-still-here
            .left=${left}
            .covered=${visit.isCovered}
            .low=${visit.preferences.reach === 'low'}
          ></kiosk-still-here>`
    }`;
}

function drawColumn({
  visit,
  content,
  view,
  division,
  progress,
  hospital,
  urgentNumber,
  languages,
  caption,
}: Frame): TemplateResult {
  const { guidance, captions, side } = visit.preferences;
  const moreFirst = side !== 'usual' && division.tools === 'start';
  return html`<div class="column">
    <kiosk-header
      .hospital=${division.reachLine > 0 ? '' : hospital}
      .urgentNumber=${urgentNumber}
      .trail=${content.trail}
      .toolsFirst=${moreFirst}
      .hasLanguages=${languages.length > 1}
      .languagesOpen=${visit.panel === 'language'}
      .covered=${visit.isCovered}
      .search=${content.view !== 'search' && content.view !== 'welcome' && !visit.isStaff}
      .alongside=${visit.isStaff ? 'none' : visit.isAlongside ? 'with' : 'without'}
      .alongsideOpen=${visit.panel === 'alongside'}
      .ofCards=${content.view === 'home' || content.view === 'topic' || content.view === 'welcome'}
    ></kiosk-header>
    <div class="scroller">
      <main>${keyed(`${String(visit.id)} ${content.key}`, view)}</main>
      <div class="edge"><div class="veil"></div></div>
    </div>
    <kiosk-pager
      .progress=${progress}
      .start=${content.view === 'welcome'}
      .moreFirst=${moreFirst}
      .contents=${visit.panel === 'contents'}
    ></kiosk-pager>
    ${guidance && captions ? html`<kiosk-caption .text=${caption}></kiosk-caption>` : nothing}
  </div>`;
}
