import { nearest } from '../base/nearest.ts';
import { fail } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { commandLineWords } from '../text/command-line.ts';
import type { CommandLineWords } from '../text/command-line.ts';
import { check } from './check.ts';
import { cohort } from './cohort.ts';
import type { Command, Language } from './command.ts';
import { models } from './models.ts';
import { convert } from './convert.ts';
import { choiceOf, readArguments } from './options.ts';
import type { Misuse, OptionSpec } from './options.ts';
import { run } from './run.ts';
import { sweep } from './sweep.ts';
import type { ExitCode, World } from './world.ts';

const commands: readonly Command[] = [run, sweep, models, check, convert, cohort];
const languages: readonly Language[] = ['en', 'sv'];
/** Options that every command has. */
const common: readonly OptionSpec[] = [{ name: 'language', value: 'en|sv' }, { name: 'help' }];

/** Carries out a command line, without the name of the program. */
export async function dispatch(args: readonly string[], world: World): Promise<ExitCode> {
  const command = commands.find(({ name }) => name === args[0]);
  const language = languageIn(args);
  const words = commandLineWords(language);
  const usage = usageOf(command, words);
  if (args.length > 0 && (args.includes('--help') || args[0] === 'help')) {
    await world.out([usage]);
    return 0;
  }
  const done =
    command === undefined ? fail(noCommand(args[0])) : await call(command, args.slice(1), language, world);
  if (done.ok) return done.value;
  world.err(`uppstroms: ${done.error(words)}\n\n${usage.trimEnd()}`);
  return 2;
}

async function call(
  command: Command,
  args: readonly string[],
  language: Language,
  world: World,
): Promise<Result<ExitCode, Misuse>> {
  const read = readArguments(args, [...command.options, ...common]);
  if (!read.ok) return read;
  const chosen = choiceOf(read.value, 'language', languages);
  if (!chosen.ok) return chosen;
  const { words } = read.value;
  const missing = command.takes[words.length];
  if (missing !== undefined) return fail((w) => w.missing(missing.toUpperCase()));
  const extra = words[command.takes.length];
  if (extra !== undefined) return fail((w) => w.tooMany(extra));
  return command.run({ ...read.value, world, language });
}

const noCommand =
  (found: string | undefined): Misuse =>
  (w) => {
    if (found === undefined) return w.missing('COMMAND');
    return w.unknownCommand(
      found,
      nearest(
        found,
        commands.map(({ name }) => name),
      ),
    );
  };

/** The language asked for, even if the rest of the line is wrong. */
function languageIn(args: readonly string[]): Language {
  const at = args.findLastIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const asked = args[at] === '--language' ? args[at + 1] : args[at]?.split('=')[1];
  return languages.find((language) => language === asked) ?? 'en';
}

/** How a command is called, or, without one, the program. */
function usageOf(command: Command | undefined, words: CommandLineWords): string {
  const lines = (rows: readonly (readonly [string, string])[]): string[] => {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
  };
  const optionRow = ({ name, value }: OptionSpec) =>
    [value === undefined ? `--${name}` : `--${name} ${value}`, words.option[name]] as const;
  const signature = ({ name, takes }: Command) =>
    [name, ...takes.map((word) => word.toUpperCase())].join(' ');
  const text =
    command === undefined
      ? [
          `${words.usage}: uppstroms COMMAND …`,
          '',
          `${words.commands}:`,
          ...lines(commands.map((c) => [signature(c), words.about[c.name]])),
          '',
          `${words.options}:`,
          ...lines(common.map(optionRow)),
        ]
      : [
          `${words.usage}: uppstroms ${signature(command)} …`,
          '',
          ...lines([
            ...command.takes.map((word) => [word.toUpperCase(), words[word]] as const),
            ...[...command.options, ...common].map(optionRow),
          ]),
        ];
  return `${text.join('\n')}\n`;
}
