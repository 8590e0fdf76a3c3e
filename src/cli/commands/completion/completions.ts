import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command, Option } from 'commander';
import { failOnNames } from '../../../core/gate-names.ts';
import { weightRules } from '../../../core/robustness/result.ts';
import { editorSchemas } from '../../../run/editor-schemas.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import type { Io } from '../../../run/io.ts';
import { bundledRubrics } from '../../../run/open-rubric.ts';
import type { Run } from '../../../run/run.ts';
import { visible } from '../../../text/visible.ts';
import { topicNames } from '../help/topics.ts';

interface Candidate {
  readonly value: string;
  readonly about: string;
}

interface Completions {
  readonly candidates: readonly Candidate[];
  /** Whether the word may continue, so that the shell adds no space after it. */
  readonly continues: boolean;
}

/** What an option or argument takes. */
type Kind =
  | 'ids'
  | 'features'
  | 'rubrics'
  | 'topics'
  | 'answers'
  | 'files'
  | 'shells'
  | 'fail-on'
  | 'weights'
  | 'schemas'
  | 'nothing';

const optionKinds: Readonly<Record<string, Kind>> = {
  explain: 'ids',
  'min-feature': 'features',
  rubric: 'rubrics',
  against: 'rubrics',
  from: 'rubrics',
  'fail-on': 'fail-on',
  min: 'nothing',
  tolerance: 'nothing',
  limit: 'nothing',
  title: 'nothing',
  seed: 'nothing',
  draws: 'nothing',
  spread: 'nothing',
  weights: 'weights',
};

const argumentKinds: Readonly<Record<string, Kind>> = {
  words: 'ids',
  rubric: 'rubrics',
  topic: 'topics',
  shell: 'shells',
  schema: 'schemas',
  language: 'nothing',
  'answers-file': 'answers',
  files: 'answers',
  answers: 'answers',
};

export const shells: readonly string[] = ['bash', 'zsh', 'fish'];

/**
 * What may complete a command line.
 * @param words all words after `compass`; the last one is being typed, and may be empty
 */
export async function completionsOf(run: Run, program: Command, words: readonly string[]): Promise<Completions> {
  const typed = words.at(-1) ?? '';
  const { command, previousWord, rest } = commandOf(program, words.slice(0, -1));
  const [flag = '', value] = typed.startsWith('--') && typed.includes('=') ? split(typed) : ['', undefined];
  const optionBeingFilled =
    value === undefined ? optionNamed(program, command, previousWord ?? '') : optionNamed(program, command, flag);
  if (optionBeingFilled && takesValue(optionBeingFilled)) {
    const found = await completionsForOption(run, optionBeingFilled, value ?? typed);
    return value === undefined
      ? found
      : { ...found, candidates: found.candidates.map((each) => ({ ...each, value: `${flag}=${each.value}` })) };
  }
  if (typed.startsWith('-')) return completeWords(flagsOf(program, command).filter((each) => each.value.startsWith(typed)));
  const commands = command.createHelp().visibleCommands(command);
  if (commands.length > 0 && rest.length === 0)
    return completeWords(
      startingWith(
        commands.map((each) => [each.name(), each.summary()]),
        typed,
      ),
    );
  const argument = command.registeredArguments[rest.length] ?? command.registeredArguments.at(-1);
  if (!argument || (rest.length >= command.registeredArguments.length && !argument.variadic)) return completeWords([]);
  return completionsForKind(run, argumentKinds[argument.name()] ?? 'files', typed, program);
}

/** The command that these words name, the words that are left over, and the last word. */
function commandOf(
  program: Command,
  words: readonly string[],
): { command: Command; previousWord: string | undefined; rest: string[] } {
  let command = program;
  const rest: string[] = [];
  let skip = false;
  for (const word of words) {
    if (skip) {
      skip = false;
      continue;
    }
    if (word.startsWith('-')) {
      const option = optionNamed(program, command, word);
      skip = option !== undefined && takesValue(option);
      continue;
    }
    const next = rest.length === 0 ? command.commands.find((each) => each.name() === word) : undefined;
    if (next) command = next;
    else rest.push(word);
  }
  return { command, previousWord: words.at(-1), rest };
}

function optionNamed(program: Command, command: Command, word: string): Option | undefined {
  return [...command.options, ...program.options].find(({ long, short }) => word !== '' && (long === word || short === word));
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function flagsOf(program: Command, command: Command): Candidate[] {
  const own = command.createHelp().visibleOptions(command);
  const all = command === program ? own : [...own, ...program.options.filter(({ long }) => long !== '--version')];
  return all.flatMap(({ long, description }) => (long ? [{ value: long, about: description }] : []));
}

async function completionsForOption(run: Run, option: Option, typed: string): Promise<Completions> {
  if (option.argChoices) return completionsForNames(option.argChoices, typed);
  return completionsForKind(run, optionKinds[option.long?.replace(/^--/, '') ?? ''] ?? 'files', typed);
}

async function completionsForKind(run: Run, kind: Kind, typed: string, program?: Command): Promise<Completions> {
  switch (kind) {
    case 'ids':
      return completeWords(startingWith(await idsOf(run), typed));
    case 'features':
      return { candidates: startingWith(await featuresOf(run), typed), continues: true };
    case 'rubrics':
      return completionsForRubrics(run, typed);
    case 'topics':
      return completionsForTopics(program, typed);
    case 'shells':
      return completionsForNames(shells, typed);
    case 'schemas':
      return completionsForNames(await editorSchemas(run.root), typed);
    case 'fail-on': {
      const done = typed.slice(0, typed.lastIndexOf(',') + 1);
      return completionsForNames(
        failOnNames.map((name) => done + name),
        typed,
      );
    }
    case 'weights':
      return completionsForNames(weightRules, typed);
    case 'answers':
      return filesOf(run.io, typed, isAnswersFile);
    case 'files':
      return filesOf(run.io, typed, () => true);
    case 'nothing':
      return completeWords([]);
  }
}

function completionsForNames(names: readonly string[], typed: string): Completions {
  return completeWords(
    startingWith(
      names.map((name) => [name, '']),
      typed,
    ),
  );
}

async function completionsForRubrics({ io, root }: Run, typed: string): Promise<Completions> {
  const bundled = completionsForNames(await bundledRubrics(root), typed);
  const folders = await filesOf(io, typed, () => false);
  return { candidates: [...bundled.candidates, ...folders.candidates], continues: folders.continues };
}

function completionsForTopics(program: Command | undefined, typed: string): Completions {
  const commands = program?.createHelp().visibleCommands(program) ?? [];
  const topics = topicNames.map((name) => [name, ''] as const);
  return completeWords(startingWith([...topics, ...commands.map((each) => [each.name(), each.summary()] as const)], typed));
}

function completeWords(candidates: readonly Candidate[]): Completions {
  return { candidates, continues: false };
}

function startingWith(entries: readonly (readonly [value: string, about: string])[], typed: string): Candidate[] {
  return entries.filter(([value]) => value.startsWith(typed)).map(([value, about]) => ({ value, about }));
}

function split(word: string): [string, string] {
  return [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)];
}

/** Empty if the rubric can't be read: the command itself reports the error. */
async function idsOf(run: Run): Promise<[string, string][]> {
  const prepared = await run.openRubric(undefined).catch(() => undefined);
  const features = prepared?.rubric.features ?? [];
  return features.flatMap(({ id, title, questions }) => [
    [id, title] as [string, string],
    ...questions.map((question) => [question.id, question.text] as [string, string]),
  ]);
}

async function featuresOf(run: Run): Promise<[string, string][]> {
  const prepared = await run.openRubric(undefined).catch(() => undefined);
  return (prepared?.rubric.features ?? []).map(({ id, title }) => [`${id}=`, title]);
}

/**
 * The files that fit and the folders, if their names begin with what was typed; hidden ones only after a dot. A name that begins with a dash is offered as a path, so that it is no option; one with a
 * control character is not offered, because it can't be shown.
 */
async function filesOf({ cwd, env }: Io, typed: string, fits: (name: string) => boolean): Promise<Completions> {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const prefix = typed.slice(folder.length);
  // The shell expands a ~ only when the command is run.
  const place = folder.startsWith('~/') ? `${env['HOME'] ?? ''}${folder.slice(1)}` : folder;
  const entries = await readdir(resolve(cwd(), place), { withFileTypes: true }).catch(() => []);
  const shown = entries
    .filter(({ name }) => name.startsWith(prefix) && (prefix.startsWith('.') || !name.startsWith('.')))
    .filter(({ name }) => visible(name) === name)
    .filter((entry) => entry.isDirectory() || fits(entry.name));
  const candidates = shown
    .map((entry) => ({
      value: (folder === '' && entry.name.startsWith('-') ? './' : folder) + entry.name + (entry.isDirectory() ? '/' : ''),
      about: '',
    }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
  return { candidates, continues: candidates.length === 1 && candidates[0]?.value.endsWith('/') === true };
}
