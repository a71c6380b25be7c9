/** The day where the reader is, as files are sorted by: `2026-11-22`. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');
