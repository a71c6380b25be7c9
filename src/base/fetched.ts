/**
 * What a lazy import brings, or undefined when it cannot be fetched: a browser rejects it with a TypeError then.
 * Any other rejection is a bug and goes on.
 */
export function fetched<T>(fetching: Promise<T>): Promise<T | undefined> {
  return fetching.catch((cause: unknown) => {
    if (!(cause instanceof TypeError)) throw cause;
    return undefined;
  });
}
