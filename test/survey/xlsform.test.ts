import { describe, expect, it } from 'vitest';
import { shortfall } from '../../src/core/marks.ts';
import type { Question } from '../../src/core/rubric.ts';
import { marksConstraint, relevantOf } from '../../src/survey/conditions.ts';
import { surveyNames } from '../../src/survey/names.ts';
import { type FormSheet, xlsform } from '../../src/survey/xlsform.ts';
import { bundledRubric } from '../fixtures/bundled.ts';
import { pyxformComplaints, pyxformRules } from '../fixtures/pyxform-rules.ts';
import { feature, flag, question, rubricOf, score } from '../fixtures/small-rubric.ts';

const marks = [
  { id: 'state-owned', text: 'state-owned companies', gap: 'Name them.' },
  { id: 'foreign', text: 'foreign companies', gap: 'Name them.', from: 3 },
  { id: 'small', text: 'small companies', gap: 'Name them.' },
];
const prepared = rubricOf(
  [
    feature('value-chain', [
      question('value-chain.scope', { marks, need: { 2: 1, 3: 2 }, critical: true, help: 'Look at the scope.' }),
      question('value-chain.end-use', { when: { question: 'value-chain.scope', atLeast: 2 } }),
      question('value-chain.tiers', { when: { question: 'value-chain.end-use', atLeast: 1 } }),
    ]),
    feature('remedy', [question('remedy.court')]),
  ],
  {
    flags: [flag('general-monitoring')],
    steps: [
      {
        id: 'scoping',
        title: 'Scoping',
        summary: '',
        questions: [{ id: 'scoping.problem', text: 'Which?', help: '', principles: [], was: [] }],
      },
    ],
    more: { conventions: [{ id: 'silence', text: 'Silence is level 0.' }] },
  },
);
const form = xlsform(prepared);

function sheet(name: string, sheets: readonly FormSheet[] = form): FormSheet {
  const found = sheets.find((each) => each.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

function row(name: string): Readonly<Record<string, string>> {
  const found = sheet('survey').rows.find((each) => each['name'] === name);
  if (!found) throw new Error(`no row ${name}`);
  return found;
}

describe('the XLSForm of a rubric', () => {
  it('passes the rules of pyxform', async () => {
    expect(pyxformComplaints(form)).toEqual([]);
    expect(pyxformComplaints(xlsform(await bundledRubric()))).toEqual([]);
  });

  it('passes them for ids that other rubrics may have', () => {
    const odd = rubricOf(
      [
        feature('1-first', [question('1-first.a_b'), question('1-first.a-b'), question('1-first.A-B')]),
        feature('flag', [question('flag.x', { text: `What is \${this}?` }), question('flag.na')]),
        feature('part', [question('part.about')]),
      ],
      { flags: [flag('x'), flag('na')] },
    );
    expect(pyxformComplaints(xlsform(odd))).toEqual([]);
  });

  it('has names without dots and hyphens', () => {
    expect(row('value_chain__end_use')['type']).toBe('select_one value_chain__end_use');
    expect(row('value_chain__scope__marks')['type']).toBe('select_multiple value_chain__scope__marks');
    expect(row('flag__general_monitoring')['type']).toBe('select_one yes_no');
    expect(row('step__scoping__problem')['type']).toBe('select_one status');
  });

  it('names the levels by their numbers, and what is not applicable', () => {
    const choices = sheet('choices').rows.filter((each) => each['list_name'] === 'value_chain__end_use');
    expect(choices.map((each) => [each['name'], each['label::English (en)']])).toEqual([
      ['0', '0 - none'],
      ['1', '1 - little'],
      ['2', '2 - more'],
      ['3', '3 - all'],
      ['na', 'Not applicable'],
    ]);
  });

  it('asks why a question does not apply, only where it does not', () => {
    expect(row('remedy__court__na')).toMatchObject({ relevant: `\${remedy__court} = 'na'`, required: 'yes' });
  });

  it('has the help as guidance, and says what is critical', () => {
    expect(row('value_chain__scope')['guidance_hint::English (en)']).toBe('Look at the scope.');
    expect(row('value_chain__scope')['hint::English (en)']).toContain('critical');
  });

  it('says which rubric and version it was made from', () => {
    expect(sheet('settings').rows).toEqual([
      {
        form_title: 'Small',
        form_id: 'small',
        version: '1.0.0-test',
        default_language: 'English (en)',
        style: 'pages',
        instance_name: `concat(\${draft__title}, ' - ', \${reviewer__name})`,
      },
    ]);
    expect(row('rubric__version')['calculation']).toBe("'1.0.0'");
  });

  it('does not ask for what is known of the draft, so that all reviewers name it alike', () => {
    const sheets = xlsform(prepared, { title: 'The "People’s" Bill - (2026)', version: "the House's" });
    const rows = sheet('survey', sheets).rows;
    const of = (name: string) => rows.find((each) => each['name'] === name);
    expect(of('draft__title')).toMatchObject({
      type: 'calculate',
      calculation: `concat('The "People', "'", 's" Bill - (2026)')`,
    });
    expect(of('draft__version')).toMatchObject({ type: 'calculate', calculation: `"the House's"` });
    expect(of('draft__jurisdiction')).toMatchObject({ type: 'text' });
    expect(pyxformComplaints(sheets)).toEqual([]);
  });

  it('has labels that are unique, so that an export with labels can be read back', async () => {
    const { rows } = sheet('survey', xlsform(await bundledRubric()));
    const labels = rows.filter(({ type = '' }) => /^(text|select)/.test(type)).map((each) => each['label::English (en)']);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('has LimeSurvey codes that stay when the rubric gets other questions', () => {
    const larger = rubricOf([feature('remedy', [question('remedy.new'), question('remedy.court')])]);
    const code = sheet('survey', xlsform(larger)).rows.find((each) => each['name'] === 'remedy__court')?.['limesurvey_code'];
    expect(code).toBe(row('remedy__court')['limesurvey_code']);
    expect(code).toMatch(/^remedycourt[a-z0-9]{7}$/);
  });
});

describe('conditions of a survey', () => {
  const names = surveyNames(prepared);

  it('allow a level exactly if the ticked marks are enough for it', () => {
    const scope = prepared.questions.get('value-chain.scope')?.question as Question;
    const expression = marksConstraint(scope, names);
    for (const ticked of [
      [],
      ['small'],
      ['foreign'],
      ['small', 'state-owned'],
      ['small', 'foreign'],
      ['small', 'foreign', 'state-owned'],
    ]) {
      for (const level of [0, 1, 2, 3]) {
        const seen = ticked.length === 0 ? ['none__seen'] : ticked.map((id) => id.replace('-', '_'));
        const allowed = holds(expression, { '.': seen.join(' '), value_chain__scope: String(level) });
        expect([ticked, level, allowed]).toEqual([ticked, level, shortfall(scope, level, ticked) === undefined]);
      }
    }
  });

  it('do not let "none" be ticked together with a mark', () => {
    const scope = prepared.questions.get('value-chain.scope')?.question as Question;
    expect(holds(marksConstraint(scope, names), { '.': 'small none__seen', value_chain__scope: '0' })).toBe(false);
  });

  it('ask a question while the one that its condition looks at is blank or high enough', () => {
    const endUse = prepared.questions.get('value-chain.end-use')?.question as Question;
    const asked = ['', '1', '2', 'na'].map((scope) =>
      holds(relevantOf(endUse, prepared, names) ?? '', { value_chain__scope: scope }),
    );
    expect(asked).toEqual([true, false, true, false]);
  });

  it('do not ask a question whose condition looks at one that is not asked', () => {
    const tiers = prepared.questions.get('value-chain.tiers')?.question as Question;
    expect(holds(relevantOf(tiers, prepared, names) ?? '', { value_chain__scope: '0', value_chain__end_use: '' })).toBe(false);
  });

  it('do not ask a question whose condition looks at a feature that does not apply', () => {
    const when = { question: 'f.a', atLeast: 2 };
    const other = rubricOf([
      feature('f', [question('f.a')]),
      feature('g', [question('g.a', { when }), question('g.b', { when })]),
    ]);
    const asked = (feature__f__na: string): boolean =>
      holds(relevantOf(question('g.a', { when }), other, surveyNames(other)) ?? '', { f__a: '', feature__f__na });
    expect([asked(''), asked('No firms')]).toEqual([true, false]);
    expect(score(other, { features: { f: 'No firms' } }).questions.map(({ state }) => state)).toEqual([
      'not-applicable',
      'not-asked',
      'not-asked',
    ]);
  });
});

describe('the rules of pyxform', () => {
  const broken: Readonly<Record<string, (sheets: FormSheet[]) => void>> = {
    NAMES_008: (sheets) => change(sheets, 'survey', { type: 'text', name: '1 a', 'label::English (en)': 'A' }),
    'NAMES_001, NAMES_002, PYREF_004': (sheets) =>
      change(sheets, 'survey', { type: 'text', name: 'Remedy__Court', 'label::English (en)': 'A' }),
    'SURVEY_001, SURVEY_002': (sheets) => change(sheets, 'survey', { type: 'end_group' }),
    NAMES_016: (sheets) => change(sheets, 'survey', { type: 'select_one nowhere', name: 'b', 'label::English (en)': 'A' }),
    NAMES_007: (sheets) => change(sheets, 'choices', { list_name: 'yes_no', name: 'yes', 'label::English (en)': 'Yes' }),
    PYREF_003: (sheets) =>
      change(sheets, 'survey', { type: 'text', name: 'c', 'label::English (en)': 'A', relevant: `\${nobody} = ''` }),
    PYREF_001: (sheets) => change(sheets, 'survey', { type: 'text', name: 'd', 'label::English (en)': 'What is ${ this?' }),
    'ODK Validate': (sheets) => change(sheets, 'survey', { type: 'text', name: 'e' }),
    'conditions (ODK Validate)': (sheets) =>
      change(sheets, 'survey', { type: 'text', name: 'f', 'label::English (en)': 'A', relevant: `\${f} = ''` }),
    'survey, calculation': (sheets) => change(sheets, 'survey', { type: 'calculate', name: 'g' }),
  };

  it.each(Object.keys(broken))('find a form that breaks %s', (rule) => {
    const copy = structuredClone(form) as FormSheet[];
    broken[rule]?.(copy);
    expect(pyxformComplaints(copy).filter((complaint) => complaint.startsWith(`${rule}: `))).not.toEqual([]);
  });

  it('each have a reason', () => {
    expect(pyxformRules.filter(({ why }) => why === '')).toEqual([]);
  });
});

function change(sheets: FormSheet[], name: string, added: Readonly<Record<string, string>>): void {
  (sheet(name, sheets).rows as Record<string, string>[]).push(added);
}

/** Evaluates an expression of a survey, of the kind that compass writes. */
function holds(expression: string, values: Readonly<Record<string, string>>): boolean {
  const script = expression
    .replace(/\$\{(\w+)\}/g, (_, name: string) => JSON.stringify(values[name] ?? ''))
    .replace(/(?<![\w.'"])\.(?![\w.])/g, JSON.stringify(values['.'] ?? ''))
    .replace(/(?<![!<>=])=/g, '===')
    .replaceAll('!===', '!==')
    .replaceAll('>===', '>=')
    .replace(/\band\b/g, '&&')
    .replace(/\bor\b/g, '||')
    .replaceAll('count-selected(', 'count(');
  const words = (value: string): string[] => value.split(' ').filter((word) => word !== '');
  const run = new Function('selected', 'count', 'not', 'number', `return ${script}`) as (...given: unknown[]) => boolean;
  return run(
    (value: string, word: string) => words(value).includes(word),
    (value: string) => words(value).length,
    (value: boolean) => !value,
    (value: string) => (value === '' ? Number.NaN : Number(value)),
  );
}
