/** A short soft sound that asks to look up: two low tones that swell and fade (X1, R8). Made here, and of nothing. */

/** Each tone by its pitch and when it begins. A fourth down is a call that nobody takes for an alarm. */
const TONES = [
  { hertz: 523.25, atSeconds: 0 },
  { hertz: 392, atSeconds: 0.32 },
] as const;
const SWELL_SECONDS = 0.05;
const TONE_SECONDS = 0.7;

/** A bare tone is heard as louder than a voice of the same level. */
const SHARE_OF_VOICE = 0.35;

/**
 * Sounds once. A page that nobody has touched may make no sound, and does not try.
 *
 * @param level - how loud the voice is, 0 to 1
 */
export function chime(level: number): void {
  if (!navigator.userActivation.hasBeenActive) return;
  const context = new AudioContext();
  const start = context.currentTime;
  for (const { hertz, atSeconds } of TONES) {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    tone.connect(volume).connect(context.destination);
    volume.gain.setValueAtTime(0, start + atSeconds);
    volume.gain.linearRampToValueAtTime(level * SHARE_OF_VOICE, start + atSeconds + SWELL_SECONDS);
    volume.gain.linearRampToValueAtTime(0, start + atSeconds + TONE_SECONDS);
    tone.start(start + atSeconds);
    tone.stop(start + atSeconds + TONE_SECONDS);
    // The last to end lets go of the sound.
    if (hertz === TONES[1].hertz) tone.addEventListener('ended', () => void context.close(), { once: true });
  }
}
