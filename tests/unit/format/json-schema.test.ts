import { expect, test } from 'vitest';
import { jsonSchema } from '../../../src/format/yaml/json-schema.ts';

test('the published schema is the one that the reader is made of', async () => {
  // After a change of the format: `npx vitest run --project unit tests/unit/format/json-schema.test.ts -u`
  await expect(`${JSON.stringify(jsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
    '../../../public/model.schema.json',
  );
});

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [key: string]: unknown;
}

test('every key is described in both languages, and every reference leads somewhere', () => {
  const schema = jsonSchema() as Schema & { readonly $defs: Readonly<Record<string, Schema>> };
  let keys = 0;
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    const { $ref, properties } = at as Schema;
    if (typeof $ref === 'string') expect(Object.keys(schema.$defs)).toContain($ref.replace('#/$defs/', ''));
    for (const [key, property] of Object.entries(properties ?? {})) {
      keys++;
      expect(property.description, key).toMatch(/^\S.+\n\n\S/s);
    }
    Object.values(at).forEach(walk);
  };
  walk(schema);
  expect(keys).toBeGreaterThan(80);
});
