/** The bundle a preview's kiosk reads: documents of the edition, narration and sound as soon as they are spoken. */
import { narrationSchema } from '../../content/format/index.ts';
import type { Bundle } from '../../electron/host/bundle/open-bundle.ts';
import { serialise } from '../content-compiler/bundle-files.ts';
import { clipPath, type ClipJob } from '../content-compiler/narrate/clip.ts';
import { jobsOf, narrate, type NarrationPlan } from '../content-compiler/narrate/plan.ts';
import type { Edition } from './edition.ts';
import { proofOf, type Proof } from './proof.ts';
import type { Voice } from './voice.ts';

/** What the preview serves of one edition. */
export interface LiveBundle extends Pick<Bundle, 'read'> {
  /** Every sentence that the edition says, and so must be spoken. */
  readonly jobs: () => Iterable<ClipJob>;
  readonly proof: () => Proof;
}

/** A live bundle over an edition. Its files need no check: they never lay on a disk. */
export function liveBundle(edition: Edition, voice: Voice): LiveBundle {
  let proof: Proof | undefined;
  let byPath: ReadonlyMap<string, ClipJob> | undefined;
  const proofNow = (): Proof => (proof ??= proofOf(edition));
  const planned = (): ReadonlyMap<string, ClipJob> => jobsOf([...edition.plans().values()]);
  const clipJobs = (): ReadonlyMap<string, ClipJob> =>
    (byPath ??= new Map(
      [...planned().values(), ...proofNow().jobs.values()].map((job) => [clipPath(job.key), job] as const),
    ));

  const narration = async (plan: NarrationPlan): Promise<Uint8Array> => {
    const clips = await voice.facts([...jobsOf([plan]).values()]);
    return serialise(narrationSchema.parse(narrate(plan, clips)));
  };

  return {
    jobs: () => planned().values(),
    proof: proofNow,
    read: async (path) => {
      const document = edition.document(path);
      if (document !== undefined) return Buffer.from(document);
      const plan = edition.plans().get(path);
      if (plan !== undefined) return Buffer.from(await narration(plan));
      const job = path.startsWith('audio/') ? clipJobs().get(path) : undefined;
      return job && Buffer.from(await voice.sound(job));
    },
  };
}
