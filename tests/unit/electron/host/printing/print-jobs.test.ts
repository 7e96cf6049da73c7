import { expect, test } from 'vitest';
import { createPrintJobs, PrintDocumentError } from '../../../../../electron/host/printing/print-jobs.ts';
import type { PrintJob } from '../../../../../renderer/host/printing.ts';

const job: PrintJob = {
  summary: { language: 'en-GB', step: 1, items: [{ kind: 'own-question', text: 'zqxvbluefinch' }] },
  ticket: { word: 'robin', number: 12 },
  paper: 'A4',
  hospitalName: 'St Example',
  deskDirections: 'The desk is by the doors.',
  printedOn: '2026-11-23',
};

test('X5 · a job is handed over once, to whoever has its key, and never again', () => {
  const jobs = createPrintJobs();
  const { key } = jobs.put(job);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(jobs.take('0'.repeat(64))).toBeUndefined();
  expect(jobs.take(key)).toBe(job);
  expect(jobs.take(key)).toBeUndefined();
});

test('X5 · a job that was given up can no longer be taken', async () => {
  const jobs = createPrintJobs();
  const { key, drop, laidOut } = jobs.put(job);
  drop();
  expect(jobs.take(key)).toBeUndefined();
  await expect(laidOut).rejects.toThrow(PrintDocumentError);
});

test('P2 · a document is laid out when it says so, with its own key, and not before it has its job', async () => {
  const jobs = createPrintJobs();
  const { key, laidOut } = jobs.put(job);
  expect(jobs.tell(key, true)).toBe(false);
  jobs.take(key);
  expect(jobs.tell('0'.repeat(64), true)).toBe(false);
  expect(jobs.tell(key, true)).toBe(true);
  await expect(laidOut).resolves.toBeUndefined();
});

test('P2 · a document that cannot be laid out is a fault that says nothing of its job', async () => {
  const jobs = createPrintJobs();
  const { key, laidOut } = jobs.put(job);
  jobs.take(key);
  jobs.tell(key, false);
  await expect(laidOut).rejects.not.toThrow(/zqxv/);
  await expect(laidOut).rejects.toThrow('could not be laid out');
});
