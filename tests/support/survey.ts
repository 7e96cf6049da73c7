/** Surveys everything on the screen: each stretch of text and each target, through all shadow roots. */
import type { Page } from 'playwright/test';
import { probe } from './in-page.ts';
import type * as probes from './probes/survey.ts';

export const survey = (page: Page): Promise<probes.Survey> => probe<typeof probes, 'survey'>(page, 'survey', 'survey');
