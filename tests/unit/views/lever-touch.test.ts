import { expect, it } from 'vitest';
import { leverTouch } from '../../../src/views/lever/touch.ts';
import { readShipped } from '../../tools/shipped-models.ts';

it.each(['kommun', 'skola', 'samordning', 'etablering'])(
  'tells each loop of %s in words of its own',
  (id) => {
    const read = readShipped(id);
    if (!read.ok) throw new Error(id);
    for (const lever of read.value.levers) {
      const told = leverTouch(read.value, lever).loops.map((loop) => loop.join(' '));
      expect(new Set(told).size, lever.id).toBe(told.length);
    }
  },
);
