/** Which panel is open beside the reading column. */
import { type TemplateResult, html, nothing } from 'lit';
import type { DocumentName, LanguageChoice, Passage } from '../../content/format/index.ts';
import type { Layout } from '../components/layout.ts';
import '../components/panel/colours-panel.ts';
import '../components/panel/contents-panel.ts';
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
import { toPart } from '../visit/routes.ts';
import type { Visit } from '../visit/visit.ts';
import type { Content } from './content.ts';

/** What panels take from their surroundings. */
export interface PanelContext {
  readonly layout: Layout;
  readonly status: ReaderStatus;
  readonly sound: SoundRules;
  /** The part being read, counted from 1; 0 before the first. */
  readonly part: number;
  readonly languages: readonly LanguageChoice[];
}

/** Draws the open panel, if one is. */
export function drawPanel(
  { panel, preferences, route, undone }: Visit,
  content: Content,
  { layout, status, sound, part, languages }: PanelContext,
): TemplateResult | typeof nothing {
  const undoable = undone !== undefined;
  switch (panel) {
    case undefined:
      return nothing;
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
      const parts = partsOf(content);
      return html`<kiosk-contents-panel
        class="panel"
        .layout=${layout}
        .preferences=${preferences}
        .entries=${parts.map(({ id, heading }) => ({
          id,
          route: toPart(route, id),
          heading: plainText(heading),
          saidAs: passageKey(documentOf(content), heading.id),
        }))}
        .current=${parts[Math.max(0, part - 1)]?.id ?? ''}
      ></kiosk-contents-panel>`;
    }
  }
}

/** The document whose parts are listed. */
const documentOf = (content: Content): DocumentName =>
  content.view === 'page' ? pageDocument(content.page.id, content.page.version) : 'questions';

/** What a visitor can go to in a view, in reading order. */
function partsOf(content: Content): readonly { readonly id: string; readonly heading: Passage }[] {
  switch (content.view) {
    case 'page':
      return content.page.parts;
    case 'questions': {
      const { groups, referencesHeading } = content.sheet;
      const subjects = groups.map(({ id, title }) => ({ id, heading: title }));
      return [...subjects, { id: 'references', heading: referencesHeading }];
    }
    default:
      return [];
  }
}
