import { ok } from '../base/result.ts';
import type { Command } from './command.ts';
import { readNamed } from './open.ts';
import { lineOf } from './report.ts';
import { shippedModels } from './shipped.ts';

/** One line a model: its id, its name and its presets. */
export const models: Command = {
  name: 'models',
  takes: [],
  options: [],
  async run({ world, language }) {
    const width = Math.max(...[...shippedModels.keys()].map((id) => id.length));
    const lines: string[] = [];
    for (const id of shippedModels.keys()) {
      const model = await readNamed(id, world);
      if (model.ok) {
        const presets = model.value.presets.map((p) => p.id).join(', ');
        lines.push(`${id.padEnd(width)}  ${model.value.name[language]}${presets && ` (${presets})`}\n`);
      } else for (const d of model.error) world.err(lineOf(d, id, language));
    }
    await world.out(lines);
    return ok(lines.length === shippedModels.size ? 0 : 1);
  },
};
