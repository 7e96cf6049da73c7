/** The keys without a character that the standard “UI Events KeyboardEvent key Values” names and a kiosk’s keyboard, keypad or telephone-like remote may have. */
const words = `
  Unidentified
  Alt AltGraph CapsLock Control Fn FnLock Meta NumLock ScrollLock Shift
  Enter Tab
  ArrowDown ArrowLeft ArrowRight ArrowUp End Home PageDown PageUp
  Backspace Clear Copy Cut Delete Insert Paste
  Accept Cancel ContextMenu Escape Execute Find Help Pause Props Select ZoomIn ZoomOut
  Eject LogOff Power PowerOff PrintScreen Hibernate Standby WakeUp
  Compose Dead Process
  F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12
  F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24
  Close MailForward MailReply MailSend
  MediaFastForward MediaPause MediaPlay MediaPlayPause MediaRecord MediaRewind MediaStop
  MediaTrackNext MediaTrackPrevious New Open Print Save SpellCheck
  AudioVolumeDown AudioVolumeUp AudioVolumeMute
  LaunchApplication1 LaunchApplication2 LaunchCalendar LaunchContacts LaunchMail LaunchMediaPlayer
  LaunchMusicPlayer LaunchPhone LaunchScreenSaver LaunchSpreadsheet LaunchWebBrowser LaunchWebCam LaunchWordProcessor
  BrowserBack BrowserFavorites BrowserForward BrowserHome BrowserRefresh BrowserSearch BrowserStop
  AppSwitch Call Camera GoBack GoHome HeadsetHook Notification VoiceDial SpeechInputToggle`;

export const namedKeys: readonly string[] = words.trim().split(/\s+/);
