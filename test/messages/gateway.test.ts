import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { topicNames } from '../../src/cli/commands/help/topics.ts';
import { topicText } from '../../src/messages/topics.ts';
import { registry } from '../../src/report/registry.ts';
import { root } from '../fixtures/bundled.ts';

it('only src/messages opens the catalogue', () => {
  const others = globSync('src/**/*.ts', { cwd: root, ignore: 'src/messages/**' });
  const direct = others.filter((file) => /messages\/(?:\S*\.json|fill\.ts)'/.test(readFileSync(join(root, file), 'utf8')));
  expect(others.length).toBeGreaterThan(100);
  expect(direct).toEqual([]);
});

it('has a page for each topic of compass help', () => {
  for (const name of topicNames) expect(topicText(name).entries.length).toBeGreaterThan(0);
});

it('says of each format what it is for, and of no other', () => {
  const names = new Set(Object.values(registry).flatMap((formats) => Object.keys(formats)));
  expect(topicText('formats').entries.map(([name]) => name)).toEqual([...names]);
});
