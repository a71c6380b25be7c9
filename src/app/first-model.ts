/** The model that opens when nothing else is asked for. */
export const firstModel = 'kommun';
