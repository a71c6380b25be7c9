import type { Model } from '../model/model.ts';

/** What JSON has no word for, under a key that no model has. */
const mapKey = '$map';
const numberKey = '$number';

/** A model that was read, as JSON: for those that come with the program, which the build reads once for all. */
export function modelToJson(model: Model): string {
  return JSON.stringify(model, (_, value: unknown) => {
    if (value instanceof Map) return { [mapKey]: [...(value as ReadonlyMap<unknown, unknown>)] };
    if (typeof value === 'number' && !Number.isFinite(value)) return { [numberKey]: String(value) };
    return value;
  });
}

/** The model that `modelToJson` was given. Only for text of our own: nothing is checked. */
export const modelFromJson = (text: string): Model =>
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (mapKey in value) return new Map(value[mapKey] as readonly (readonly [unknown, unknown])[]);
    return numberKey in value ? Number(value[numberKey]) : value;
  }) as Model;
