/** How a browser is started as a kiosk: everything it would do by itself is switched off. */

/** What the window is to be. Sizes are in CSS pixels. */
export interface BrowserWindowChoice {
  readonly url: string;
  readonly profileDir: string;
  readonly windowed: boolean;
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** Whether the browser would refuse its own sandbox, as it does for root. */
  readonly isRoot: boolean;
}

const refusedFeatures = [
  // A sideways swipe goes back in history (L4); the old --overscroll-history-navigation=0 has no effect any more.
  'OverscrollHistoryNavigation',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'GlobalMediaControls',
  // Keypads with the keys of a music player are for the page (I4), not for whatever plays sound.
  'HardwareMediaKeyHandling',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'OptimizationHints',
  'Translate',
  // Edge's own.
  'msEdgeSidebarV2',
  'msHubApps',
];

/** Fixed switches, by what they close. */
export const lockedSwitches = [
  // A fresh visitor, no welcome, no questions.
  '--no-first-run',
  '--no-default-browser-check',
  '--incognito',
  '--inprivate',
  '--noerrdialogs',
  '--hide-crash-restore-bubble',
  '--disable-infobars',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-notifications',
  '--deny-permission-prompts',
  '--password-store=basic',
  '--use-mock-keychain',
  // No network of the browser's own (L3): only the loopback address can be reached, and no name resolved.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--metrics-recording-only',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // The page says every second that it is well: its clock must not be slowed while nobody sees it. Whether it hangs
  // is not for a visitor to answer.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-hang-monitor',
  // Gestures (L4).
  '--disable-pinch',
  // A call from page to page names the machine's addresses and goes round every list of requests (L3).
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // R8: no sound before the first touch or key of a visit.
  '--autoplay-policy=document-user-activation-required',
  `--disable-features=${refusedFeatures.join(',')}`,
];

/** The browser's whole command line. */
export const browserArguments = ({
  url,
  profileDir,
  windowed,
  size,
  isRoot,
}: BrowserWindowChoice): readonly string[] => [
  ...lockedSwitches,
  `--user-data-dir=${profileDir}`,
  ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ...(size === undefined
    ? []
    : [`--window-size=${String(size.width)},${String(size.height)}`, '--window-position=0,0']),
  // `--app` is a bare window without tabs or an address line.
  ...(windowed ? [`--app=${url}`] : ['--kiosk', url]),
];

/** The command line of a browser that nobody sees, which makes a PDF. No address is on it. */
export const printArguments = ({
  profileDir,
  isRoot,
}: Pick<BrowserWindowChoice, 'profileDir' | 'isRoot'>): readonly string[] => [
  ...lockedSwitches,
  `--user-data-dir=${profileDir}`,
  ...(isRoot ? ['--no-sandbox'] : []),
  '--headless',
  // Nothing is drawn on a screen: a process for it would be memory alone.
  '--disable-gpu',
  '--mute-audio',
  'about:blank',
];
