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
  const inPools = stageStocksOf(stages)
    .filter((id) => !isEmpty(pools[id]!))
    .map((id) => poolLabel(layout, id, people(now.stocks[id]), wording));
  // On a phone there is room for those who are somewhere; how many go is in the table.
  if (frame.detail === 'small') return inPools;
  const widest = [...stageFlowsOf(stages)].sort((a, b) => now.flows[b] - now.flows[a]);
  return [...inPools, ...widest.map((id) => streamLabel(layout, id, people(now.flows[id]), wording))];
}

/** In its pool where that has room, else under it or over it. */
function poolLabel(
  { frame, stages, pools }: StageLayout,
  id: StockId,
  people: string,
  { words }: Wording,
): Block {
  const { scale: t } = frame.size;
  const few = frame.detail === 'small';
  const pool = pools[id]!;
  const half = pool.xs.length >> 1;
  const [x, top, bottom] = [middleOf(pool), pool.top[half]!, pool.bottom[half]!];
  const title = nameOf(id, words);
  // Letters are about 7 px wide: a name longer than its pool stands outside it.
  const within = bottom - top > 56 * t && x - pool.xs[0]! > (title.length * 3.4 + 6) * t;
  const ink = within && stages.pools[id]!.tone === 'outside' ? 'var(--dot-outside)' : 'var(--ink)';
  const under = bottom + 16 * t;
  return {
    key: `pool ${id}`,
    anchor: 'middle',
    halo: within ? poolColor(stages.pools[id]!) : 'var(--paper)',
    amongDots: within,
    wordings: [few ? [small(title, ink), name(people, ink)] : [name(title, ink), plain(people, ink)]],
    places: within
      ? [{ x, y: (top + bottom) / 2 - 2 * t }]
      : [
          { x, y: under },
          { x, y: top - 20 * t },
          { x: x - 60 * t, y: under },
          { x: x + 60 * t, y: under },
        ],
    // On a phone there is room for some of them only; a number without its name would say nothing.
    always: within || !few,
  };
}

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
