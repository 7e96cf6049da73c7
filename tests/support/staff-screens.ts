/** The staff’s screen in its moments (V1). The host’s answers are given on the way: no PIN of the tests’ kiosk is chosen. */
import type { Page } from 'playwright/test';
import type { HostOperation, HostOperations } from '../../renderer/host/contract.ts';
import type { Kiosk } from './kiosk.ts';
import type { Screen } from './screens.ts';

/** Lets the host seem to answer an operation so. */
export const answers = async <Name extends HostOperation>(
  page: Page,
  name: Name,
  value: HostOperations[Name]['value'],
): Promise<void> => {
  await page.route(`**/host/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
};

/** Enters digits at the pad, and presses Done. */
export const entersPin = async (kiosk: Kiosk, pin: string): Promise<void> => {
  const pad = kiosk.page.locator('kiosk-pin-pad');
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
  await pad.getByRole('button', { name: kiosk.words.text('keyboard.done') }).click();
};

/** Opens the staff’s screen where no visit is under way, as a technician who has just started the kiosk may. */
const opensStaff = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.page.goto('about:blank');
  await kiosk.opens('#/staff');
};

export const staffScreens: readonly Screen[] = [
  { name: 'about this screen', reach: (kiosk) => kiosk.opens('#/about') },
  {
    name: 'the gate of the staff’s screen',
    reach: async (kiosk) => {
      await kiosk.opens('#/about');
      await kiosk.presses(kiosk.page.getByRole('link', { name: kiosk.words.text('about.staff'), exact: true }));
      await kiosk.button(kiosk.words.text('staff.gate.go')).waitFor();
    },
  },
  {
    name: 'a PIN to choose, the first one refused',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'none', waitSeconds: 0, triesLeft: 5 });
      await answers(kiosk.page, 'choosePin', { chosen: false, weakness: 'repeated' });
      await opensStaff(kiosk);
      await entersPin(kiosk, '12');
      await entersPin(kiosk, '12');
      await kiosk.page.getByText(kiosk.words.text('staff.fault.repeated')).waitFor();
    },
  },
  {
    name: 'a PIN to enter after a wait',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'set', waitSeconds: 840, triesLeft: 1 });
      await opensStaff(kiosk);
      await kiosk.page.getByText(kiosk.words.format('staff.wait.minutes', { minutes: 14 })).waitFor();
    },
  },
  {
    name: 'the staff’s screen',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'set', waitSeconds: 0, triesLeft: 5 });
      await answers(kiosk.page, 'enterPin', {
        entered: true,
        token: 'a token of the tests',
        kiosk: { productVersion: '1.2.3', calibration: { pixelsPerInch: 102.5, viewingDistanceMm: 600 } },
      });
      await opensStaff(kiosk);
      await entersPin(kiosk, '1');
      await kiosk.button(kiosk.words.text('staff.finish')).waitFor();
    },
  },
];
