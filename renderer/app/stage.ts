/** What the parts of the root element act on. Each is asked for when it is needed: visits and views come and go. */
import type { View } from '../views/view.ts';
import type { Column } from './column.ts';
import type { Session } from './session.ts';

export interface Stage {
  readonly column: Column;
  /** The visit under way; nothing before the kiosk has started. */
  readonly session: () => Session | undefined;
  /** The view that is shown. */
  readonly view: () => View | null;
  /** Resolves once what was changed is drawn. */
  readonly drawn: () => Promise<void>;
}
