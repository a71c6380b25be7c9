import type { Model } from '../../model/model.ts';
import type { Variable } from '../../model/variable.ts';

/** No more charts than can be looked at. */
export const mostCharts = 8;

/** What a model computes and shows: what the reader made for its own use is left out. */
export const seriesOf = (model: Model): readonly Variable[] =>
  [...model.variables.values()].filter(
    (v) => v.kind !== 'parameter' && v.kind !== 'table' && v.origin === undefined && v.hidden !== true,
  );

/** The model's outcomes, then its stocks; of a model with neither, the first that it computes. */
export function usualSeries(model: Model): readonly string[] {
  const all = seriesOf(model);
  const stocks = all.filter((v) => v.kind === 'stock').map((v) => v.id);
  const names = [...model.outcomes.map((o) => o.variable), ...stocks];
  return [...new Set(names.length > 0 ? names : all.map((v) => v.id))].slice(0, mostCharts);
}
