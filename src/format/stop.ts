/** Leaves a reader at once, from however deep: a bound is passed, and what is still to be made would be thrown away. */
export class Stop extends Error {}
