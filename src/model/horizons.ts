/** Years after year zero at which every result is read: a term of office, a generation, full effect. */
export const horizons = [4, 20, 40] as const;
export type Horizon = (typeof horizons)[number];

export type AtHorizons<T = number> = Readonly<Record<Horizon, T>>;

export const atHorizons = <T>(at: (horizon: Horizon) => T): AtHorizons<T> => ({
  4: at(4),
  20: at(20),
  40: at(40),
});
