import { error } from '../../base/diagnostic.ts';
import type { Place } from '../../base/source.ts';
import type { Variable } from '../../model/variable.ts';
import { distributionOf, evidenceOf, nameAndAbout, type Draft } from './draft.ts';
import type { ModelFile, PartFile } from './schema.ts';
import type { FlowEntry, ParameterEntry, StockEntry, TableEntry } from './schema-variables.ts';
import type { Entry } from './record.ts';
import type { At } from './shape.ts';

/** The variables that a file writes out. `origin` names the part that the file is, if it is one. */
export function addVariables(file: ModelFile | PartFile, draft: Draft, origin?: string): void {
  const made = { ...(origin === undefined ? {} : { origin }) };
  const add = <T extends Parameters<typeof nameAndAbout>[0]>(
    entries: readonly Entry<T>[] | undefined,
    kind: Variable['kind'],
    build: (
      entry: T,
      id: At<string>,
      base: ReturnType<typeof nameAndAbout> & { id: string; place: Place },
    ) => Variable,
  ): void => {
    for (const { id, value } of entries ?? []) {
      const usable = draft.names.declare(id, kind);
      if (!usable || value === undefined) continue;
      const base = { id: id.value, place: id.place, ...nameAndAbout(value, id, draft.report), ...made };
      draft.add(build(value, id, base));
    }
  };
  add<ParameterEntry>(file.parameters, 'parameter', (entry, id, base) => ({
    ...base,
    kind: 'parameter',
    unit: entry.unit,
    value: entry.value.value,
    distribution: distributionOf(entry, id.value, draft.report),
    evidence: evidenceOf(entry, id, draft.report),
  }));
  add<StockEntry>(file.stocks, 'stock', (entry, _, base) => ({
    ...base,
    kind: 'stock',
    unit: entry.unit,
    initial: entry.initial,
    inflows: (entry.inflows ?? []).map((flow) => flow.value),
    outflows: (entry.outflows ?? []).map((flow) => flow.value),
    nonNegative: entry.non_negative ?? false,
  }));
  add<FlowEntry>(file.flows, 'flow', (entry, _, base) => ({
    ...base,
    kind: 'flow',
    unit: entry.unit,
    equation: entry.equation,
  }));
  add<FlowEntry>(file.auxiliaries, 'aux', (entry, _, base) => ({
    ...base,
    kind: 'aux',
    unit: entry.unit,
    equation: entry.equation,
  }));
  add<TableEntry>(file.tables, 'table', (entry, id, base) => {
    checkPoints(entry, id, draft);
    const x = entry.points.map((point) => point.value[0]);
    const y = entry.points.map((point) => point.value[1]);
    const ways = {
      ...(entry.extrapolate ? { extrapolate: true as const } : {}),
      ...(entry.jumps ? { jumps: true as const } : {}),
    };
    return { ...base, kind: 'table', unit: entry.unit, xUnit: entry.x_unit, ...ways, x, y };
  });
}

function checkPoints({ points, place, jumps }: TableEntry, id: At<string>, draft: Draft): void {
  if (points.length < 2) {
    const found = { kind: 'list', length: points.length } as const;
    draft.report(
      error('wrong-type', { key: 'points', expected: 'points', found }, { ...place, variable: id.value }),
    );
  }
  points.forEach((point, i) => {
    const before = points[i - 1];
    if (before === undefined || before.value[0] < point.value[0]) return;
    if (!jumps || point.value[0] < before.value[0]) {
      draft.report(
        error('points-order', { name: id.value, x: point.value[0] }, { ...point.place, variable: id.value }),
      );
    }
  });
}

/** Checks that what a file's stocks call flows are flows, and that no flow fills, or drains, two stocks. */
export function checkStocks(files: readonly (ModelFile | PartFile)[], draft: Draft): void {
  for (const side of ['inflow', 'outflow'] as const) {
    const taken = new Map<string, string>();
    for (const { id, value } of files.flatMap((file) => file.stocks ?? [])) {
      for (const flow of (side === 'inflow' ? value?.inflows : value?.outflows) ?? []) {
        const kind = draft.names.kindOf(flow.value);
        const where = { ...flow.place, variable: id.value };
        if (kind !== undefined && kind !== 'flow') {
          draft.report(error('not-a-flow', { stock: id.value, name: flow.value }, where));
        } else if (draft.names.refer(flow, side, ['flow'])) {
          const first = taken.get(flow.value);
          if (first === undefined) taken.set(flow.value, id.value);
          else draft.report(error('flow-twice', { flow: flow.value, first, second: id.value, side }, where));
        }
      }
    }
  }
}
