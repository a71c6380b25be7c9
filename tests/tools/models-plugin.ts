import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { modelToJson } from '../../src/format/model-json.ts';
import { readModel } from '../../src/format/read.ts';
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
      const name = `models/${folder.split('/').at(-1)!}/model.yaml`;
      const read = readModel(readFileSync(path, 'utf8'), name, {
        parts: new Map(
          partFiles.map((file) => [file.split('/').at(-1)!.replace('.yaml', ''), readFileSync(file, 'utf8')]),
        ),
      });
      if (!read.ok) {
        const lines = read.error.map(
          (problem) => `${name}:${problem.where.line ?? ''} ${describe(problem, 'en').words}`,
        );
        return this.error(lines.join('\n'));
      }
      const { name: words, simSpecs } = read.value;
      const value =
        query === 'model'
          ? modelToJson(read.value)
          : { name: words, timeUnit: simSpecs.timeUnit, length: simSpecs.stop - simSpecs.start };
      return { code: `export default ${JSON.stringify(value)};`, moduleType: 'js', map: null };
    },
  };
}
