import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkVersion } from '../../src/rubric/against.ts';
import { lintRubric } from '../../src/rubric/lint.ts';
import { loadRubric, readRubricFolder } from '../../src/rubric/load.ts';
import { CompassError, problemMessage } from '../../src/source/problem.ts';
import { changedRubric, root } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const starter = join(root, 'examples', 'starter-rubric');
const oversight = 'features/oversight.yaml';

async function errorsAfter(...changes: Parameters<typeof changedRubric>[1][]): Promise<string[]> {
  const folder = await changedRubric(starter, ...changes);
  const { errors } = lintRubric(await readRubricFolder(folder, 'starter'));
  return errors.map((problem) => `${problem.source}:${problem.line} ${problemMessage(problem)}`);
}

describe('rubric lint finds', () => {
  it('nothing in the starter rubric', async () => {
    expect(lintRubric(await readRubricFolder(starter, 'starter'))).toEqual({ errors: [], notes: [] });
  });

  it('duplicate ids', async () => {
    expect(await errorsAfter([oversight, 'id: appeal', 'id: authority'])).toContain(
      'starter/features/oversight.yaml:17 the id oversight.authority is used twice; first in starter/features/oversight.yaml:5',
    );
  });

  it('a `when` that refers to an unknown question', async () => {
    expect(await errorsAfter([oversight, 'oversight.authority, atLeast', 'oversight.autority, atLeast'])).toEqual([
      'starter/features/oversight.yaml:20 when refers to oversight.autority, which is not a question',
    ]);
  });

  it('a cycle of `when` conditions', async () => {
    const [error, ...others] = await errorsAfter([
      oversight,
      '    critical: true',
      '    when: { question: oversight.appeal, atLeast: 1 }',
    ]);
    expect(error).toContain('conditions form a cycle: oversight.authority → oversight.appeal → oversight.authority');
    expect(others).toEqual([]);
  });

  it('a `when` that no level can meet', async () => {
    expect((await errorsAfter([oversight, 'atLeast: 1', 'atLeast: 4']))[0]).toContain(
      'level 4 of oversight.authority, whose highest level is 3',
    );
  });

  it('levels that differ only in case and punctuation', async () => {
    expect((await errorsAfter([oversight, 'An authority is named, without powers.', 'No authority is NAMED!']))[0]).toContain(
      'levels 0 and 1 of oversight.authority say the same',
    );
  });

  it('principles outside 1..31', async () => {
    expect(await errorsAfter([oversight, 'principles: [1, 25]', 'principles: [1, 32]'])).toEqual([
      'starter/features/oversight.yaml:33 there is no Guiding Principle 32',
    ]);
  });

  it('bands that overlap or do not include the lowest scores', async () => {
    expect((await errorsAfter(['rubric.yaml', 'from: 33', 'from: 66']))[0]).toContain(
      'band mixed starts at 66, and the one above it at 66',
    );
    expect((await errorsAfter(['rubric.yaml', 'from: 0', 'from: 5']))[0]).toContain('no band covers the lowest scores');
  });

  it('weights that are zero or negligible', async () => {
    expect((await errorsAfter([oversight, 'weight: 2', 'weight: 0']))[0]).toContain('oversight.appeal has weight 0');
    expect((await errorsAfter([oversight, 'weight: 2', 'weight: 0.001']))[0]).toContain(
      'oversight.appeal weighs 0.1 % of its feature',
    );
  });

  it('values that fall, or whose number differs from that of the levels', async () => {
    expect((await errorsAfter([oversight, '[0, 1, 3, 4]', '[0, 3, 1, 4]']))[0]).toContain('fall from 3 to 1');
    expect((await errorsAfter([oversight, '[0, 1, 3, 4]', '[0, 1, 4]']))[0]).toContain('has 3 values for 4 levels');
  });

  it('a cap that names an unknown band, and a file whose name is not its id', async () => {
    expect((await errorsAfter(['rubric.yaml', 'critical-at-zero, band: mixed', 'critical-at-zero, band: mixd']))[0]).toContain(
      'names the band mixd',
    );
    expect((await errorsAfter([oversight, 'id: oversight', 'id: other']))[0]).toContain(
      'the id is other, but the file is named oversight.yaml',
    );
  });
});

describe('a rubric that cannot be read', () => {
  it('is refused with the errors of all missing and invalid files', async () => {
    const folder = await changedRubric(
      starter,
      ['rubric.yaml', 'features: [oversight]', 'features: [oversight, remedy]'],
      [oversight, 'text: Can', 'txt: Can'],
    );
    const error = await loadRubric(folder, 'starter').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CompassError);
    expect((error as CompassError).problems.map((problem) => `${problem.source} ${problemMessage(problem)}`).sort()).toEqual([
      'starter/features/oversight.yaml text is missing',
      'starter/features/oversight.yaml txt is not a known key here',
      'starter/features/remedy.yaml the file is missing; features in rubric.yaml names remedy',
    ]);
  });

  it('is refused if it has an error that would make scores wrong', async () => {
    const folder = await changedRubric(starter, [oversight, '[0, 1, 3, 4]', '[0, 3, 1, 4]']);
    await expect(loadRubric(folder)).rejects.toThrow('fall from 3 to 1');
  });
});

describe('rubric lint notes', () => {
  async function notesAfter(...changes: Parameters<typeof changedRubric>[1][]): Promise<string[]> {
    const folder = await changedRubric(starter, ...changes);
    return lintRubric(await readRubricFolder(folder, 'starter')).notes.map(problemMessage);
  }

  it('a cap for critical questions where no question is critical', async () => {
    expect(await notesAfter([oversight, /\n +critical: true/g, ''])).toEqual(['this cap never applies: no question is critical']);
  });

  it('nothing on critical questions where the rubric has no such cap', async () => {
    expect(
      await notesAfter(
        [oversight, /\n +critical: true/g, ''],
        ['rubric.yaml', /caps:\n( +#.*\n)* +- \{ when: critical-at-zero.*\n/, ''],
      ),
    ).toEqual([]);
  });
});

describe('rubric lint --against', () => {
  const old = rubricOf([feature('f', [question('f.a'), question('f.b')])]).rubric;
  const next = (version: string, questions: Parameters<typeof feature>[1], retired: { id: string; reason: string }[] = []) =>
    rubricOf([feature('f', questions)], { more: { version, retired } }).rubric;
  const messages = (now: typeof old): string[] => checkVersion(now, old, 'x').map(problemMessage);

  it('requires a patch version for a change of wording', () => {
    expect(messages(next('1.0.1', [question('f.a', { help: 'Other.' }), question('f.b')]))).toEqual([]);
    expect(messages(next('1.0.0', [question('f.a', { help: 'Other.' }), question('f.b')]))).toEqual([
      'the version is still 1.0.0, and help of f.a changed',
    ]);
  });

  it('requires a minor version for a new question', () => {
    const questions = [question('f.a'), question('f.b'), question('f.c')];
    expect(messages(next('1.1.0', questions))).toEqual([]);
    expect(messages(next('1.0.1', questions))).toEqual(['version 1.0.1 is not raised enough from 1.0.0: f.c was added']);
  });

  it('requires a major version for a changed weight or a removed question', () => {
    expect(messages(next('1.1.0', [question('f.a', { weight: 2 }), question('f.b')]))).toEqual([
      'version 1.1.0 is not raised enough from 1.0.0: weight of f.a changed',
    ]);
    expect(messages(next('2.0.0', [question('f.a')], [{ id: 'f.b', reason: 'x' }]))).toEqual([]);
  });

  it('requires that a removed question is listed in `retired` or `was`', () => {
    expect(messages(next('2.0.0', [question('f.a')]))).toEqual(['f.b was removed without a record']);
    expect(
      messages(next('1.0.1', [question('f.a'), question('f.c', { text: 'Question f.b?', gap: 'Write f.b.', was: ['f.b'] })])),
    ).toEqual([]);
  });
});
