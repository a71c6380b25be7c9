/** "4", "4 och 20", "4, 20 och 40": parts in a sentence, with the language's own word before the last. */
export const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)!}`;
