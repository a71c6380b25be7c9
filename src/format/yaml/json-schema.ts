import { modelFile, partFile } from './schema.ts';
import type { Define, JsonSchema } from './shape.ts';

/** The schema as JSON Schema, for editors: one for models and parts, told apart by `id`, which only a model has. */
export function jsonSchema(): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const define: Define = (name, schema) => {
    definitions[name] ??= schema();
    return { $ref: `#/$defs/${name}` };
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Uppströms',
    type: 'object',
    if: { required: ['id'] },
    then: define('model', () => modelFile.json(define)),
    else: define('part', () => partFile.json(define)),
    $defs: definitions,
  };
}
