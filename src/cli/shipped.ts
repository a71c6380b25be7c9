const models = import.meta.glob<string>('../../models/*/model.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const parts = import.meta.glob<string>('../../models/parts/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const folderOf = (path: string): string => path.split('/').at(-2)!;
const nameOf = (path: string): string => path.split('/').at(-1)!.replace('.yaml', '');

/** Texts of the models that come with the program, by id. */
export const shippedModels: ReadonlyMap<string, string> = new Map(
  Object.entries(models).map(([path, text]) => [folderOf(path), text]),
);

/** Texts of the parts that model files may include, by name. */
export const shippedParts: ReadonlyMap<string, string> = new Map(
  Object.entries(parts).map(([path, text]) => [nameOf(path), text]),
);
