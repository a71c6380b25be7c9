import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { error, type Diagnostic } from '../../../src/base/diagnostic.ts';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { Asked } from '../../../src/views/asked.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Answer = Result<string, readonly Diagnostic[]>;

function stage() {
  let updates = 0;
  const asked = new Asked<string>({
    addController: () => undefined,
    requestUpdate: () => updates++,
  } as unknown as ReactiveControllerHost);
  const open: { readonly stop: AbortSignal; readonly answer: (answer: Answer) => void }[] = [];
  const question = (stop: AbortSignal): Promise<Answer> =>
    new Promise((answer) => open.push({ stop, answer }));
  return { asked, open, question, updates: () => updates };
}

it('tells after two seconds that an answer takes long, can give it up, and asks the same again', async () => {
  const { asked, open, question, updates } = stage();
  asked.ask(['a'], question);
  await vi.advanceTimersByTimeAsync(1990);
  expect([asked.waiting, asked.slow, updates()]).toEqual([true, false, 0]);
  await vi.advanceTimersByTimeAsync(20);
  expect([asked.slow, updates()]).toEqual([true, 1]);
  asked.stop();
  expect(open[0]!.stop.aborted).toBe(true);
  open[0]!.answer(fail([error('worker-silent', { seconds: 2 })]));
  await vi.advanceTimersByTimeAsync(0);
  expect([asked.waiting, asked.slow, asked.problems?.[0]?.code]).toEqual([false, false, 'worker-silent']);
  asked.ask(['a'], question);
  expect(open).toHaveLength(1);
  asked.again();
  expect([open.length, asked.waiting, open[1]!.stop.aborted]).toEqual([2, true, false]);
  open[1]!.answer(ok('yes'));
  await vi.advanceTimersByTimeAsync(5000);
  expect([asked.value, asked.problems, asked.slow]).toEqual(['yes', undefined, false]);
});

it('keeps the last good answer, and takes none to an older question', async () => {
  const { asked, open, question } = stage();
  asked.ask(['a'], question);
  open[0]!.answer(ok('first'));
  await vi.advanceTimersByTimeAsync(0);
  asked.ask(['b'], question);
  asked.ask(['c'], question);
  open[1]!.answer(ok('late'));
  await vi.advanceTimersByTimeAsync(0);
  expect([asked.value, asked.waiting]).toEqual(['first', true]);
});
