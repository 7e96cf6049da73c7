/** QR codes: what a phone's camera is pointed at (C5, P2). */
import { encode } from 'uqr';
import type { QrCode } from '../../../content/format/index.ts';

/** The code of an address. */
export function qrOf(content: string): QrCode {
  // M: a fingerprint or a reflection on the glass must not spoil it. The quiet zone is the renderer's.
  const { data } = encode(content, { border: 0, ecc: 'M' });
  return { content, rows: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')) };
}
