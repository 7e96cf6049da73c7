/** What is told of recordings that cannot be used, or say something else than the page. */
import { rm, truncate, writeFile, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { PAGE } from '../fixture.ts';
import {
  at,
  build,
  check,
  own,
  put,
  putRecording,
  RECORDING,
  refusal,
  said,
  useRecordedContent,
  wavSaying,
  wordsFileOf,
} from './bench.ts';
import { wavOf } from './wav-file.ts';

useRecordedContent();

describe('E2, R5 · mistakes with recordings', () => {
  const mistakes: readonly (readonly [string, string, () => Uint8Array | string, RegExp])[] = [
    [
      'of a page that is not there',
      'en/recordings/pages/tired-after-treatmnt/in-short.1.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: there is no “pages\/tired-after-treatmnt” .* did you mean recordings\/pages\/tired-after-treatment\//,
    ],
    [
      'of a passage that is not there',
      'en/recordings/pages/tired-after-treatment/in-shrt.1.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: .* no passage “in-shrt.1” · did you mean “in-short.1.wav”/,
    ],
    [
      'in no folder of a page',
      'en/recordings/hello.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: .* · put it into/,
    ],
    [
      'in a folder of no language',
      'fr/recordings/glossary/blood-count.term.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: .*“fr”, which is no language/,
    ],
    ['that is no WAV file', RECORDING, () => 'ID3 sound', /^error recording-unreadable: .*not a WAV file · save it as/],
    [
      'that is longer than a passage',
      RECORDING,
      () => wavOf(new Float32Array(8000 * 181), { sampleRate: 8000 }),
      /^error recording-unreadable: .*longer than 3 minutes · record one passage/,
    ],
  ];

  test.each(mistakes)('one %s stops a build; check tells the same', async (_, path, bytes, told) => {
    await put(path, bytes());
    await put(wordsFileOf(path), said.join(' '));
    const problems = await refusal();
    expect(own(problems).filter((one) => one.startsWith('error'))).toEqual([expect.stringMatching(told)]);
    expect((await check()).problems).toEqual(problems);
    await rm(at('content', path));
    await rm(at('content', wordsFileOf(path)));
    expect((await build()).report.recordings.used).toBe(0);
  });

  test('one that is too large is not read', async () => {
    await put(RECORDING, '');
    await put(wordsFileOf(RECORDING), said.join(' '));
    await truncate(at('content', RECORDING), 111_000_000);
    expect(own(await refusal())).toEqual([expect.stringMatching(/^error file-size: .* · record one passage/)]);
  });

  test('words in no folder of a page are told', async () => {
    await put('en/recordings/in-short.1.txt', 'Hello.');
    const { report } = await build();
    expect(own(report.problems)).toEqual([
      expect.stringMatching(/^warning unknown-file: .* · put the words of a reco/),
    ]);
  });

  test('one in another format is told', async () => {
    await put(RECORDING.replace('.wav', '.mp3'), 'ID3');
    const { report } = await build();
    expect(own(report.problems)).toEqual([expect.stringMatching(/^warning unknown-file: .* · save recordings as WAV/)]);
  });
});

describe('E2, R5 · recordings that may say something else than the page', () => {
  const text = said.join(' ');

  test('one whose words nobody wrote down stops a build; check tells the same, with the words', async () => {
    await put(RECORDING, wavSaying(said));
    const problems = await refusal();
    expect(own(problems)).toEqual([expect.stringMatching(/^error recording-unwritten: /)]);
    expect(problems.find(({ code }) => code === 'recording-unwritten')).toMatchObject({
      place: { file: expect.stringContaining(RECORDING) as string },
      mend: expect.stringMatching(new RegExp(`${wordsFileOf(RECORDING)}; the page says: ${text}$`)) as string,
    });
    expect((await check()).problems).toEqual(problems);
    await put(wordsFileOf(RECORDING), text);
    expect(own((await build()).report.problems)).toEqual([]);
  });

  test('a number that was changed on the page is told, though it sounds almost alike', async () => {
    const page = await readFile(at('content', PAGE), 'utf8');
    await put(PAGE, page.replace(text, 'Ring us after 2 days at home.'));
    await putRecording(RECORDING, ['Ring us after 2 days at home.']);
    expect(own((await build()).report.problems)).toEqual([]);
    await put(PAGE, page.replace(text, 'Ring us after 7 days at home.'));
    const problems = await refusal();
    const [told] = problems.filter(({ code }) => code === 'recording-outdated');
    expect(told).toMatchObject({
      level: 'error',
      place: { file: expect.stringContaining(wordsFileOf(RECORDING)) as string, line: 1, column: 15 },
      what: 'the recording says “2” where the page says “7”',
      mend: expect.stringMatching(/^record it again, .*: Ring us after 7 days at home\.$/) as string,
    });
    expect((await check()).problems).toEqual(problems);
  });

  test('no policy lowers either', async () => {
    await put('policy.yaml', 'levels:\n  recording-outdated: warning\n  recording-unwritten: off\n');
    await put(RECORDING, wavSaying(said));
    const told = (await refusal()).map(({ level, code }) => `${level} ${code}`);
    expect(told.filter((one) => one === 'error policy')).toHaveLength(2);
    expect(told).toContain('error recording-unwritten');
  });

  test('a passage that is no page’s is held to its words too', async () => {
    await put('en/recordings/messages/nav.home.wav', wavSaying(['Hello.']));
    await put('en/recordings/messages/nav.home.txt', 'Hello.');
    expect(own(await refusal())).toContainEqual(expect.stringMatching(/^error recording-outdated: .*“Hello\.”/));
  });

  test('words without a recording stop a build, unless the site says otherwise; nothing is aligned for them', async () => {
    await put(wordsFileOf(RECORDING), text);
    const problems = await refusal();
    expect(own(problems)).toEqual([
      expect.stringMatching(new RegExp(`^error recording-missing: .* · record them into .*${RECORDING}, or remove`)),
    ]);
    expect((await check()).problems).toEqual(problems);
    await put('policy.yaml', 'levels:\n  recording-missing: warning\n');
    const { report } = await build();
    expect(own(report.problems)).toEqual([expect.stringMatching(/^warning recording-missing/)]);
    expect(report.recordings).toEqual({ used: 0, aligned: 0 });
  });

  test('words that are no words of a passage by their size are not read', async () => {
    await putRecording(RECORDING, said);
    await writeFile(at('content', wordsFileOf(RECORDING)), 'word '.repeat(5000));
    expect(own(await refusal())).toEqual([expect.stringMatching(/^error file-size: .* · leave nothing in it but/)]);
  });
});
