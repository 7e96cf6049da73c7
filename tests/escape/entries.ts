/** Every entry of the policy tables, by a name that attempts refer to. */
import { contentRules, plainHeaders, refusedFeatures } from '../../electron/policy/headers.ts';
import { navigationReasons } from '../../electron/policy/navigation.ts';
import { type KnownPermission, permissionTable } from '../../electron/policy/permissions.ts';
import { refusedCalls } from '../../renderer/lockdown/calls.ts';
import { type KeyReason, keyReasons } from '../../renderer/lockdown/keys.ts';
import { refusedGestures } from '../../renderer/lockdown/gestures.ts';

export type PolicyEntry =
  | `key: ${KeyReason}`
  | `gesture: ${string}`
  | `call: ${string}`
  | `content: ${keyof typeof contentRules}`
  | `header: ${keyof typeof plainHeaders}`
  | `feature: ${keyof typeof refusedFeatures}`
  | `permission: ${KnownPermission}`
  | `navigation: ${(typeof navigationReasons)[number]}`;

const named = <Kind extends string, Name extends string>(kind: Kind, names: readonly Name[]) =>
  names.map((name): `${Kind}: ${Name}` => `${kind}: ${name}`);

/** The entries of one table. */
export const entriesOf = <Kind extends string, Name extends string>(
  kind: Kind,
  table: Readonly<Record<Name, unknown>>,
): readonly `${Kind}: ${Name}`[] => named(kind, Object.keys(table) as Name[]);

export const policyEntries: readonly PolicyEntry[] = [
  ...named('key', keyReasons),
  ...named('gesture', [...new Set(refusedGestures.map(({ event }) => event))]),
  ...named(
    'call',
    refusedCalls.map(({ call }) => call),
  ),
  ...entriesOf('content', contentRules),
  ...entriesOf('header', plainHeaders),
  ...entriesOf('feature', refusedFeatures),
  ...entriesOf('permission', permissionTable),
  ...named('navigation', navigationReasons),
];
