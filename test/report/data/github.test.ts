import { describe, expect, it } from 'vitest';
import { githubReport } from '../../../src/report/data/github.ts';
import { toCommand } from '../../../src/report/escape/github.ts';
import { compass } from '../../cli/run.ts';
import { feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';
import { runOf } from '../../fixtures/small-run.ts';

const many = Array.from({ length: 20 }, (_, index) => `f.q${index}`);
const prepared = rubricOf([feature('f', [question('f.a', { critical: true }), ...many.map((id) => question(id))])], {
  flags: [flag('bad', { severity: 'severe' }), flag('poor')],
});
const given = { answers: Object.fromEntries(['f.a', ...many].map((id, index) => [id, index % 3])), flags: ['bad', 'poor'] };

/** Kind and first line of each annotation, in order. */
function annotations(text: string): string[] {
  return [...text.matchAll(/^::(\w+)(?: [^:]*)?::(.*?)(?:%0A|\n)/gm)].map(([, kind, line]) => `${kind} ${line}`);
}

describe('github annotations', () => {
  it('are errors only where the run fails: without a gate, what is grave is a warning and the rest are notices', () => {
    const found = annotations(githubReport(runOf(prepared, given)));
    expect(found.slice(0, 3)).toEqual(['warning bad', 'warning f.a', 'notice poor']);
    expect(found.some((line) => line.startsWith('error'))).toBe(false);
  });

  it('begin with faults of files, gates that do not hold, and what fails them', () => {
    const small = runOf(prepared, given, { min: 99, failOn: ['critical'] });
    const failures = [{ source: 'bad.yaml', errors: [{ message: 'level 9', line: 4, column: 30, hint: 'mend it' }] }];
    const text = githubReport({ ...small, result: { ...small.result, failures } });
    expect(text.split('\n')[0]).toBe('::error file=bad.yaml,line=4,col=30,title=Could not be scored::level 9%0Amend it');
    expect(annotations(text).slice(0, 5)).toEqual([
      'error level 9',
      'error test.answers.yaml: fails: overall, lower bound 33.3 < 99',
      'error test.answers.yaml: fails: critical: f.a',
      'error f.a',
      'warning bad',
    ]);
  });

  it('are at most ten notices, which is what GitHub shows, and the last but one names all others', () => {
    const text = githubReport(runOf(prepared, given));
    const notices = annotations(text).filter((line) => line.startsWith('notice'));
    expect(notices).toHaveLength(10);
    expect(notices.at(-2)).toMatch(/^notice 13 more findings, worth/);
    for (const id of many) expect(text).toContain(id);
  });

  it('end with the score, its band and every gate, held or not', () => {
    const lines = githubReport(runOf(prepared, given, { min: 10, failOn: ['flag'] }))
      .trimEnd()
      .split('\n');
    const last = lines.at(-1) ?? '';
    expect(last).toMatch(/^::notice title=Score::test.answers.yaml: 33.3 of 100 \(33.3\), Weak\./);
    expect(last).toContain('%0Aholds: overall, lower bound 33.3 >= 10%0Afails: flag: bad, poor');
  });

  it('stand at the draft’s line', async () => {
    const { code, stdout } = await compass(['score', 'examples/bill.answers.yaml', '--format', 'github']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^::warning file=examples\/bill\.md,line=\d+,title=/);
  });
});

describe('a workflow command', () => {
  it('escapes what would end a property, a line or the command', () => {
    expect(toCommand('error', { file: 'a,b:c%.md', line: 2, title: 'x::y\nz' }, '100 %', '::stop-commands::x\r')).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=2,title=x%3A%3Ay z::100 %25%0A::stop-commands::x \n',
    );
  });

  it('is one line, whatever the text', () => {
    expect(toCommand('notice', {}, 'a\nb\u2028c\u0085d').split(/[\n\r\u0085\u2028]/)).toHaveLength(2);
  });
});
