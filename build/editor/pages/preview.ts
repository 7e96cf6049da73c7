/** The preview: the kiosk in a frame, a switcher for how it is looked at, and what is wrong with the content. */
import { defaultPreferences, textSizes, themes, type Preferences } from '../../../renderer/visit/preferences.ts';
import type { PreviewState } from './contract.ts';
import { byId, fillSelect } from './elements.ts';
import { FramedKiosk } from './framed-kiosk.ts';
import { drawProblems, isStuck } from './problem-panel.ts';
import { fitFrame, screens, type Screen } from './screens.ts';
import { showLanguage, stateAfter } from './server.ts';

type Look = Pick<Preferences, 'theme' | 'textStep' | 'easyRead'>;

const select = {
  view: byId('view', HTMLSelectElement),
  version: byId('version', HTMLSelectElement),
  language: byId('language', HTMLSelectElement),
  screen: byId('screen', HTMLSelectElement),
  theme: byId('theme', HTMLSelectElement),
  size: byId('size', HTMLSelectElement),
};
const stage = byId('stage', HTMLElement);
const status = byId('status', HTMLElement);
const problems = byId('problems', HTMLElement);

const startLook: Look = { theme: defaultPreferences.theme, textStep: defaultPreferences.textStep, easyRead: false };

let state: PreviewState | undefined;
let shown: FramedKiosk | undefined;
let shownAs = '';
let listed = '';
let look = startLook;
let loading = Promise.resolve();

const screen = (): Screen => screens.find(({ name }) => name === select.screen.value) ?? screens[0];

fillSelect(
  select.screen,
  screens.map(({ name }) => ({ value: name, label: name })),
);
fillSelect(
  select.theme,
  themes.map((theme) => ({ value: theme, label: theme.replaceAll('-', ' ') })),
);
fillSelect(
  select.size,
  textSizes.map(({ step, capHeightMm }) => ({
    value: String(step),
    label: `${String(step)} (${String(capHeightMm)} mm)`,
  })),
);

/** Puts the controls to where the kiosk is and how it looks. */
function follow(): void {
  const route = shown?.route ?? '#/home';
  const view = state?.views.find((one) => one.route === route || one.easyRoute === route);
  select.view.value = view?.route ?? '';
  select.version.disabled = view?.easyRoute === undefined;
  select.version.value = view?.easyRoute === route ? 'easy' : 'full';
  select.theme.value = look.theme;
  select.size.value = String(look.textStep);
  history.replaceState(null, '', route);
}

/** Loads the kiosk behind the one that is shown, and shows it when it is where that one was. */
async function load(route: string): Promise<void> {
  const before = shown;
  const focused = document.activeElement;
  const next = new FramedKiosk();
  stage.append(next.element);
  fitFrame(stage, next.element, screen());
  await next.load(
    {
      route,
      preferences: look,
      choices: before?.choices ?? [],
      place: before?.route === route ? before.place : undefined,
    },
    {
      onShown: follow,
      onPrefer: (change) => {
        look = { ...look, ...change };
        follow();
      },
      onEnd: () => {
        look = startLook;
        follow();
      },
    },
  );
  shown = next;
  next.element.className = 'shown';
  before?.element.remove();
  if (focused instanceof HTMLElement && focused !== document.body && focused.isConnected) focused.focus();
  follow();
}

/** One after the other, so that the last one asked for is the one that stays. */
function show(route?: string): void {
  loading = loading.then(() => load(route ?? shown?.route ?? (location.hash || '#/home')));
}

function tellStatus({ edition, voice, ...rest }: PreviewState): string {
  if (isStuck({ edition, voice, ...rest })) {
    return edition === 0 ? 'Nothing can be shown yet.' : 'The page is as it was before the errors.';
  }
  if (voice.failure !== undefined) return `Nothing new can be read aloud: ${voice.failure}. Save again to try again.`;
  if (voice.waiting > 0)
    return `Being spoken for the first time: ${String(voice.waiting)} sentences. They can be heard as soon as they are.`;
  return 'This is what you saved last.';
}

function take(news: PreviewState): void {
  state = news;
  fillSelect(
    select.view,
    news.views.map(({ route, title }) => ({ value: route, label: title })),
  );
  fillSelect(
    select.language,
    news.languages.map((language) => ({ value: language, label: language })),
  );
  select.language.value = news.language;
  // Redrawn only for another list: somebody may be reading or copying it.
  const list = JSON.stringify([news.problems, news.failure]);
  if (list !== listed) drawProblems(problems, news);
  listed = list;
  status.textContent = tellStatus(news);
  const as = `${String(news.edition)} ${news.language}`;
  if (as !== shownAs) show();
  shownAs = as;
}

async function watch(): Promise<never> {
  for (;;) {
    try {
      take(await stateAfter(state?.version ?? 0));
    } catch {
      status.textContent = 'The tool has stopped. Start it again, and load this page again.';
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

select.view.addEventListener('change', () => {
  const view = state?.views.find(({ route }) => route === select.view.value);
  shown?.go((look.easyRead ? view?.easyRoute : undefined) ?? select.view.value);
});
select.version.addEventListener('change', () => {
  const view = state?.views.find(({ route }) => route === select.view.value);
  const easyRead = select.version.value === 'easy';
  look = { ...look, easyRead };
  shown?.prefer({ easyRead });
  if (view !== undefined) shown?.go((easyRead ? view.easyRoute : undefined) ?? view.route);
});
select.language.addEventListener('change', () => void showLanguage({ language: select.language.value }));
select.screen.addEventListener('change', () => {
  if (shown !== undefined) fitFrame(stage, shown.element, screen());
});
select.theme.addEventListener('change', () => {
  const theme = themes.find((one) => one === select.theme.value) ?? startLook.theme;
  look = { ...look, theme };
  shown?.prefer({ theme });
});
select.size.addEventListener('change', () => {
  const { step: textStep } = textSizes.find(({ step }) => String(step) === select.size.value) ?? textSizes[1];
  look = { ...look, textStep };
  shown?.prefer({ textStep });
});
byId('listen', HTMLButtonElement).addEventListener('click', () => shown?.listen());
window.addEventListener('hashchange', () => shown?.go(location.hash));
new ResizeObserver(() => {
  for (const frame of stage.querySelectorAll('iframe')) fitFrame(stage, frame, screen());
}).observe(stage);

void watch();
