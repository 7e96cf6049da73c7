/** A gentle question before something hard to read (principle 3): shown only to somebody who says yes. */
import { type TemplateResult, css, html, nothing } from 'lit';
import type { Passage } from '../../content/format/index.ts';
import { icon } from '../components/icon.ts';
import { PASSAGE_ATTRIBUTE, passageKey, runs } from '../reading/passages.ts';
import type { Messages } from '../visit/messages.ts';

export interface GateOptions {
  /** Unique in its view. */
  readonly id: string;
  readonly question: Passage;
  readonly key: (passage: Passage) => string;
  readonly messages: Messages;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  /** What is behind the gate; drawn only while it is open. */
  readonly content: () => unknown;
}

/** Draws a gate. A closed one is marked so that reading aloud waits at it. Needs {@link gateStyles}. */
export function gate({ id, question, key, messages, isOpen, toggle, content }: GateOptions): TemplateResult {
  const heading = `gate-${id}`;
  const { language, direction } = messages;
  return html`<div class="gate flow" id=${id} role="group" aria-labelledby=${heading} ?data-gate-closed=${!isOpen}>
    <h3 id=${heading} data-passage=${key(question)}>${runs(question)}</h3>
    ${
      isOpen
        ? nothing
        : html`<p
            class="quiet"
            lang=${language}
            dir=${direction}
            data-passage=${passageKey('messages', 'gate.freedom')}
          >
            <span class="run">${messages.text('gate.freedom')}</span>
          </p>`
    }
    <div class="behind flow" data-private>${isOpen ? content() : nothing}</div>
    <button class="button secondary" lang=${language} dir=${direction} aria-expanded=${isOpen} @click=${toggle}>
      <span>${messages.text(isOpen ? 'gate.close' : 'gate.open')}</span>${icon(isOpen ? 'close' : 'down')}
    </button>
  </div>`;
}

/** The first passage behind an open gate, which a visitor who opened it while listening wants to hear next. */
export const firstBehindGate = (root: ParentNode, id: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`#${CSS.escape(id)} .behind [${PASSAGE_ATTRIBUTE}]`);

export const gateStyles = css`
  .gate {
    padding: var(--space-4);
    background: var(--surface);
    border: var(--rule) dashed var(--action);
    border-radius: var(--radius);
  }

  .gate .behind:not(:has(*)) {
    margin: 0;
  }
`;
