import { describe, expect, it } from 'vitest';
import { readWork, workIn, writeWork, type Work } from '../../../src/app/work-file.ts';
import type { Document } from '../../../src/app/state.ts';
import { emptyDocument } from '../../../src/app/strategies.ts';
import { smallModel } from '../../tools/models.ts';

const model = smallModel();
const document = (lever: number, name?: string): Document => ({
  ...emptyDocument('small', 'first'),
  own: [{ id: 'own', name, policy: { lever_pull: lever } }],
  selected: 'own',
});
const [first, second, third] = [document(0.1), document(0.2, 'Förslag'), document(0.3)] as const;
const work: Work = {
  document: second,
  past: [first, third],
  future: [third],
  bookmarks: [{ name: 'Till nämnden', document: first }],
  file: { name: 'a.mdl', text: 'a = 1 ~~|', beside: [{ name: 'b.csv', bytes: Uint8Array.of(0, 200, 255) }] },
  view: new Map([['view', 'money']]),
};
const name = { sv: 'Liten, Första', en: 'Small, First' };
const saved = Date.UTC(2026, 10, 21, 12);
const text = writeWork(work, name, saved);
const read = (given: string) => {
  const written = readWork(given, 'work.json');
  if (!written.ok) throw new Error(written.error[0]!.code);
  return written.value;
};
const code = (given: string): string => {
  const written = readWork(given, 'work.json');
  return written.ok ? 'ok' : written.error[0]!.code;
};
/** The text with something else at a key. */
const with_ = (key: string, value: unknown): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), [key]: value });

describe('a work', () => {
  it('comes back from its text with history, bookmarks, file and how it was looked at', () => {
    const written = read(text);
    expect({ name: written.name, saved: written.saved }).toEqual({ name, saved });
    expect([...written.view]).toEqual([['view', 'money']]);
    expect(written.file).toEqual(work.file);
    const { problems, ...content } = workIn(written, model);
    expect(problems).toEqual([]);
    const { file: _file, view: _view, ...expected } = work;
    expect(content).toEqual(expected);
  });

  it('keeps that two steps are the same state', () => {
    const { past, future } = workIn(read(text), model);
    expect(past[1]).toBe(future[0]);
  });

  it('reads well, without its history, when it is handed over', () => {
    const handed = writeWork({ ...work, past: [], future: [], file: undefined }, name, saved, 2);
    expect(handed).toContain('"name-own": "Förslag"');
    expect(handed).toContain('"own": "pull:0.2"');
    expect(handed).not.toContain('"past"');
  });
});

describe('a file that was handed over', () => {
  const handed = writeWork({ ...work, past: [], future: [], file: undefined }, name, saved, 2);
  const told = (given: string) => workIn(read(given), model).problems.map((problem) => problem.code);

  it('tells that something in it has been changed, and of one that is edited without its seal nothing', () => {
    expect(told(handed)).toEqual([]);
    expect(told(JSON.stringify(JSON.parse(handed)))).toEqual([]);
    expect(told(handed.replace('pull:0.2', 'pull:0.3'))).toEqual(['work-changed']);
    expect(told(handed.replace('Till nämnden', 'Till nämden'))).toEqual(['work-changed']);
    expect(told(handed.replace('pull:0.2', 'pull:9'))).toEqual(['link-damaged']);
    expect(told(handed.replace('pull:0.2', 'pull:0.3').replace(/,\s*"seal": "\w+"/, ''))).toEqual([]);
  });
});

describe('a text that is no work', () => {
  it.each([
    ['nothing', '', 'work-damaged'],
    ['no JSON', '{', 'work-damaged'],
    ['another JSON', '[1, 2]', 'work-damaged'],
    ['null', 'null', 'work-damaged'],
    ['nested deeply', '['.repeat(200_000), 'work-damaged'],
    ['a cut one', text.slice(0, -20), 'work-damaged'],
    ['a newer one', with_('uppstroms', 2), 'work-newer'],
    ['one with a list as document', with_('document', []), 'work-damaged'],
    ['one with numbers in its document', with_('document', { model: 3 }), 'work-damaged'],
    ['one with a huge part', with_('document', { model: 'a'.repeat(9000) }), 'work-damaged'],
    ['one with a damaged file', with_('file', { name: 'a', text: 1 }), 'work-damaged'],
    [
      'one with damaged bytes',
      with_('file', { name: 'a', text: '', beside: [{ name: 'b', base64: '!' }] }),
      'work-damaged',
    ],
    ['a huge one', ' '.repeat(30_000_001), 'file-too-large'],
  ])('%s is told of', (_, given, expected) => {
    expect(code(given)).toBe(expected);
  });

  it('keeps what can be kept of the rest, within bounds', () => {
    const odd = read(
      with_('bookmarks', [
        1,
        { name: '', document: {} },
        { name: 'x'.repeat(99), document: { show: 'all' } },
      ]),
    );
    expect(odd.bookmarks.map((b) => b.name)).toEqual(['x'.repeat(60)]);
    expect(read(with_('past', 'no list')).past).toEqual([]);
    expect(
      read(
        with_(
          'past',
          Array.from({ length: 2000 }, () => ({})),
        ),
      ).past,
    ).toHaveLength(1000);
    expect(read(with_('saved', 'yesterday')).saved).toBe(0);
    expect(read(with_('name', 3)).name).toEqual({ sv: '', en: '' });
    expect(read(with_('view', 3)).view.size).toBe(0);
  });
});

it('tells once how much of a history does not fit the model, and each thing that does not in what is shown', () => {
  const odd = read(
    JSON.stringify({
      uppstroms: 1,
      document: { own: 'pull:9', show: 'own' },
      past: [{ own: 'nobody:1' }, { own: 'nobody:1', show: 'nobody' }],
    }),
  );
  const { document: shown, past, problems } = workIn(odd, model);
  expect(shown.own[0]!.policy).toEqual({});
  expect(past).toHaveLength(2);
  expect(problems.map((p) => [p.code, p.args])).toEqual([
    ['link-damaged', { parts: ['pull:9'] }],
    ['work-partly', { count: 3 }],
  ]);
});
