import { isEmpty, middleOf } from './body.ts';
import { big, name, plain, small, strong, type Wording } from './labels.ts';
import { nameOf, peopleAmong } from './marks.ts';
import { onPath } from './path.ts';
import { poolColor, stageFlowsOf, stageStocksOf } from './stages.ts';
import type { Block } from './place-labels.ts';
import type { FlowId, StockId } from './graph.ts';
import type { RiverMoment } from './data.ts';
import type { StageLayout } from './stage-layout.ts';

/** How many are outside: said before anything else. */
export function stageHeadline(
  { frame, stages }: StageLayout,
  { now, base }: RiverMoment,
  { words, numbers }: Wording,
): Block {
  const { scale: t } = frame.size;
  const [people, inBase] = [now, base].map((state) => numbers.people(peopleAmong(stages.outside, state)));
  const where = words.stages[stages.words].outside;
  return {
    key: 'outside',
    anchor: 'start',
    halo: 'var(--paper)',
    wordings: [
      [
        big(people!),
        plain(where, 'var(--ink-2)'),
        ...(now === base ? [] : [small(words.card.base(inBase!))]),
      ],
    ],
    places: [{ x: 12 * t, y: frame.y(0) + 18 * t }],
    always: true,
  };
}

/** The other numbers of the picture: how many are in each pool, then the streams, the widest first. */
export function stageLabelsOf(layout: StageLayout, { now }: RiverMoment, wording: Wording): readonly Block[] {
  const { frame, stages, pools } = layout;
  const { people } = wording.numbers;
  const label = frame.detail === 'small' ? smallLabels : poolLabel;
  const inPools = stageStocksOf(stages)
    .filter((id) => !isEmpty(pools[id]!))
    .flatMap((id) => label(layout, id, people(now.stocks[id]), wording));
  // On a phone there is room for those who are somewhere; how many go is in the table.
  if (frame.detail === 'small') return inPools;
  const widest = [...stageFlowsOf(stages)].sort((a, b) => now.flows[b] - now.flows[a]);
  return [...inPools, ...widest.map((id) => streamLabel(layout, id, people(now.flows[id]), wording))];
}

/** In its pool where that has room, else under it or over it. */
function poolLabel(layout: StageLayout, id: StockId, people: string, { words }: Wording): readonly Block[] {
  const { frame } = layout;
  const { scale: t } = frame.size;
  const { pool, x, top, bottom } = placeOf(layout, id);
  const title = nameOf(id, words);
  // Letters are about 7 px wide: a name longer than its pool stands outside it.
  const within = bottom - top > 56 * t && x - pool.xs[0]! > (title.length * 3.4 + 6) * t;
  const ink = within ? inkOn(layout, id) : 'var(--ink)';
  const under = bottom + 16 * t;
  return [
    {
      key: `pool ${id}`,
      anchor: 'middle',
      halo: within ? poolColor(layout.stages.pools[id]!) : 'var(--paper)',
      amongDots: within,
      wordings: [[name(title, ink), plain(people, ink)]],
      places: within
        ? [{ x, y: (top + bottom) / 2 - 2 * t }]
        : [
            { x, y: under },
            { x, y: top - 20 * t },
            { x: x - 60 * t, y: under },
            { x: x + 60 * t, y: under },
          ],
      always: true,
    },
  ];
}

/** On a phone: the number on the water and a short name beside it, or both beside it where the pool is too small. */
function smallLabels(layout: StageLayout, id: StockId, people: string, { words }: Wording): readonly Block[] {
  const { frame, stages } = layout;
  const { scale: t } = frame.size;
  const { pool, x, top, bottom } = placeOf(layout, id);
  const short: Readonly<Partial<Record<StockId, string>>> = words.stages[stages.words].short;
  const title = short[id] ?? nameOf(id, words);
  const middle = (top + bottom) / 2;
  const [left, right] = [pool.xs[0]!, pool.xs[pool.xs.length - 1]!];
  const fits = bottom - top > 24 * t && right - left > (people.length * 8 + 10) * t;
  const text = fits ? title : `${title} ${people}`;
  const half = (text.length * 6.2 * t) / 2 + 6 * t;
  const named: Block = {
    key: `pool ${id} name`,
    anchor: 'middle',
    halo: 'var(--paper)',
    wordings: [[small(text, 'var(--ink)')]],
    places: [
      { x, y: bottom + 14 * t },
      { x, y: top - 6 * t },
      { x: right + half, y: middle + 4 * t },
      { x: left - half, y: middle + 4 * t },
      { x: right, y: bottom + 10 * t },
      { x: left, y: bottom + 10 * t },
      { x: right, y: top - 4 * t },
      { x: left, y: top - 4 * t },
    ],
    always: true,
  };
  if (!fits) return [named];
  const number: Block = {
    key: `pool ${id}`,
    anchor: 'middle',
    halo: poolColor(stages.pools[id]!),
    amongDots: true,
    wordings: [[name(people, inkOn(layout, id))]],
    places: [{ x, y: middle + 5 * t }],
    always: true,
  };
  return [number, named];
}

/** A pool, its middle, and how high it is there. */
function placeOf({ pools }: StageLayout, id: StockId) {
  const pool = pools[id]!;
  const half = pool.xs.length >> 1;
  return { pool, x: middleOf(pool), top: pool.top[half]!, bottom: pool.bottom[half]! };
}

const inkOn = ({ stages }: StageLayout, id: StockId): string =>
  stages.pools[id]!.tone === 'outside' ? 'var(--dot-outside)' : 'var(--ink)';

/** Beside a stream that rises or falls, over or under one that lies. */
function streamLabel(
  { frame, stages, ribbons }: StageLayout,
  id: FlowId,
  people: string,
  { words }: Wording,
): Block {
  const { scale: t } = frame.size;
  const { path, width } = ribbons[id]!;
  const left = stages.streams[id]!.left === true;
  const number = strong(people, id === stages.rope ? 'var(--rescue-text)' : 'var(--ink)');
  const away = width / 2 + 5 * t;
  return {
    key: `stream ${id}`,
    anchor: left ? 'end' : 'start',
    halo: 'var(--paper)',
    wordings: [[number, small(nameOf(id, words))], [number]],
    places: [0.5, 0.4, 0.62, 0.3].flatMap((share) => {
      const { x, y, dx, dy } = onPath(path.points, path.length * share);
      if (Math.abs(dx) <= Math.abs(dy)) return [{ x: x + (left ? -away : away), y: y + 2 * t }];
      return [y - away - 14 * t, y + away + 11 * t].map((beside) => ({ x: x - 14 * t, y: beside }));
    }),
  };
}
