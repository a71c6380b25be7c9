/** Two waves under an arrow that points left, upstream: paths in a field of 30 by 24. */
export const wordmark = {
  arrow: 'M8 7.5H24M12 3.5L8 7.5L12 11.5',
  near: 'M2 15C6.5 12.5 9.5 12.5 14 15S23 17.5 28 15',
  far: 'M2 20.5C6.5 18 9.5 18 14 20.5S23 23 28 20.5',
} as const;
