/**
 * One build of a measured library, in a process of its own as an editor starts it: nothing is warm but the disk.
 * Arguments: the content folder, the bundle, the cache. Prints seconds and megabytes as JSON.
 */
import { buildBundle } from '../../../build/content-compiler/build-bundle.ts';
import { renderSilence } from '../../support/silent-voice.ts';

const [contentDir = '', outDir = '', cacheDir = ''] = process.argv.slice(2);
await buildBundle({ contentDir, outDir, cacheDir, now: new Date(), renderClips: renderSilence });
const seconds = performance.now() / 1000;
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
