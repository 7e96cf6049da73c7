/**
 * A bundle as a web server publishes it (B2): one small file that changes, and files named by their SHA-256 that never
 * do, so that any server, object store or CDN can keep them for ever and a kiosk asks only for those it lacks.
 */
import { z } from 'zod';
import { bundleFileSchema } from './manifest.ts';

/** The one file that changes, at the root of the tree. */
export const CURRENT_FILE = 'current.json';

/** Names the newest manifest and its signature. Nobody vouches for it: the signature does, for the manifest. */
export const currentSchema = z.strictObject({ manifest: bundleFileSchema, signature: bundleFileSchema });

/** The path of a file in the tree, below its root. */
export const publishedPath = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;

export type Current = z.infer<typeof currentSchema>;
