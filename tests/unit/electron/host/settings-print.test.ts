import { describe, expect, test } from 'vitest';
import { defaultSettings, parseSettings, tellProblem } from '../../../../electron/host/settings.ts';

const parse = (print: unknown) => parseSettings(JSON.stringify({ print }), 'site.json');

describe('P5, P7 · where a site prints', () => {
  test('a site that says nothing prints nowhere', () => {
    expect(parseSettings('{}', 'site.json').settings.print).toMatchObject({ to: 'nowhere', mode: 'now', paper: 'A4' });
  });

  test.each([
    [{ to: 'folder' }],
    [{ to: 'folder', folder: '/srv/desk', mode: 'hold', paper: 'Letter' }],
    [{ to: 'cups', queue: 'desk', server: 'localhost:631' }],
    [{ to: 'cups', queue: 'Ward_3.left-2', server: '/run/cups/cups.sock' }],
    [{ to: 'windows', device: 'HP LaserJet (Kopie 1)' }],
    [{ keepMinutes: 5, folderHours: 168, perVisit: 10, perHour: 200, waiting: 50 }],
  ])('%j is taken', (print) => {
    const { settings, problems } = parse(print);
    expect(problems).toEqual([]);
    expect(settings.print).toMatchObject(print);
  });

  test.each<[string, unknown]>([
    ['print', 'folder'],
    ['print.to', { to: 'printer' }],
    ['print.folder', { to: 'folder', folder: 'desk' }],
    ['print.folder', { to: 'folder', folder: './desk' }],
    ['print.folder', { to: 'folder', folder: '/srv/\0desk' }],
    ['print.folder', { to: 'folder', folder: `/${'x'.repeat(1000)}` }],
    ['print.queue', { to: 'cups' }],
    ['print.queue', { to: 'cups', queue: '' }],
    ['print.queue', { to: 'cups', queue: '-d' }],
    ['print.queue', { to: 'cups', queue: 'desk printer' }],
    ['print.queue', { to: 'cups', queue: 'desk/../other' }],
    ['print.queue', { to: 'cups', queue: 'x'.repeat(128) }],
    ['print.server', { to: 'cups', queue: 'desk', server: '-E' }],
    ['print.server', { to: 'cups', queue: 'desk', server: 'host:port' }],
    ['print.server', { to: 'cups', queue: 'desk', server: 'http://host' }],
    ['print.device', { to: 'windows' }],
    ['print.device', { to: 'windows', device: '' }],
    ['print.device', { to: 'windows', device: 'desk\nprinter' }],
    ['print.device', { to: 'windows', device: 'x'.repeat(256) }],
    ['print.mode', { mode: 'later' }],
    ['print.paper', { paper: 'A5' }],
    ['print.keepMinutes', { keepMinutes: 4 }],
    ['print.keepMinutes', { keepMinutes: 721 }],
    ['print.keepMinutes', { keepMinutes: 7.5 }],
    ['print.folderHours', { folderHours: 0 }],
    ['print.folderHours', { folderHours: 169 }],
    ['print.perVisit', { perVisit: 0 }],
    ['print.perVisit', { perVisit: 11 }],
    ['print.perHour', { perHour: 201 }],
    ['print.waiting', { waiting: 51 }],
    ['print.waiting', { waiting: '20' }],
    ['print.keepForever', { keepForever: true }],
  ])('%s is refused in %j, by name and with its mend', (path, print) => {
    const { settings, problems } = parse(print);
    expect(settings.print).toEqual(defaultSettings.print);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    for (const problem of problems) expect(tellProblem(problem)).toMatch(/^Settings: .*; .+|take|correct|write|name/);
  });
});
