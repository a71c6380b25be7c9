import { nearest } from '../base/nearest.ts';
import { fail, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { CommandLineWords } from '../text/command-line.ts';

/** What is wrong with how the program was called, in a language. */
export type Misuse = (words: CommandLineWords) => string;

export interface OptionSpec {
  readonly name: keyof CommandLineWords['option'];
  /** What stands for its value in the usage; an option without takes no value. */
  readonly value?: string;
}

/** What was written after the command: words, and each option's values in order. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Reads `--name value`, `--name=value` and plain words, in any order. After `--` all are plain words. */
export function readArguments(
  args: readonly string[],
  specs: readonly OptionSpec[],
): Result<Arguments, Misuse> {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      words.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name, given] = splitOnce(arg.slice(2), '=');
    const spec = specs.find((s) => s.name === name);
    if (spec === undefined) {
      const near = nearest(
        name,
        specs.map((s) => s.name),
      );
      return fail((w) => w.unknownOption(`--${name}`, near && `--${near}`));
    }
    const next = args[i + 1];
    const value = spec.value === undefined ? '' : (given ?? (next?.startsWith('--') ? undefined : next));
    if (value === undefined) return fail((w) => w.needsValue(`--${name}`));
    if (spec.value !== undefined && given === undefined) i++;
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return ok({ words, options });
}

export function splitOnce(text: string, mark: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** An option's value, the last if it was given more than once. */
export const optionOf = ({ options }: Arguments, name: OptionSpec['name']): string | undefined =>
  options.get(name)?.at(-1);

/** An option's values, where each may be several with commas between. */
export const listOf = ({ options }: Arguments, name: OptionSpec['name']): readonly string[] | undefined =>
  options.get(name)?.flatMap((value) => value.split(','));

/** The value of an option that is one of a few words. */
export function choiceOf<T extends string>(
  args: Arguments,
  name: OptionSpec['name'],
  allowed: readonly T[],
): Result<T | undefined, Misuse> {
  const found = optionOf(args, name);
  const choice = allowed.find((word) => word === found);
  if (found !== undefined && choice === undefined)
    return fail((w) => w.notOneOf(`--${name}`, found, allowed));
  return ok(choice);
}

/** The value of an option that is a number. */
export function numberOf(args: Arguments, name: OptionSpec['name']): Result<number | undefined, Misuse> {
  const found = optionOf(args, name);
  const value = found === undefined ? undefined : readNumber(found);
  if (found !== undefined && value === undefined) return fail((w) => w.notNumber(`--${name}`, found));
  return ok(value);
}

const decimal = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** A decimal number, or two with a stroke between. */
export function readNumber(text: string): number | undefined {
  const [over, under] = splitOnce(text, '/');
  if (![over, under ?? '1'].every((part) => decimal.test(part))) return undefined;
  return Number(over) / Number(under ?? '1');
}

/** A whole number, `usual` if it is not given. */
export function wholeOf(
  args: Arguments,
  name: OptionSpec['name'],
  usual: number,
  least: number,
): Result<number, Misuse> {
  const value = numberOf(args, name);
  if (!value.ok) return value;
  const found = value.value ?? usual;
  if (Number.isSafeInteger(found) && found >= least) return ok(found);
  return fail((w) => w.notWhole(`--${name}`, optionOf(args, name) ?? '', least));
}
