import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import { writeModel } from '../format/write.ts';
import type { Command } from './command.ts';
import { readNamed } from './open.ts';
import { lineOf } from './report.ts';
import type { World } from './world.ts';

/** Reads a model of any format and writes it in another; tells what the other does not hold. */
export const convert: Command = {
  name: 'convert',
  takes: ['file', 'into'],
  options: [],
  async run({ world, language, words }) {
    const [from, to] = [must(words[0], 'the file'), must(words[1], 'the file to write')];
    const done = await converted(from, to, world);
    for (const d of done.ok ? done.value : done.error) world.err(lineOf(d, from, language));
    return ok(done.ok ? 0 : 1);
  },
};

async function converted(
  from: string,
  to: string,
  world: World,
): Promise<Result<readonly Diagnostic[], readonly Diagnostic[]>> {
  const model = await readNamed(from, world);
  if (!model.ok) return model;
  const file = writeModel(model.value, to);
  if (!file.ok) return file;
  if (!(await world.write(to, [file.value.text]))) return fail([error('file-not-written', { path: to })]);
  return ok([...(model.value.warnings ?? []), ...file.value.warnings]);
}
