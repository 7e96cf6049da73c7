/** A folder of the site's own, as the settings name it. */
import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** A path from the root on, of at most 1000 characters: where a kiosk is started from must not matter. */
export const wholePathSchema = z
  .string()
  .max(1000)
  .refine((path) => isAbsolute(path) && !path.includes('\0'), 'write the whole path, from the root on');
