import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enter, Person } from '../cli/terminal.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { greekDraft } from '../fixtures/greek.ts';
import { pseudoRoot } from '../fixtures/pseudo.ts';
import { english, knownIds } from './leftover.ts';

let speaking: Awaited<ReturnType<typeof pseudoRoot>>;
beforeAll(async () => {
  speaking = await pseudoRoot();
});
afterAll(() => speaking.remove());

/** Waits until nothing more is printed. */
async function settled(person: Person): Promise<string> {
  let before = '';
  for (let tries = 0; tries < 12; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const text = person.text();
    if (text !== '' && text === before) break;
    before = text;
  }
  return before;
}

it.each(['en-XA', 'zh-XC'] as const)(
  'in %s every sentence of an interview is translated',
  async (language) => {
    const cwd = await temporaryFolder();
    writeFileSync(join(cwd, 'bill.md'), greekDraft('bill.md'));
    const args = ['assess', 'new.answers.yaml', '--draft', 'bill.md', '--language', language];
    const person = new Person(args, cwd, 80, { package: speaking.path });
    const ids = await knownIds();
    const screens: string[] = [];
    // The title, the other facts, a level with its evidence, help, a search, an overview, a wrong key.
    for (const keys of [
      `Α${enter}`,
      enter,
      enter,
      enter,
      enter,
      '?',
      enter,
      `2${enter}`,
      enter,
      enter,
      enter,
      enter,
      enter,
      'x',
      enter,
    ]) {
      screens.push(await settled(person));
      await person.types(keys, '');
    }
    screens.push(await settled(person));
    const all = screens.join('\n');
    expect(all.length).toBeGreaterThan(1500);
    expect(english(all, ids)).toEqual([]);
    expect(all.match(/\{\w+[}|?]/g)).toBeNull();
    person.kill('SIGTERM');
  },
  60_000,
);
