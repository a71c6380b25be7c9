import { ok } from '../base/result.ts';
import type { Command } from './command.ts';
import { readNamed } from './open.ts';
import { lineOf } from './report.ts';
import { shippedModels } from './shipped.ts';

/** One line a model: its id and its name. */
export const models: Command = {
  name: 'models',
  takes: [],
  options: [],
  async run({ world, language }) {
    const width = Math.max(...[...shippedModels.keys()].map((id) => id.length));
    const lines: string[] = [];
    for (const id of shippedModels.keys()) {
      const model = await readNamed(id, world);
      if (model.ok) lines.push(`${id.padEnd(width)}  ${model.value.name[language]}\n`);
      else for (const d of model.error) world.err(lineOf(d, id, language));
    }
    await world.out(lines);
    return ok(lines.length === shippedModels.size ? 0 : 1);
  },
};
