import { createClipRenderer, renderWithEspeak } from './narrate/render.ts';
import { clipJob } from './narrate/clip.ts';
import { espeakSettings } from './narrate/espeak.ts';
const s = espeakSettings('en-GB');
for (const n of [20, 40, 80, 160]) {
  const jobs = Array.from({ length: n }, (_, i) =>
    clipJob(`Sometimes neuroblastoma number ${i} does not go away with treatment.`, s),
  );
  let t = performance.now();
  const r = await createClipRenderer();
  for (const j of jobs) await r(j);
  const one = performance.now() - t;
  t = performance.now();
  await renderWithEspeak(jobs.length < 40 ? [...jobs, ...jobs].slice(0, 40) : jobs, () => {});
  const two = performance.now() - t;
  console.log(n, 'one thread ms', one | 0, 'two workers ms', n < 40 ? '(40 jobs) ' + (two | 0) : two | 0);
}
