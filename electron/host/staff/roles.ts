/** Who may do what at the kiosk with a PIN (V1). */
import type { StaffRole } from '../../../renderer/host/contract.ts';

/**
 * What takes a PIN. `attend`: to be there at all; `desk`: to let tickets go, call them off and print a test sheet;
 * `content`: to see and change which content is in service; `measure`: to set up the screen and the sound; `leave`: to restart or end the kiosk; `pins`: to choose the volunteers' PIN.
 */
export type Deed = 'attend' | 'desk' | 'content' | 'measure' | 'leave' | 'pins';

/** The desk's work is the volunteers' too: who sits there has their PIN. */
const roles: Readonly<Record<Deed, readonly StaffRole[]>> = {
  attend: ['technician', 'volunteer'],
  desk: ['technician', 'volunteer'],
  content: ['technician'],
  measure: ['technician'],
  leave: ['technician'],
  pins: ['technician'],
};

export const mayDo = (role: StaffRole, deed: Deed): boolean => roles[deed].includes(role);
