/** The technician's page (D2): a bank card and a distance tell how large everything is, in millimetres and degrees. */
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { type IconName, icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import {
  type Calibration,
  LEAST_DEGREES,
  cardWidthOf,
  distanceOf,
  farthestFor,
  pixelsPerInchOf,
  pixelsPerInchRange,
  pixelsPerMmOf,
  viewingDistanceRange,
  visualAngle,
  within,
} from '../../visit/calibration.ts';
import { textSizeOf, textSizes } from '../../visit/preferences.ts';
import { View, viewStyles } from '../view.ts';
import { calibrateStyles } from './calibrate.styles.ts';

/** What became of figures that were to be kept. */
export type CalibrationOutcome = 'saved' | 'notSaved';

/** How much a press changes the width of the card, in CSS pixels. */
const COARSE_PX = 8;
const FINE_PX = 0.5;

/** How much a press changes the distance. */
const DISTANCE_STEP_MM = 50;

/** Sides of the squares to hold a ruler against: what is pressed most, and the least that anything is (`--target`). */
const TARGETS_MM = { main: 20, least: 12.8 } as const;

/** Keys that do what the buttons do. */
const keys: Readonly<Record<string, number>> = { '+': COARSE_PX, '-': -COARSE_PX, '.': FINE_PX, ',': -FINE_PX };

const LARGEST = textSizeOf(4);

/** @fires kiosk-calibrate - What was measured is to be kept. */
@customElement('kiosk-calibrate')
export class KioskCalibrate extends View {
  static override readonly styles = [viewStyles, calibrateStyles];

  /** The screen as it is set up so far. */
  @property({ attribute: false }) calibration: Calibration = { pixelsPerInch: 96, viewingDistanceMm: 600 };
  /** What became of the last figures that were to be kept, if any were. */
  @property() outcome: CalibrationOutcome | undefined;

  @state() private cardPx = 0;
  /** The distance as it was typed, which may be no number at all. */
  @state() private typed = '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('calibration')) {
      this.cardPx = cardWidthOf(this.calibration.pixelsPerInch);
      this.typed = String(this.calibration.viewingDistanceMm);
    }
    this.style.setProperty('--card', `${String(this.cardPx)}px`);
  }

  protected override render(): TemplateResult {
    return html`<div class="column">
      <h1 tabindex="-1" data-passage=${passageKey('messages', 'calibrate.title')}>${this.said('calibrate.title')}</h1>
      ${this.words('calibrate.lead', 'lead')}
      <div class="steps">
        <section aria-labelledby="card">${this.#heading('card', 'calibrate.card.title')} ${this.#card()}</section>
        <section aria-labelledby="distance">
          ${this.#heading('distance', 'calibrate.distance.title')} ${this.#distanceStep()}
        </section>
        <section aria-labelledby="seen">${this.#heading('seen', 'calibrate.seen.title')} ${this.#seen()}</section>
      </div>
    </div>`;
  }

  get #pixelsPerInch(): number {
    return pixelsPerInchOf(this.cardPx);
  }

  get #distance(): number | undefined {
    return distanceOf(this.typed);
  }

  #card(): TemplateResult {
    const perInch = this.#pixelsPerInch;
    return html`${this.words('calibrate.card.how')}
      <div class="card" role="img" aria-label=${this.messages.text('calibrate.card.drawing')}></div>
      <div class="buttons">
        ${this.#button('minus', 'calibrate.smaller', () => this.#resize(-COARSE_PX))}
        ${this.#button('plus', 'calibrate.larger', () => this.#resize(COARSE_PX))}
        ${this.#button('minus', 'calibrate.aLittleSmaller', () => this.#resize(-FINE_PX))}
        ${this.#button('plus', 'calibrate.aLittleLarger', () => this.#resize(FINE_PX))}
      </div>
      <p role="status">
        ${this.messages.format('calibrate.density', {
          perMm: this.#number(pixelsPerMmOf(perInch), 2),
          perInch: this.#number(perInch, 1),
        })}
      </p>`;
  }

  #distanceStep(): TemplateResult {
    const isWrong = this.#distance === undefined;
    const { least, most } = viewingDistanceRange;
    return html`${this.words('calibrate.distance.how')}
      <label for="mm">${this.messages.text('calibrate.distance.label')}</label>
      <div class="distance">
        ${this.#button('minus', 'calibrate.nearer', () => this.#move(-DISTANCE_STEP_MM))}
        <input
          id="mm"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          dir="ltr"
          maxlength="6"
          aria-invalid=${isWrong}
          aria-describedby="mm-wrong"
          .value=${this.typed}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) this.typed = target.value;
          }}
        />
        ${this.#button('plus', 'calibrate.farther', () => this.#move(DISTANCE_STEP_MM))}
      </div>
      <p id="mm-wrong" class="wrong" role="status">
        ${isWrong ? this.messages.format('calibrate.distance.wrong', { least: this.#number(least), most: this.#number(most) }) : ''}
      </p>`;
  }

  #seen(): TemplateResult | typeof nothing {
    const distance = this.#distance;
    if (distance === undefined) return nothing;
    const { main, least } = TARGETS_MM;
    return html`<ul class="sizes" role="list">
        ${textSizes.map(
          ({ step, capHeightMm, label }) =>
            html`<li>
              <span class="sample size-${step}" aria-hidden="true">${this.messages.text('size.sample')}</span>
              <span>
                ${this.messages.format('calibrate.size', {
                  size: this.messages.text(label),
                  height: this.#number(capHeightMm, 1),
                  angle: this.#number(visualAngle(capHeightMm, distance), 2),
                })}
              </span>
            </li>`,
        )}
      </ul>
      <p class="warning" role="status">${this.#warning(distance)}</p>
      <div class="targets" aria-hidden="true"><span class="main"></span><span class="least"></span></div>
      <p>${this.messages.format('calibrate.targets', { main: this.#number(main), least: this.#number(least, 1) })}</p>
      <div class="keep">
        <button class="button primary" @click=${() => this.#keep(distance)}>
          ${icon('check')}<span>${this.messages.text('calibrate.keep')}</span>
        </button>
        <p role="status">${this.#outcome(distance)}</p>
      </div>`;
  }

  #warning(distance: number): TemplateResult | typeof nothing {
    if (visualAngle(LARGEST.capHeightMm, distance) >= LEAST_DEGREES) return nothing;
    return html`${icon('alert')}<span
        >${this.messages.format('calibrate.tooSmall', {
          least: this.#number(LEAST_DEGREES, 1),
          nearest: this.#number(farthestFor(LARGEST.capHeightMm, LEAST_DEGREES)),
        })}</span
      >`;
  }

  /** Says what became of the figures, for as long as they are those that were to be kept. */
  #outcome(distance: number): string {
    if (this.outcome === 'saved') {
      const { pixelsPerInch, viewingDistanceMm } = this.calibration;
      const isSame = pixelsPerInch === this.#pixelsPerInch && viewingDistanceMm === distance;
      return isSame ? this.messages.text('calibrate.saved') : '';
    }
    if (this.outcome === undefined) return '';
    return this.messages.format('calibrate.notSaved', {
      perInch: this.#number(this.#pixelsPerInch, 2),
      distance: this.#number(distance),
    });
  }

  #keep(viewingDistanceMm: number): void {
    tell(this, 'kiosk-calibrate', { pixelsPerInch: this.#pixelsPerInch, viewingDistanceMm });
  }

  /** Within what a screen can be, and no wider than what there is room for. */
  #resize(change: number): void {
    const { least, most } = pixelsPerInchRange;
    const room = this.renderRoot.querySelector('.steps section')?.clientWidth ?? Infinity;
    const widest = Math.min(cardWidthOf(most), Math.max(room, this.cardPx));
    this.cardPx = within({ least: cardWidthOf(least), most: widest }, this.cardPx + change);
  }

  #move(change: number): void {
    const distance = this.#distance ?? this.calibration.viewingDistanceMm;
    this.typed = String(within(viewingDistanceRange, distance + change));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const change = keys[event.key];
    const isTyping = event.composedPath().some((target) => target instanceof HTMLInputElement);
    if (change === undefined || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#resize(change);
  };

  #heading(id: string, key: PlainMessageKey): TemplateResult {
    return html`<h2 id=${id} data-passage=${passageKey('messages', key)}>${this.said(key)}</h2>`;
  }

  #button(name: IconName, label: PlainMessageKey, press: () => void): TemplateResult {
    return html`<button class="button secondary" @click=${press}>
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }

  #number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.messages.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: false,
    }).format(value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-calibrate': KioskCalibrate;
  }
}
