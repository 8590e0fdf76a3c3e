import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { CompassError, problemHint, problemMessage } from '../../src/source/problem.ts';
import { decodeText } from '../../src/source/read.ts';
import { bundledRubric } from '../fixtures/bundled.ts';

const head = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n';

/** All problems of a text, as `line:column message [hint]`. */
async function problemsOf(text: string): Promise<string[]> {
  try {
    readAnswers(text, 'x.answers.yaml', await bundledRubric());
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    return error.problems.map((problem) => {
      const hint = problemHint(problem);
      return `${problem.line ?? '-'}:${problem.column ?? '-'} ${problemMessage(problem)}${hint ? ` [${hint}]` : ''}`;
    });
  }
  return [];
}

describe('a valid answers file', () => {
  it('has the position of each answer and flag, in YAML and in JSON', async () => {
    const yaml = `${head}answers:\n  access-to-remedy.judicial: 2\n  # why\n  value-chain.end-use:\n    level: 1\nflags: { encryption: false }\n`;
    const { places } = readAnswers(yaml, 'x', await bundledRubric());
    expect(places().answers.get('access-to-remedy.judicial')).toEqual({ line: 4, column: 3 });
    expect(places().answers.get('value-chain.end-use')).toEqual({ line: 6, column: 3 });
    expect(places().flags.get('encryption')).toEqual({ line: 8, column: 10 });
    const json = JSON.stringify(
      {
        format: 'compass-answers/1',
        rubric: { id: 'ungps-compass', version: '2.0.0' },
        answers: { 'access-to-remedy.judicial': 2 },
      },
      null,
      2,
    );
    const read = readAnswers(json, 'x', await bundledRubric());
    expect(read.places().answers.get('access-to-remedy.judicial')).toEqual({ line: 8, column: 5 });
    expect(read.places().flags.size).toBe(0);
  });

  it('has levels, reasons, steps and flags by full id', async () => {
    const { assessment } = readAnswers(
      `${head}draft: { title: A bill, version: 2 }
answers:
  access-to-remedy.judicial: 2
  value-chain.end-use:
    level: 1
    rationale: Because.
    evidence: [{ at: "art. 14(2)", quote: the words }]
    confidence: medium
  value-chain.procurement: { notApplicable: no State role }
steps: { scoping.problem: { status: partly, notes: Some }, scoping.objective: addressed }
flags: { general-monitoring: { present: true, rationale: Yes }, encryption: false }
`,
      'x',
      await bundledRubric(),
    );
    expect(assessment.draft).toEqual({ title: 'A bill', version: '2' });
    expect(assessment.answers.get('access-to-remedy.judicial')).toEqual({ level: 2, notApplicable: null, evidence: [] });
    expect(assessment.answers.get('value-chain.end-use')).toEqual({
      level: 1,
      notApplicable: null,
      rationale: 'Because.',
      evidence: [{ at: 'art. 14(2)', quote: 'the words' }],
      confidence: 'medium',
    });
    expect(assessment.answers.get('value-chain.procurement')?.notApplicable).toBe('no State role');
    expect(assessment.steps.get('scoping.objective')).toEqual({ status: 'addressed' });
    expect(assessment.flags.get('general-monitoring')?.present).toBe(true);
    expect(assessment.flags.get('encryption')?.present).toBe(false);
  });

  it('may leave questions unanswered, and may be JSON', async () => {
    const text = JSON.stringify(
      { format: 'compass-answers/1', rubric: { id: 'ungps-compass', version: '2.0.0' }, answers: { 'value-chain.scope': null } },
      null,
      '\t',
    );
    const { assessment } = readAnswers(text, 'x.json', await bundledRubric());
    expect(assessment.answers.get('value-chain.scope')?.level).toBeNull();
  });
});

describe('an entry', () => {
  const read = async (sections: string) => readAnswers(`${head}${sections}`, 'x', await bundledRubric()).assessment;

  it('of an answer is read with all its keys, without empty ones', async () => {
    const { answers } = await read(`answers:
  access-to-remedy.judicial:
    level: 2
    rationale: why
    owner: ministry
    due: 2026-05-01
    review: art. 5 changed
    confidence: low
    evidence:
      - { at: art. 1, quote: words, note: n, was: { at: art. 2 } }
      - { at: "", quote: null, note: m }
    dissent: [{ reviewer: R, level: 1 }]
  value-chain.scope: { level: 1, rationale: "", owner: null, evidence: null, dissent: [] }
  value-chain.end-use: { rationale: later }
  broad-rights.all-rights:
`);
    expect(answers.get('access-to-remedy.judicial')).toEqual({
      level: 2,
      notApplicable: null,
      rationale: 'why',
      owner: 'ministry',
      due: '2026-05-01',
      review: 'art. 5 changed',
      confidence: 'low',
      evidence: [{ at: 'art. 1', quote: 'words', note: 'n', was: { at: 'art. 2' } }, { note: 'm' }],
      dissent: [{ reviewer: 'R', level: 1 }],
    });
    expect(answers.get('value-chain.scope')).toEqual({ level: 1, notApplicable: null, evidence: [] });
    expect(answers.get('value-chain.end-use')).toEqual({ level: null, notApplicable: null, rationale: 'later', evidence: [] });
    expect(answers.get('broad-rights.all-rights')).toEqual({ level: null, notApplicable: null, evidence: [] });
  });

  it('of a guiding question or a red flag is read with all its keys, without empty ones', async () => {
    const { steps, flags } = await read(`steps:
  scoping.problem: { status: partly, notes: n, review: r, dissent: [{ reviewer: R, status: missing }] }
  scoping.objective: { notes: "" }
flags:
  general-monitoring: { present: true, rationale: why, review: r, evidence: [{ quote: q }], dissent: [{ present: false }] }
  encryption: { rationale: "" }
`);
    expect(steps.get('scoping.problem')).toEqual({
      status: 'partly',
      notes: 'n',
      review: 'r',
      dissent: [{ reviewer: 'R', status: 'missing' }],
    });
    expect(steps.get('scoping.objective')).toEqual({ status: null });
    expect(flags.get('general-monitoring')).toEqual({
      present: true,
      rationale: 'why',
      review: 'r',
      evidence: [{ quote: 'q' }],
      dissent: [{ present: false }],
    });
    expect(flags.get('encryption')).toEqual({ present: null, evidence: [] });
  });

  it('of a guiding question or flag may be empty, which is unanswered', async () => {
    const { steps, flags } = await read('steps:\n  scoping.problem:\nflags:\n  encryption:\n');
    expect(steps.get('scoping.problem')).toEqual({ status: null });
    expect(flags.get('encryption')).toEqual({ present: null, evidence: [] });
  });

  it('of the draft or the reviewer is read with numbers as text, without empty keys and without `was`', async () => {
    const { draft, reviewer } = await read(
      'draft: { title: T, version: 2, date: null, jurisdiction: "", was: { sha256: x } }\nreviewer: { name: N, organisation: }\n',
    );
    expect(draft).toEqual({ title: 'T', version: '2' });
    expect(reviewer).toEqual({ name: 'N' });
    expect(await read('')).toMatchObject({ draft: {}, reviewer: {} });
  });

  it('of a panel records how the answers were settled; other files have none', async () => {
    const panel = {
      reviewers: 2,
      rule: 'median',
      agreement: { percent: 50, alpha: { nominal: 0, ordinal: 0, interval: 0 } },
      settled: { agreed: 1, byRule: 1, open: 0 },
    };
    expect((await read(`panel: ${JSON.stringify(panel)}\n`)).panel).toEqual(panel);
    expect(await read('')).not.toHaveProperty('panel');
  });

  it('of a feature is the reason why it does not apply', async () => {
    const { features } = await read('features: { value-chain: { notApplicable: no companies } }\n');
    expect([...features]).toEqual([['value-chain', { notApplicable: 'no companies' }]]);
  });
});

describe('an invalid answers file is refused with position, message and hint:', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ['empty', '', ['-:- the file is empty [compass assess fills in a new file; its first line is format: compass-answers/1]']],
    ['not YAML', 'format: [', [expect.stringMatching(/^1:\d+ not valid YAML/) as unknown as string]],
    [
      'a single word',
      'hello',
      ['1:1 this is not a set of keys with values [an answers file begins with format: compass-answers/1]'],
    ],
    [
      'a wrong format line',
      'format: compass-answers/9\nrubric: { id: ungps-compass, version: 2.0.0 }\n',
      ['1:9 must be compass-answers/1, but is "compass-answers/9" [the format line says which kind of file this is]'],
    ],
    [
      'an unknown question',
      `${head}answers:\n  access-to-remedy.judical: 1\n`,
      ['4:3 there is no question access-to-remedy.judical in ungps-compass 2.0.0 [did you mean access-to-remedy.judicial?]'],
    ],
    [
      'a question under the wrong feature',
      `${head}answers:\n  broad-rights.disengagement: 1\n`,
      [
        '4:3 there is no question broad-rights.disengagement in ungps-compass 2.0.0 [did you mean hrdd-consistency.disengagement?]',
      ],
    ],
    [
      'a level out of range',
      `${head}answers:\n  value-chain.end-use: 5\n`,
      ['4:24 level 5 is not one of 0..3 (value-chain.end-use)'],
    ],
    [
      'a negative level',
      `${head}answers:\n  value-chain.end-use: { level: -1 }\n`,
      ['4:33 level -1 is not one of 0..3 (value-chain.end-use)'],
    ],
    [
      'a level that is text',
      `${head}answers:\n  value-chain.end-use: "2"\n`,
      [
        '4:24 level "2" is not a whole number from 0 up (value-chain.end-use) [write the level as a plain number, without quotes]',
      ],
    ],
    [
      'not applicable without a reason',
      `${head}answers:\n  value-chain.end-use: { notApplicable: true }\n  value-chain.scope: { notApplicable: " " }\n`,
      [
        '4:41 notApplicable needs a reason (value-chain.end-use) [write why it does not apply: notApplicable: "the draft has no ..."]',
        '5:39 notApplicable needs a reason (value-chain.scope) [write why it does not apply: notApplicable: "the draft has no ..."]',
      ],
    ],
    [
      'a level together with not applicable',
      `${head}answers:\n  value-chain.end-use: { level: 1, notApplicable: why }\n`,
      ['4:36 value-chain.end-use has a level and is not applicable [keep one of the two]'],
    ],
    [
      'another rubric',
      'format: compass-answers/1\nrubric: { id: other, version: 1.0.1 }\n',
      ['2:15 was answered with the rubric other, not with ungps-compass [name its folder: --rubric PATH]'],
    ],
    [
      'another major version',
      'format: compass-answers/1\nrubric: { id: ungps-compass, version: 1.0.2 }\n',
      [
        '2:39 was answered with version 1.0.2 of ungps-compass; the rubric in use is 2.0.0, whose questions or scores differ [compass rubric migrate x.answers.yaml rewrites it and keeps entries that no longer fit]',
      ],
    ],
    [
      'a duplicate key',
      `${head}answers:\n  value-chain.scope: 1\n  value-chain.scope: 2\n`,
      ['5:3 the key value-chain.scope occurs twice [keep one of the two]'],
    ],
    [
      'evidence that is text',
      `${head}answers:\n  value-chain.scope: { level: 1, evidence: [art. 4] }\n`,
      ['4:45 entry 1 of evidence must be keys with values, but is "art. 4"'],
    ],
    [
      'two documents in one file',
      `${head}---\nx: 1\n`,
      [
        '3:1 a second document begins here [one file contains one assessment: delete the line ---, or move the rest to another file]',
      ],
    ],
    ['an unknown key', `${head}answer: {}\n`, ['3:1 answer is not a known key here [did you mean answers?]']],
    [
      'an unknown flag',
      `${head}flags: { encrypton: true }\n`,
      ['3:10 there is no red flag encrypton in ungps-compass 2.0.0 [did you mean encryption?]'],
    ],
    [
      'an unknown status',
      `${head}steps: { scoping.problem: done }\n`,
      ['3:27 "done" is not one of addressed, partly, missing (scoping.problem)'],
    ],
    [
      'an invalid due date',
      `${head}answers:\n  value-chain.scope: { level: 1, due: soon }\n`,
      ['4:39 "soon" is not a date [write year, month and day: 2026-03-31]'],
    ],
    [
      'ids that are names of JavaScript’s own properties',
      `${head}answers:\n  __proto__: 1\n  constructor: 1\n`,
      [
        '4:3 there is no question __proto__ in ungps-compass 2.0.0',
        '5:3 there is no question constructor in ungps-compass 2.0.0',
      ],
    ],
    [
      'a feature that does not apply, without a reason',
      `${head}features: { value-chain: {} }\n`,
      ['3:13 notApplicable needs a reason (value-chain) [write why it does not apply: notApplicable: "the draft has no ..."]'],
    ],
    [
      'an unknown status in the long form',
      `${head}steps: { scoping.problem: { status: done } }\n`,
      ['3:37 "done" is not one of addressed, partly, missing (scoping.problem)'],
    ],
    [
      'an invalid version',
      'format: compass-answers/1\nrubric: { id: ungps-compass, version: one }\n',
      ['2:39 "one" is not a version [write three numbers: 1.0.0]'],
    ],
    [
      'a draft instead of answers',
      'Article 1: Scope: of it\n  x: [',
      [
        '-:- is not an answers file [an answers file is YAML or JSON with the line format: compass-answers/1; compass init creates one, and --draft names the text of a draft]',
      ],
    ],
    ['a list', '- a\n', ['1:1 this is not a set of keys with values [an answers file begins with format: compass-answers/1]']],
    ['too deep a nesting', `${head}answers: ${'['.repeat(20_000)}\n`, ['3:110 is nested too deeply to be read']],
  ];
  it.each(cases)('%s', async (_, text, expected) => {
    expect(await problemsOf(text)).toEqual(expected);
  });

  it('all errors at once, in the order of the file', async () => {
    const problems = await problemsOf(
      `${head}answers:\n  value-chain.scope: 9\n  nothing.here: 1\n  value-chain.end-use: { notApplicable: 3 }\nflags: { x: true }\n`,
    );
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['4', '5', '6', '7']);
  });

  it('an alias bomb', async () => {
    const bomb = `${head}was:\n  a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
      .split('')
      .map((name, index) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`).join(', ')}]`)
      .join('\n')}\n`;
    expect(await problemsOf(bomb)).toEqual([
      '5:10 uses more YAML aliases than compass expands (1000) [write the repeated text out in full]',
    ]);
  });

  it('bytes that are neither UTF-8 nor UTF-16, but not a byte-order mark', () => {
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x61, 0]), 'x')).toBe('a');
    expect(() => decodeText(Buffer.from([0xff, 0x61, 0x62, 0x63]), 'x')).toThrow(CompassError);
    expect(decodeText(Buffer.from('\uFEFFa'), 'x')).toBe('a');
  });
});
