import { firstLoad } from '../tools/first-load.ts';
import type { Measurement } from './measure.ts';

export const firstLoadSize: Measurement = {
  name: 'gzip of what the page loads first',
  unit: 'kB',
  goal: 120,
  sample: async ({ siteUrl }) => {
    const fetched = await firstLoad(siteUrl);
    return [fetched.reduce((sum, { size }) => sum + size, 0) / 1000];
  },
};
