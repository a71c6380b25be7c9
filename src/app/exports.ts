import { error, type Diagnostic } from '../base/diagnostic.ts';
import { fetched } from '../base/fetched.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { EngineClient } from './engine-client.ts';
import type { Model } from '../model/model.ts';
import { workName } from './keeper.ts';
import { loadText } from './library.ts';
import { viewParts } from './link-view.ts';
import type { AppState } from './state.ts';
import type { Store } from './store.ts';
import { experimentOf, selectedStrategy } from './strategies.ts';
import { writeWork } from './work-file.ts';

/** A file to take home. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  /** Media type. */
  readonly type: string;
  /** What the file does not hold of what it was made from. */
  readonly warnings: readonly Diagnostic[];
}

/** What is open, as files. */
export interface Exports {
  /** The work with its bookmarks, and the model itself if it is a person's own; not its history. */
  workAsFile(): TextFile;
  /** Every series of the selected strategy's run, one row per saved time. */
  runAsTable(): Promise<Result<TextFile, readonly Diagnostic[]>>;
  /** The file that the model was read from, or what can be written of one in another format. */
  modelAsYaml(): Promise<Result<TextFile, readonly Diagnostic[]>>;
  modelAsXmile(): Promise<Result<TextFile, readonly Diagnostic[]>>;
}

export function createExports(store: Store<AppState>, engine: Pick<EngineClient, 'run'>): Exports {
  const openModel = () => {
    const { model } = store.get().session;
    return model.status === 'ready' ? model.value : undefined;
  };
  const nothing = fail([error('no-file', {})]);
  const fileName = (ending: string, of = ''): string => {
    const { session, document } = store.get();
    const name = workName(session.model, document.presetId)[session.language];
    return `${['uppstroms', slug(name), slug(of)].filter((part) => part !== '').join('-')}.${ending}`;
  };
  return {
    workAsFile() {
      const { document, bookmarks, session } = store.get();
      const work = {
        document,
        past: [],
        future: [],
        bookmarks,
        file: session.file,
        view: viewParts(session),
      };
      const text = writeWork(work, workName(session.model, document.presetId), Date.now(), 2);
      return { name: fileName('json'), text: `${text}\n`, type: 'application/json', warnings: [] };
    },
    async runAsTable() {
      const { document, session } = store.get();
      const model = openModel();
      if (model === undefined) return nothing;
      const strategy = selectedStrategy(model, document);
      const [run, csv] = await Promise.all([
        engine.run(experimentOf(model, strategy, document), { series: 'all' }),
        fetched(import('../format/csv.ts')),
      ]);
      if (!run.ok) return run;
      if (csv === undefined) return fail([error('not-fetched', { name: 'CSV' })]);
      return ok({
        name: fileName('csv', strategy.name[session.language]),
        text: [...csv.csvOf(run.value)].join(''),
        type: 'text/csv',
        warnings: run.value.diagnostics,
      });
    },
    async modelAsYaml() {
      const { file } = store.get().session;
      const model = openModel();
      if (model === undefined) return nothing;
      if (file !== undefined && !/\.ya?ml$/i.test(file.name))
        return written(model, 'yaml', 'application/yaml');
      const text = file === undefined ? await loadText(model.id) : file.text;
      if (text === undefined) return fail([error('not-fetched', { name: 'YAML' })]);
      return ok({ name: file?.name ?? `${model.id}.yaml`, text, type: 'application/yaml', warnings: [] });
    },
    modelAsXmile: async () => {
      const model = openModel();
      return model === undefined ? nothing : written(model, 'xmile', 'application/xml');
    },
  };
}

async function written(
  model: Model,
  ending: 'xmile' | 'yaml',
  type: string,
): Promise<Result<TextFile, readonly Diagnostic[]>> {
  const format = await fetched(import('../format/write.ts'));
  if (format === undefined) return fail([error('not-fetched', { name: ending.toUpperCase() })]);
  const name = `${slug(model.name.en) || 'model'}.${ending}`;
  const file = format.writeModel(model, name);
  return file.ok ? ok({ name, type, ...file.value }) : file;
}

/** A name for a file, in letters that every file system takes: "Lär simma" is `lar-simma`. */
const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
