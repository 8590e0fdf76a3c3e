import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Formats, isForPeople, registry } from '../../src/report/registry.ts';
import { compass } from '../cli/run.ts';
import { root } from '../fixtures/bundled.ts';

/** The registry, a command by its name. */
const listed: Readonly<Record<string, Formats<never>>> = registry;
const people = ['terminal', 'markdown', 'html', 'docx'];
const data: Readonly<Record<string, readonly string[]>> = {
  score: ['json', 'ndjson', 'csv', 'parquet', 'xlsx', 'sarif', 'junit', 'github'],
  'score --explain': [],
  report: ['json', 'csv', 'xlsx'],
  compare: ['csv', 'json'],
  panel: ['json'],
  'evidence check': ['json'],
  'evidence find': ['json'],
  'evidence rebase': ['json'],
  'evidence outline': ['json'],
  'rubric show': ['json'],
};

/** A page of the repository, its line breaks taken for spaces. */
const page = (name: string): string => readFileSync(join(root, name), 'utf8').replace(/\s*\n(?=\S)/g, '\n');

describe('the registry', () => {
  it('has every format for people for every command that makes a document, and no command but these', () => {
    const names = Object.fromEntries(Object.entries(listed).map(([command, formats]) => [command, Object.keys(formats)]));
    expect(names).toEqual(
      Object.fromEntries(Object.entries(data).map(([command, formats]) => [command, [...people, ...formats]])),
    );
    for (const name of people) expect(isForPeople(name)).toBe(true);
    for (const name of Object.values(data).flat()) expect(isForPeople(name)).toBe(false);
  });

  it.each(Object.entries(listed))('gives each ending to one format: %s', (_, formats) => {
    const endings = Object.values(formats).flatMap((format) => format.endings);
    expect(new Set(endings).size).toBe(endings.length);
    for (const ending of endings) expect(ending).toMatch(/^\.[a-z]+$/);
  });

  it.each(Object.entries(listed))('loads each format: %s', async (_, formats) => {
    for (const { load } of Object.values(formats)) expect(await load()).toBeTypeOf('function');
  });

  it.each(Object.keys(data).filter((command) => !command.includes('--')))('is what --help says: %s', async (command) => {
    const { stdout } = await compass([...command.split(' '), '--help']);
    const [, choices = ''] = /--format <name>[\s\S]*?\(choices:([^)]*)\)/.exec(stdout) ?? [];
    const named = choices.match(/[a-z]+/g);
    expect(named).toEqual(Object.keys(listed[command] ?? {}));
  });

  it('is what docs/formats.md says', () => {
    const rows = [...page('docs/formats.md').matchAll(/^\| `([a-z -]+)` \| ([a-z, ]+) \| ?([a-z, ]*) ?\|$/gm)];
    const told = rows.map(([, command, ...cells]) => [command, cells.join(', ').match(/[a-z]+/g)]);
    expect(told).toEqual(Object.entries(listed).map(([command, formats]) => [command, Object.keys(formats)]));
  });

  it('is what the README says', () => {
    const readme = page('README.md').replaceAll('\n', ' ');
    expect(readme).toContain(`All commands that make a document write these formats: ${people.join(', ')}.`);
    const [, list = ''] = /Besides reports it writes ([^(.]*)/.exec(readme) ?? [];
    expect(list.match(/[a-z]+/g)?.filter((word) => word !== 'and')).toEqual(data['score']);
  });
});
