/** Locks this page as it is loaded. The first import of `main.ts`, so that it listens before all others. */
import { lockPage } from './lock-page.ts';

// Only the editors' preview shows the kiosk in a frame (the headers let nobody else): there the keys are an editor's.
if (window.top === window) lockPage(window);
