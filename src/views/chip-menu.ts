import type { Reading, StrategyReading } from '../app/readings.ts';
import { mostCompared, ownIds } from '../app/state.ts';
import { isBase } from '../app/strategies.ts';
import type { MenuItem } from '../elements/up-menu.ts';
import type { Words } from '../text/sv.ts';

/** What can be done with a strategy from its chip, in the order of the menu. */
export type ChipAct = 'choose' | 'rename' | 'duplicate' | 'left' | 'right' | 'compare' | 'remove';

/** What the chips of all strategies are drawn from. */
export type ChipReading = Pick<Reading, 'strategies' | 'selected' | 'compared'>;

/** The menu of a strategy: everything of one's own, a copy of base, and a copy or the comparison of a ready one. */
export function chipMenu(
  row: StrategyReading,
  reading: ChipReading,
  words: Words['strategies'],
): readonly MenuItem[] {
  const own = reading.strategies.filter(({ strategy }) => !strategy.ready);
  const place = own.indexOf(row);
  const compared = reading.compared.includes(row);
  const item = (id: ChipAct, cannot?: string, more?: Partial<MenuItem>): MenuItem => ({
    id,
    text: words.acts[id],
    ...(cannot === undefined ? {} : { cannot }),
    ...more,
  });
  const when = (blocked: boolean, why: string): string | undefined => (blocked ? why : undefined);
  const choose = row === reading.selected ? [] : [item('choose')];
  const duplicate = item('duplicate', when(own.length >= ownIds.length, words.full));
  if (isBase(row.strategy)) return [...choose, duplicate];
  const compare = item(
    'compare',
    when(!compared && reading.compared.length >= mostCompared, words.fullCompared),
    { checked: compared },
  );
  if (place < 0) return [...choose, compare, duplicate];
  return [
    ...choose,
    compare,
    item('rename'),
    duplicate,
    item('left', when(place === 0, words.first)),
    item('right', when(place === own.length - 1, words.last)),
    item('remove', undefined, { parted: true }),
  ];
}
