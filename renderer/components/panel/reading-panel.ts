/** Reading aloud: play, pause, sentence by sentence, speed and volume (R1, R3). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import type { Messages } from '../../visit/messages.ts';
import { VOLUME_STEPS, nextSpeed, nextVolume } from '../../visit/preferences.ts';
import { type ReadingCommand, tell } from '../events.ts';
import { type IconName, icon } from '../icon.ts';
import { Panel } from './panel.ts';

/**
 * @fires kiosk-reading - A command to the reader.
 * @fires kiosk-prefer - Another speed or volume.
 */
@customElement('kiosk-reading-panel')
export class KioskReadingPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .content {
        display: grid;
        gap: var(--space-1);
      }
      /* Five beside each other, where their words have room for that. */
      .commands {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-least);
      }
      .command {
        flex: 1 0 auto;
        flex-direction: column;
        gap: 0;
        padding-inline: calc(1 * var(--mm));
      }
      .pairs {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr));
        gap: var(--gap-least) var(--space-3);
      }
      /* What is set goes on a second line before a button does. */
      .stepper > :not(button) {
        flex: 1 1 0;
        min-inline-size: min-content;
      }
      .hint {
        color: var(--quiet);
        line-height: var(--line-height-heading);
      }
      :host([layout='wide']) .commands {
        display: grid;
        grid-template-columns: repeat(2, 1fr);
      }
      :host([layout='wide']) .commands > :first-child {
        grid-column: 1 / -1;
      }
      :host([layout='wide']) .command {
        flex-direction: row;
        gap: var(--space-1);
      }
      :host([layout='low']) .hint:not(.trouble) {
        display: none;
      }
    `,
  ];

  /** Whether speech is playing now; otherwise it is paused or not begun. */
  @property({ type: Boolean }) playing = false;
  /** Whether reading aloud is on, playing or paused: only then is there a sentence before, next and again. */
  @property({ type: Boolean }) active = false;
  /** What keeps the reader from reading, if anything does. */
  @property({ attribute: false }) trouble: 'silent' | 'empty' | undefined;

  protected readonly panel = 'reading';

  protected override render(): TemplateResult {
    const { speed, volume } = this.preferences;
    const spokenSpeed = new Intl.NumberFormat(this.messages.language).format(speed);
    return this.frame(
      this.messages.text('reading.title'),
      html`<div class="commands">
          ${
            this.playing
              ? this.#command('pause', 'pause', 'reading.pause', 'primary')
              : this.#command('play', 'play', 'reading.play', 'primary')
          }
          ${this.#command('previous', 'previous', 'reading.previous')} ${this.#command('next', 'next', 'reading.next')}
          ${this.#command('repeat', 'repeat', 'reading.repeat')} ${this.#command('stop', 'stop', 'reading.stop')}
        </div>
        <div class="pairs">
          ${this.#pair(
            ['slower', 'reading.slower', () => this.#setSpeed(-1)],
            this.messages.format('reading.speed', { speed: `${spokenSpeed}×` }),
            ['faster', 'reading.faster', () => this.#setSpeed(1)],
          )}
          ${this.#pair(
            ['quieter', 'reading.quieter', () => this.#setVolume(-1)],
            this.messages.format('reading.volume', { level: volume, total: VOLUME_STEPS }),
            ['louder', 'reading.louder', () => this.#setVolume(1)],
          )}
        </div>
        <p class="hint ${this.trouble === undefined ? '' : 'trouble'}" role="status">${this.#hint()}</p>`,
    );
  }

  #hint(): string {
    if (this.trouble === 'silent') return this.messages.text('reading.silent');
    if (this.trouble === 'empty') return this.messages.text('reading.nothing');
    return this.messages.text('reading.hint');
  }

  #setSpeed(direction: 1 | -1): void {
    tell(this, 'kiosk-prefer', { speed: nextSpeed(this.preferences.speed, direction) });
  }

  #setVolume(direction: 1 | -1): void {
    tell(this, 'kiosk-prefer', { volume: nextVolume(this.preferences.volume, direction) });
  }

  #command(name: IconName, command: ReadingCommand, label: PlainMessageKey, kind = 'secondary'): TemplateResult {
    const able = this.active || command === 'play';
    return html`<button
      class="button command ${kind}"
      aria-disabled=${ifDefined(able ? undefined : 'true')}
      @click=${() => {
        if (able) tell(this, 'kiosk-reading', command);
      }}
    >
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }

  #pair(less: StepButton, value: string, more: StepButton): TemplateResult {
    return html`<div class="stepper">
      ${stepButton(this.messages, less)}<span role="status">${value}</span>${stepButton(this.messages, more)}
    </div>`;
  }
}

type StepButton = readonly [name: IconName, label: PlainMessageKey, act: () => void];

const stepButton = (messages: Messages, [name, label, act]: StepButton): TemplateResult =>
  html`<button class="button secondary" @click=${act}>${icon(name)}<span>${messages.text(label)}</span></button>`;

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-reading-panel': KioskReadingPanel;
  }
}
