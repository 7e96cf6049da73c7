/** Keeps what a technician has measured of the screen, and lets the screen go by it at once (D2). */
import type { ReactiveControllerHost } from 'lit';
import type { Calibration, HostApi } from '../host/contract.ts';
import type { CalibrationOutcome } from '../views/calibrate/calibrate.ts';

/** What calibrating needs of the interface around it. */
export interface Calibrated {
  readonly host: () => HostApi | undefined;
  /** What staff who have entered ask with; otherwise the host takes figures only where it was started for them. */
  readonly token: () => string | undefined;
  /** The screen is as it was measured from now on. */
  readonly onSaved: (measured: Calibration) => void;
}

export class Calibrating {
  readonly #element: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #calibrated: Calibrated;
  #outcome: CalibrationOutcome | undefined;

  constructor(element: Pick<ReactiveControllerHost, 'requestUpdate'>, calibrated: Calibrated) {
    this.#element = element;
    this.#calibrated = calibrated;
  }

  /** What became of the last figures, if any were to be kept. */
  get outcome(): CalibrationOutcome | undefined {
    return this.#outcome;
  }

  async save(measured: Calibration): Promise<void> {
    const reply = await this.#calibrated.host()?.saveCalibration({ ...measured, token: this.#calibrated.token() });
    this.#outcome = reply?.ok === true ? 'saved' : 'notSaved';
    if (this.#outcome === 'saved') this.#calibrated.onSaved(measured);
    this.#element.requestUpdate();
  }
}
