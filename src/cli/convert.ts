import { must } from '../base/assert.ts';
import { error } from '../base/diagnostic.ts';
import { fail, ok } from '../base/result.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Result } from '../base/result.ts';
import { editYaml } from '../format/yaml/edit-yaml.ts';
import { writeModel } from '../format/write.ts';
import type { WrittenFile } from '../format/xmile/write-xmile.ts';
import type { Policy } from '../model/experiment.ts';
import type { Model } from '../model/model.ts';
import type { Command } from './command.ts';
import { readSettings } from './experiment-options.ts';
import { isOwn, readNamed, textNamed } from './open.ts';
import { listOf } from './options.ts';
import { lineOf } from './report.ts';
import type { World } from './world.ts';

/** Reads a model of any format and writes it in another; tells what the other does not hold. */
export const convert: Command = {
  name: 'convert',
  takes: ['file', 'into'],
  options: [{ name: 'set', value: 'NAME=VALUE,…' }],
  async run({ world, language, ...args }) {
    const [from, to] = [must(args.words[0], 'the file'), must(args.words[1], 'the file to write')];
    const set = readSettings('set', listOf(args, 'set') ?? []);
    if (!set.ok) return set;
    const done = await converted(from, to, set.value, world);
    for (const d of done.ok ? done.value : done.error) world.err(lineOf(d, from, language));
    return ok(done.ok ? 0 : 1);
  },
};

async function converted(
  from: string,
  to: string,
  set: Policy,
  world: World,
): Promise<Result<readonly Diagnostic[], readonly Diagnostic[]>> {
  const model = await readNamed(from, world);
  if (!model.ok) return model;
  const own = isOwn(to) ? await textNamed(from, world) : undefined;
  const file = own === undefined ? written(model.value, set, to) : edited(own, from, set);
  if (!file.ok) return file;
  if (!(await world.write(to, [file.value.text]))) return fail([error('file-not-written', { path: to })]);
  return ok([...(model.value.warnings ?? []), ...file.value.warnings]);
}

/** A file of our own that stays one keeps its comments and all that other formats have no place for. */
function edited(text: string, file: string, set: Policy): Result<WrittenFile, readonly Diagnostic[]> {
  const changed = editYaml(text, file, set);
  return changed.ok ? ok({ text: changed.value, warnings: [] }) : changed;
}

function written(model: Model, set: Policy, to: string): Result<WrittenFile, readonly Diagnostic[]> {
  const variables = new Map(model.variables);
  for (const [name, value] of Object.entries(set)) {
    const parameter = variables.get(name);
    if (parameter?.kind !== 'parameter') return fail([error('unknown-reference', { name, role: 'setting' })]);
    variables.set(name, { ...parameter, value });
  }
  return writeModel({ ...model, variables }, to);
}
