/** Ends the task that is running, so that the page can paint and answer before the rest is done. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
