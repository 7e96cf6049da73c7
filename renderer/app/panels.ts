/** Which panel is open beside the reading column. */
import { type TemplateResult, html, nothing } from 'lit';
import type { DocumentName, LanguageChoice, Passage } from '../../content/format/index.ts';
import type { Layout } from '../components/layout.ts';
import '../components/panel/alongside-panel.ts';
import '../components/panel/colours-panel.ts';
import '../components/panel/contents-panel.ts';
import '../components/panel/ending-panel.ts';
import '../components/panel/headphones-panel.ts';
import '../components/panel/language-panel.ts';
import '../components/panel/keyboard-panel.ts';
import '../components/panel/reading-panel.ts';
import '../components/panel/size-panel.ts';
import '../components/panel/times-panel.ts';
import '../components/panel/ways-panel.ts';
import type { SoundRules } from '../host/contract.ts';
import { passageKey, plainText } from '../reading/passages.ts';
import type { ReaderStatus } from '../reading/reader.ts';
import { pageDocument } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import type { PrintStatus } from '../visit/print-status.ts';
import { toPart } from '../visit/routes.ts';
import { isUnsent } from '../visit/summary.ts';
import type { Visit } from '../visit/visit.ts';
import { OWN_SECTION } from '../views/questions/own-questions.ts';
import type { Beside } from './alongside.ts';
import type { Content } from './content.ts';

/** What panels take from their surroundings. */
export interface PanelContext {
  readonly layout: Layout;
  readonly status: ReaderStatus;
  readonly sound: SoundRules;
  /** The part being read, counted from 1; 0 before the first. */
  readonly part: number;
  readonly languages: readonly LanguageChoice[];
  readonly messages: Messages;
  /** What has become of the summaries that were to be printed. */
  readonly print: PrintStatus;
  /** What helps a volunteer and a visitor who sit together. */
  readonly beside: Beside | undefined;
  readonly directions: string;
  readonly hasDesk: boolean;
}

/** Draws the open panel, if one is. */
export function drawPanel(
  visit: Visit,
  content: Content,
  { layout, status, sound, part, languages, messages, print, beside, directions, hasDesk }: PanelContext,
): TemplateResult | typeof nothing {
  const { panel, preferences, route, undone, kept } = visit;
  const undoable = undone !== undefined;
  switch (panel) {
    case undefined:
      return nothing;
    case 'alongside':
      return html`<kiosk-alongside-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .guide=${beside?.guide}
        .places=${beside?.places ?? []}
        .hasBefore=${beside?.hasBefore === true}
        .page=${route.view === 'page' ? route.page : undefined}
        .languages=${languages}
        .directions=${directions}
        .hasDesk=${hasDesk}
      ></kiosk-alongside-panel>`;
    case 'size':
      return html`<kiosk-size-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .undoable=${undoable}
      ></kiosk-size-panel>`;
    case 'language':
      return html`<kiosk-language-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .languages=${languages}
      ></kiosk-language-panel>`;
    case 'ways':
      return html`<kiosk-ways-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .undoable=${undoable}
      ></kiosk-ways-panel>`;
    case 'colours':
      return html`<kiosk-colours-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .undoable=${undoable}
      ></kiosk-colours-panel>`;
    case 'reading':
      return html`<kiosk-reading-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .playing=${status === 'playing'}
        .active=${status === 'playing' || status === 'paused'}
        .trouble=${status === 'silent' || status === 'empty' ? status : undefined}
      ></kiosk-reading-panel>`;
    case 'ending':
      return html`<kiosk-ending-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .kept=${kept.length}
        .unsent=${isUnsent(visit)}
        .print=${print}
      ></kiosk-ending-panel>`;
    case 'headphones':
      return html`<kiosk-headphones-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .needed=${sound.headphones !== 'no'}
      ></kiosk-headphones-panel>`;
    case 'keyboard':
      return html`<kiosk-keyboard-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
      ></kiosk-keyboard-panel>`;
    case 'times':
      return html`<kiosk-times-panel class="panel" .layout=${layout} .preferences=${preferences}></kiosk-times-panel>`;
    case 'contents': {
      const parts = partsOf(content, messages);
      return html`<kiosk-contents-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .entries=${parts.map((entry) => ({ ...entry, route: toPart(route, entry.id) }))}
        .current=${parts[Math.max(0, part - 1)]?.id ?? ''}
      ></kiosk-contents-panel>`;
    }
  }
}

/** What a visitor can go to in a view, in reading order. */
function partsOf(content: Content, messages: Messages): readonly PartEntry[] {
  switch (content.view) {
    case 'page': {
      const document = pageDocument(content.page.id, content.page.version);
      return content.page.parts.map(({ id, heading }) => entryOf(document, id, heading));
    }
    case 'questions': {
      const { groups, referencesHeading } = content.sheet;
      const own = 'questions.own.title';
      return [
        ...groups.map(({ id, title }) => entryOf('questions', id, title)),
        { id: OWN_SECTION, heading: messages.text(own), saidAs: passageKey('messages', own) },
        entryOf('questions', 'references', referencesHeading),
      ];
    }
    default:
      return [];
  }
}

/** A part as the list names it. */
interface PartEntry {
  readonly id: string;
  readonly heading: string;
  readonly saidAs: string;
}

const entryOf = (document: DocumentName, id: string, heading: Passage): PartEntry => ({
  id,
  heading: plainText(heading),
  saidAs: passageKey(document, heading.id),
});
