import type { Command } from 'commander';
import { aside, listed, withColon } from '../../../messages/lists.ts';
import { topicText } from '../../../messages/topics.ts';
import { registry } from '../../../report/registry.ts';
import { columnsOf } from '../../../run/io.ts';
import type { Run } from '../../../run/run.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { fitted, widthOf, wrapped } from '../../../text/plain-text.ts';
import { exitCode } from '../../exit-codes.ts';
import { type Topic, topicNames } from './topics.ts';

/** `compass help`: prints the help of a command, of a topic, or of compass. */
export async function runHelp(run: Run, program: Command, words: readonly string[]): Promise<number> {
  const topic = topicNames.find((name) => words.length === 1 && name === words[0]);
  if (topic) await run.stdout.write(topicPage(topic, Math.min(columnsOf(run.io.stdout), 100)));
  else commandNamed(program, words).outputHelp();
  return exitCode.done;
}

/** @throws CompassError if there is no such command */
function commandNamed(program: Command, words: readonly string[]): Command {
  let command = program;
  for (const word of words) {
    const next = command.commands.find((each) => each.name() === word);
    if (!next) {
      const visible = program.createHelp().visibleCommands(command);
      const known = [...visible.map((each) => each.name()), ...(command === program ? topicNames : [])];
      const suggestion = nearest(word, known);
      const args = { topic: words.join(' '), known: listed(known), ...(suggestion !== undefined && { suggestion }) };
      throw CompassError.of(suggestion === undefined ? 'unknown-topic' : 'unknown-topic-near', 'compass help', args);
    }
    command = next;
  }
  return command;
}

function topicPage(topic: Topic, width: number): string {
  const { title, opening, entries, closing } = topicText(topic);
  const listed: readonly (readonly string[])[] = topic === 'formats' ? formatEntries(entries) : entries;
  const room = Math.max(...listed.map(([name = '']) => widthOf(name))) + 4;
  const lines = listed.map(([name = '', about = '']) => {
    const [first = '', ...rest] = wrapped(about, width - room).split('\n');
    return [`  ${fitted(name, room - 2)}${first}`, ...rest.map((line) => ' '.repeat(room) + line)].join('\n');
  });
  return `${[title, wrapped(opening, width), lines.join('\n'), ...(closing ? [wrapped(closing, width)] : [])].join('\n\n')}\n`;
}

/** Every format of the registry: its purpose, its file extensions and the commands that have it. */
function formatEntries(entries: readonly (readonly string[])[]): (readonly [string, string])[] {
  const abouts = new Map(entries.map(([name, about]) => [name, about]));
  const names = new Set(Object.values(registry).flatMap((formats) => Object.keys(formats)));
  return [...names].map((name) => {
    const makers = Object.entries(registry).filter(([, formats]) => Object.hasOwn(formats, name));
    const { endings = [] } = makers[0]?.[1][name] ?? {};
    const files = endings.length > 0 ? aside(listed(endings)) : '';
    return [name, withColon(`${abouts.get(name)}${files}`, listed(makers.map(([command]) => command)))];
  });
}
