/** The staff's screen (V1): a gate, a PIN, and behind it what only those do who look after the kiosk. */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { type StaffCommand, tell } from '../../components/events.ts';
import { type IconName, icon } from '../../components/icon.ts';
import { addressOf } from '../../components/link.ts';
import '../../components/pin-pad/pin-pad.ts';
import { passageKey } from '../../reading/passages.ts';
import { type StaffOutcome, type StaffState, waitTold } from '../../visit/staff.ts';
import type { UpkeepStatus } from '../../visit/upkeep.ts';
import type { DeskStatus } from '../../visit/desk.ts';
import { View, viewStyles } from '../view.ts';
import { contentPanel, contentStyles } from './content-panel.ts';
import { deskPanel, deskStyles } from './desk-panel.ts';

/** What the heading is at each moment. */
const titles: Readonly<Record<StaffState['kind'], PlainMessageKey>> = {
  gate: 'about.staff',
  looking: 'about.staff',
  choosing: 'staff.choose.title',
  entering: 'staff.enter.title',
  inside: 'about.staff',
  'no-volunteers': 'about.staff',
  damaged: 'about.staff',
  unavailable: 'about.staff',
  restarting: 'staff.restarting',
  closed: 'staff.closed',
};

/** Below it nobody hears anything in a waiting room. */
const LEAST_VOLUME = 10;

/** Moments at which there is nothing to do but read. */
const words = { damaged: 'staff.damaged', unavailable: 'staff.unavailable' } as const;

/** What became of the last thing that staff wanted. */
const outcomes = { failed: 'staff.failed', 'pin-given': 'staff.pins.given' } as const satisfies Record<
  StaffOutcome,
  PlainMessageKey
>;

/**
 * @fires kiosk-staff - Staff want to begin, to finish, or to leave the kiosk.
 * @fires kiosk-desk - Staff want something of a ticket, or a test sheet.
 * @fires kiosk-loudest - The kiosk is to be so loud at most.
 * @fires kiosk-upkeep - Technicians want other content.
 * @fires kiosk-back - It was somebody else who came here.
 */
@customElement('kiosk-staff')
export class KioskStaff extends View {
  static override readonly styles = [
    viewStyles,
    deskStyles,
    contentStyles,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-least);
      }
      .deeds {
        display: grid;
        gap: var(--space-3);
        inline-size: 100%;
      }
      .deeds li {
        display: grid;
        grid-template-columns: minmax(min(100%, 14rem), 1fr) minmax(0, 2fr);
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      .deeds .button {
        justify-content: start;
        text-align: start;
      }
      @container view (inline-size < 30rem) {
        .deeds li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .said:not(:empty) {
        padding: var(--space-2) var(--space-3);
        background: var(--notice-ground);
        color: var(--on-notice);
        border: var(--rule) solid var(--on-notice);
        border-radius: var(--radius);
        font-weight: 600;
        line-height: var(--line-height-heading);
      }
    `,
  ];

  @property({ attribute: false }) state: StaffState = { kind: 'gate' };
  /** What waits at the desk; absent where there is no printer. */
  @property({ attribute: false }) desk: DeskStatus | undefined;
  /** The content, for technicians; absent where none is ever installed. */
  @property({ attribute: false }) upkeep: UpkeepStatus | undefined;
  /** How loud the loudest step is, in per cent. */
  @property({ type: Number }) mostVolume = 100;
  /** The version of the product, for technicians. */
  @property() productVersion = '';
  /** The version of the content, which is no secret. */
  @property({ type: Number }) contentVersion = 0;

  /** The ticket that is to be called off, if staff say so once more. */
  @state() private asked: string | undefined;

  /** The heading that was drawn last. */
  #shown: PlainMessageKey | undefined;

  protected override render(): TemplateResult {
    const title = this.#title;
    // Another heading is another element, so that whoever goes by ear is told that this is another place.
    return html`<div class="column of-words">
      ${keyed(title, html`<h1 tabindex="-1" data-passage=${passageKey('messages', title)}>${this.said(title)}</h1>`)}
      ${this.#content()}
    </div>`;
  }

  protected override updated(): void {
    super.updated();
    // What had the focus is gone with what was there.
    if (this.#shown !== undefined && this.#shown !== this.#title) this.focusHeading();
    this.#shown = this.#title;
  }

  get #title(): PlainMessageKey {
    const { state } = this;
    if (state.kind !== 'choosing') return titles[state.kind];
    if (state.isAgain) return 'staff.again.title';
    return state.role === 'volunteer' ? 'staff.pins' : titles.choosing;
  }

  #content(): TemplateResult | typeof nothing {
    const { state } = this;
    switch (state.kind) {
      case 'gate':
        return html`${this.words('staff.gate')}
          <ul role="list" class="deeds">
            <li>${this.#back()}</li>
            <li>
              ${this.#button('people', 'staff.gate.volunteer', 'alongside')} ${this.words('staff.gate.volunteer.what')}
            </li>
            <li>${this.#button('size', 'staff.gate.go', 'begin')} ${this.words('staff.gate.go.what')}</li>
          </ul>`;
      case 'no-volunteers':
        return html`${this.words('staff.noVolunteers')}
          <div class="buttons">${this.#back()}</div>`;
      case 'choosing':
        return html`${this.words(this.#rules(state))}
          ${this.#notice(state.fault === undefined ? '' : this.messages.text(`staff.fault.${state.fault}`))}
          <kiosk-pin-pad></kiosk-pin-pad>
          ${
            state.role === 'volunteer'
              ? html`<div class="buttons">${this.#button('back', 'staff.pins.keep', 'keep-pin')}</div>`
              : nothing
          }`;
      case 'entering':
        return html`${this.words(state.role === 'volunteer' ? 'staff.enter.volunteer' : 'staff.enter.lead')}
          ${this.#notice(this.#outcome(state))} <kiosk-pin-pad ?closed=${state.waitSeconds > 0}></kiosk-pin-pad>`;
      case 'inside':
        return state.role === 'volunteer' ? this.#ofVolunteers() : this.#ofTechnicians(state.outcome);
      case 'damaged':
      case 'unavailable':
        return html`${this.words(words[state.kind])}
          <div class="buttons">${this.#button('check', 'staff.finish', 'finish')}</div>`;
      case 'looking':
      case 'restarting':
      case 'closed':
        return nothing;
    }
  }

  #rules({ role, isAgain }: Extract<StaffState, { kind: 'choosing' }>): PlainMessageKey {
    if (isAgain) return 'staff.again.what';
    return role === 'volunteer' ? 'staff.pins.rules' : 'staff.choose.rules';
  }

  #desk(): TemplateResult | typeof nothing {
    const { desk, messages, asked } = this;
    if (desk === undefined) return nothing;
    return deskPanel(this, { status: desk, messages, asked, ask: (of) => void this.#ask(of) });
  }

  /** The desk’s work is the volunteers’ too. */
  #ofVolunteers(): TemplateResult {
    return html`${this.words('staff.lead.volunteer')} ${this.#desk()}
      <ul role="list" class="deeds">
        ${this.#cleaning()}
        <li>${this.#back()}</li>
      </ul>`;
  }

  #cleaning(): TemplateResult {
    return html`<li>${this.#button('still', 'staff.clean', 'clean')} ${this.words('staff.clean.what')}</li>`;
  }

  /** The limit goes by steps of ten, as the visitors’ volume does. */
  #loudness(): TemplateResult {
    const { mostVolume } = this;
    const to = (percent: number): void => {
      if (percent >= LEAST_VOLUME && percent <= 100) tell(this, 'kiosk-loudest', percent);
    };
    const button = (name: IconName, label: PlainMessageKey, percent: number, isEnd: boolean): TemplateResult =>
      html`<button
        class="button secondary"
        aria-disabled=${ifDefined(isEnd ? 'true' : undefined)}
        @click=${() => to(percent)}
      >
        ${icon(name)}<span>${this.messages.text(label)}</span>
      </button>`;
    return html`<li>
      <div class="buttons" role="group" aria-label=${this.messages.text('staff.loudest')}>
        ${button('quieter', 'staff.quieter', Math.max(LEAST_VOLUME, mostVolume - 10), mostVolume <= LEAST_VOLUME)}
        ${button('louder', 'staff.louder', Math.min(100, mostVolume + 10), mostVolume >= 100)}
      </div>
      <p role="status">${this.messages.format('staff.loudest.is', { percent: String(mostVolume) })}</p>
    </li>`;
  }

  #ofTechnicians(outcome: StaffOutcome | undefined): TemplateResult {
    const { productVersion } = this;
    return html`${this.words('staff.lead')} ${this.#desk()}
      ${this.upkeep === undefined ? nothing : contentPanel(this, this.upkeep, this.messages)}
      <ul role="list" class="deeds">
        <li>
          <button role="link" class="button secondary" data-address=${addressOf({ view: 'calibrate' })}>
            ${icon('size')}<span>${this.messages.text('calibrate.title')}</span>
          </button>
          ${this.words('staff.size.what')}
        </li>
        ${this.#cleaning()} ${this.#loudness()}
        <li>${this.#button('people', 'staff.pins', 'give-pin')} ${this.words('staff.pins.what')}</li>
        <li>${this.#button('repeat', 'staff.restart', 'restart')} ${this.words('staff.restart.what')}</li>
        <li>${this.#button('end', 'staff.exit', 'exit')} ${this.words('staff.exit.what')}</li>
        <li>${this.#button('check', 'staff.finish', 'finish')} ${this.words('staff.finish.what')}</li>
      </ul>
      ${this.#notice(outcome === undefined ? '' : this.messages.text(outcomes[outcome]))}
      <p>${this.messages.format('staff.version', { version: productVersion })}</p>
      ${
        this.upkeep === undefined
          ? html`<p>${this.messages.format('staff.content', { version: String(this.contentVersion) })}</p>`
          : nothing
      }`;
  }

  #back(): TemplateResult {
    return html`<button class="button primary" @click=${() => tell(this, 'kiosk-back')}>
      ${icon('back')}<span>${this.messages.text('staff.gate.back')}</span>
    </button>`;
  }

  /** The focus stays with the ticket whose buttons change. */
  async #ask(ticket: string | undefined): Promise<void> {
    const which = ticket ?? this.asked;
    this.asked = ticket;
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(
      `[data-ticket='${CSS.escape(which ?? '')}'] ${ticket === undefined ? 'h3' : '.confirm button'}`,
    );
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }

  #outcome({ fault, triesLeft, waitSeconds }: Extract<StaffState, { kind: 'entering' }>): string {
    if (waitSeconds > 0) {
      const { unit, count } = waitTold(waitSeconds);
      return unit === 'minutes'
        ? this.messages.format('staff.wait.minutes', { minutes: count })
        : this.messages.format('staff.wait.seconds', { seconds: count });
    }
    if (fault === 'wrong') return this.messages.format('staff.wrong', { tries: triesLeft });
    return fault === undefined ? '' : this.messages.text('staff.late');
  }

  /** Always there, so that what comes into it is said. */
  #notice(text: string): TemplateResult {
    return html`<p class="said" role="status">${text}</p>`;
  }

  #button(name: IconName, label: PlainMessageKey, command: StaffCommand): TemplateResult {
    return html`<button class="button secondary" @click=${() => tell(this, 'kiosk-staff', command)}>
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-staff': KioskStaff;
  }
}
