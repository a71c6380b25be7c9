import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { modelToJson } from '../../src/format/model-json.ts';
import { readModel } from '../../src/format/read.ts';
import type { Model } from '../../src/model/model.ts';
import { describe } from '../../src/text/diagnostics.ts';

/**
 * Reads the models that come with the program when they are built, by the one reader there is, so that no visitor waits
 * for it: `model.yaml?model` is the model as JSON, `model.yaml?head` what a list of models shows.
 */
export function shippedModels(): Plugin {
  return {
    name: 'shipped-models',
    enforce: 'pre',
    load(id) {
      const [path = '', query] = id.split('?');
      if (!path.endsWith('/model.yaml') || (query !== 'model' && query !== 'head')) return undefined;
      const folder = dirname(path);
      const parts = join(folder, '..', 'parts');
      const partFiles = readdirSync(parts).map((file) => join(parts, file));
      for (const file of [path, ...partFiles]) this.addWatchFile(file);
      const model = readShipped(folder);
      const { name: words, simSpecs } = model;
      const value =
        query === 'model'
          ? modelToJson(model)
          : { name: words, timeUnit: simSpecs.timeUnit, length: simSpecs.stop - simSpecs.start };
      return { code: `export default ${JSON.stringify(value)};`, moduleType: 'js', map: null };
    },
  };
}

/** The model in a folder of `models/`; throws with the lines of what is wrong with it. */
export function readShipped(folder: string): Model {
  const parts = join(folder, '..', 'parts');
  const texts = readdirSync(parts).map(
    (file) => [file.replace('.yaml', ''), readFileSync(join(parts, file), 'utf8')] as const,
  );
  const name = `models/${basename(folder)}/model.yaml`;
  const read = readModel(readFileSync(join(folder, 'model.yaml'), 'utf8'), name, { parts: new Map(texts) });
  if (read.ok) return read.value;
  const lines = read.error.map(
    (problem) => `${name}:${problem.where.line ?? ''} ${describe(problem, 'en').words}`,
  );
  throw new Error(lines.join('\n'));
}
