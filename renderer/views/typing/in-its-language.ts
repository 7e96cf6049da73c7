/** Words of the library amid the interface's own: they may be of a page that nobody has translated (WCAG 3.1.2). */
import { type TemplateResult, html } from 'lit';
import type { FoundWord } from '../../search/search.ts';

/** A word, marked as the language it is of where that is another than the screen's. */
export const inItsLanguage = ({ word, other }: FoundWord): string | TemplateResult =>
  other === undefined ? word : html`<bdi lang=${other.language} dir=${other.direction}>${word}</bdi>`;
