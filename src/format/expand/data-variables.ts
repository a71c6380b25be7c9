import type { Diagnostic } from '../../base/diagnostic.ts';
import type { DataFiles } from '../data/data-files.ts';
import type { Dimension, ForeignModel } from '../foreign/foreign-model.ts';
import { num } from './build.ts';
import type { Curve } from '../../equation/dialects/term.ts';
import type { Expr } from '../../equation/expr.ts';
import type { Interpolation } from '../foreign/foreign-model.ts';
import type { Context, ElementEntry } from './world.ts';

export function dataValue(_element: ElementEntry, _how: Interpolation, _context: Context): Expr {
  return num(NaN);
}
export function readCurve(_element: ElementEntry, _context: Context): Curve | undefined {
  return undefined;
}
export function externalElements(_d: Dimension, _f: ForeignModel, _files: DataFiles, _report: (d: Diagnostic) => void): readonly string[] {
  return [];
}
