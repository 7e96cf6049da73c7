/** The project's own lint rules, as the plugin `alongside`. */
import type { ESLint } from 'eslint';
import { explainedDisableRule } from './explained-disable.ts';
import { layersRule } from './layers.ts';

export const alongside: ESLint.Plugin = {
  meta: { name: 'alongside' },
  rules: { layers: layersRule, 'explained-disable': explainedDisableRule },
};
