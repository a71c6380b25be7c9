import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeWorld } from '../../../src/cli/node-world.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'uppstroms-'))));
afterEach(() => rm(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Standard output that takes `chunks` pieces and then fails with a code. */
function failingOutput(chunks: number, code: string): string[] {
  const taken: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      if (taken.length < chunks) {
        taken.push(chunk.toString());
        done();
      } else done(Object.assign(new Error(code), { code }));
    },
  });
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(stream as unknown as typeof process.stdout);
  return taken;
}

test('writes and reads files', async () => {
  const path = join(folder, 'a.csv');
  expect(await nodeWorld.write(path, ['time\n', '0\n'])).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('time\n0\n');
  expect(await nodeWorld.read(path)).toBe('time\n0\n');
});

test('writes a file whole or not at all', async () => {
  const path = join(folder, 'a.csv');
  await nodeWorld.write(path, ['before\n']);
  function* broken() {
    yield 'time\n';
    throw new Error('killed');
  }
  await expect(nodeWorld.write(path, broken())).rejects.toThrow('killed');
  expect(await readFile(path, 'utf8')).toBe('before\n');
  // A link is followed, and stays one.
  const link = join(folder, 'link.csv');
  await symlink(path, link);
  expect(await nodeWorld.write(link, ['after\n'])).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('after\n');
});

test('tells when a file cannot be read or written', async () => {
  expect(await nodeWorld.read(join(folder, 'none'))).toBeUndefined();
  expect(await nodeWorld.read(folder)).toBeUndefined();
  expect(await nodeWorld.write(join(folder, 'none', 'a.csv'), ['x'])).toBe(false);
});

test.each([true, false])('shows how far it is if somebody watches: %s', async (watched) => {
  vi.resetModules();
  vi.spyOn(process, 'stderr', 'get').mockReturnValue({
    isTTY: watched,
    write: (text: string) => said.push(text),
  } as unknown as typeof process.stderr);
  const said: string[] = [];
  const { nodeWorld: world } = await import('../../../src/cli/node-world.ts');
  for (const done of [0, 10, 40]) world.progress?.(done, 40);
  const gone = `\r${' '.repeat(38)}\r`;
  expect(said).toEqual(
    watched ? [`\r${'░'.repeat(30)} 0 / 40`, `\r${'█'.repeat(8)}${'░'.repeat(22)} 10 / 40`, gone] : [],
  );
});

test('is content when the reader has seen enough', async () => {
  const taken = failingOutput(2, 'EPIPE');
  await expect(nodeWorld.out(['a', 'b', 'c', 'd'])).resolves.toBeUndefined();
  expect(taken).toEqual(['a', 'b']);
});

test('does not hide other trouble with standard output, or a bug in what writes', async () => {
  failingOutput(0, 'ENOSPC');
  await expect(nodeWorld.out(['a'])).rejects.toThrow('ENOSPC');
  const buggy = function* (): Iterable<string> {
    yield 'a';
    throw new TypeError('a bug');
  };
  failingOutput(9, '');
  await expect(nodeWorld.out(buggy())).rejects.toThrow('a bug');
  await expect(nodeWorld.write(join(folder, 'b'), buggy())).rejects.toThrow('a bug');
});
