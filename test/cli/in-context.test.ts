import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const answer = '{ level: 0, elsewhere: { level: 3, law: Civil Code } }';
const text = `format: compass-answers/1
rubric: { id: ungps-compass, version: 2.0.0 }
draft: { title: Good bill }
answers:
  access-to-remedy.judicial: ${answer}
`;

/** A folder with answers files of these names, whose answer names other law in force. */
async function folderWith(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of names) await writeFile(join(folder, `${name}.answers.yaml`), text);
  return folder;
}

describe('compass score of answers that name other law in force', () => {
  it('has gates that look at the text alone, or with --in-context at the score with other law in force', async () => {
    const cwd = await folderWith('a', 'b');
    const gates = ['--min-feature', 'access-to-remedy=10', '--quiet'];
    const alone = await compass(['score', 'a.answers.yaml', ...gates], { cwd });
    expect(alone).toMatchObject({ code: 1 });
    expect(alone.stdout).toContain('fails: access-to-remedy, the text alone, lower bound 0.0 < 10');
    const inContext = await compass(['score', '.', ...gates, '--in-context', '--jobs', '2', '--format', 'json'], { cwd });
    expect(inContext).toMatchObject({ code: 0 });
    const { assessments } = JSON.parse(inContext.stdout);
    expect(assessments.map((each: { gates: unknown[] }) => each.gates)).toEqual(
      Array(2).fill([expect.objectContaining({ gate: 'min-feature', holds: true, inContext: true })]),
    );
    await writeFile(join(cwd, 'compass.config.yaml'), 'inContext: true\nminimums: { access-to-remedy: 10 }\n');
    expect((await compass(['score', '.', '--quiet'], { cwd })).code).toBe(0);
  });

  it('shows the score with other law in force of every draft in a table', async () => {
    const cwd = await folderWith('a', 'b', 'c');
    const { stdout } = await compass(['score', '.', '--format', 'markdown'], { cwd });
    expect(stdout.match(/\| 0\.0 \| 100\.0 \|/g)).toHaveLength(3);
  });
});
