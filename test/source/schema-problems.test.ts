import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/source/parse.ts';
import { problemHint, problemMessage } from '../../src/source/problem.ts';
import { schemaProblems, shown } from '../../src/source/schema-problems.ts';

/** All problems of a text with a schema for its key `x`, as `line:column code: message [hint]`. */
function problemsOf(schema: object, text: string, special?: Parameters<typeof schemaProblems>[2]): string[] {
  const parsed = parseSource(text, 'f.yaml');
  if ('problems' in parsed) throw new Error('not YAML');
  // The options with which scripts/generate.js compiles the schemas.
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false, verbose: true });
  const validate = ajv.compile({ type: 'object', properties: { x: schema } });
  return schemaProblems(validate as Parameters<typeof schemaProblems>[0], parsed, special).map((problem) => {
    const hint = problemHint(problem);
    return `${problem.line}:${problem.column} ${problem.code}: ${problemMessage(problem)}${hint ? ` [${hint}]` : ''}`;
  });
}

const integer = { type: 'integer' };

describe('an error of the schema is reported with its position:', () => {
  const keys = (names: string) => ({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(names.split(' ').map((name) => [name, {}])),
  });
  const cases: [name: string, schema: object, text: string, expected: string[]][] = [
    ['nothing, for a valid value', integer, 'x: 2\n', []],
    [
      'a missing key, at the key of the map that lacks it',
      { required: ['level'] },
      'x:\n  a: 1\n',
      ['1:1 missing-key: level is missing'],
    ],
    [
      'an unknown key, with the known ones',
      keys('level rationale'),
      'x: { colour: red }\n',
      ['1:6 unknown-key: colour is not a known key here [known keys: level, rationale]'],
    ],
    [
      'an unknown key that resembles a known one, with a suggestion',
      keys('level rationale'),
      'x: { rationals: red }\n',
      ['1:6 unknown-key-near: rationals is not a known key here [did you mean rationale?]'],
    ],
    [
      'an unknown key if no keys are allowed',
      { additionalProperties: false },
      'x: { a: 1 }\n',
      ['1:6 unknown-key: a is not a known key here [known keys: ]'],
    ],
    [
      'a wrong format line',
      { const: 'compass-x/1' },
      'x: 7\n',
      ['1:4 wrong-format: must be compass-x/1, but is 7 [the format line says which kind of file this is]'],
    ],
    ['not a whole number', integer, 'x: 1.5\n', ['1:4 wrong-type: x must be a whole number, but is 1.5']],
    ['not a number', { type: 'number' }, 'x: yes\n', ['1:4 wrong-type: x must be a number, but is "yes"']],
    ['not text', { type: 'string' }, 'x: true\n', ['1:4 wrong-type: x must be text, but is true']],
    ['not a list', { type: 'array' }, 'x: {}\n', ['1:4 wrong-type: x must be a list, but is keys with values']],
    [
      'a list at the top level',
      { type: 'object' },
      '- x\n',
      ['1:1 wrong-type: the file must be keys with values, but is a list'],
    ],
    ['not a map', { type: 'object' }, 'x: []\n', ['1:4 wrong-type: x must be keys with values, but is a list']],
    [
      'none of several types, of which null is not mentioned',
      { type: ['boolean', 'string', 'null'] },
      'x: 3\n',
      ['1:4 wrong-type: x must be true or false or text, but is 3'],
    ],
    [
      'none of the allowed values, of which null is not mentioned',
      { enum: ['low', null, 'high'] },
      'x: middle\n',
      ['1:4 not-one-of: x is "middle", which is not one of low, high'],
    ],
    ['too short a list', { minItems: 2 }, 'x: [a]\n', ['1:4 too-few: x needs at least 2 entries']],
    ['too low a number', { minimum: 0 }, 'x: -1\n', ['1:4 out-of-range: x is -1; it must be >= 0']],
    ['too high a number', { maximum: 100 }, 'x: 101\n', ['1:4 out-of-range: x is 101; it must be <= 100']],
    [
      'text that does not match a pattern',
      { pattern: '^a' },
      'x: b\n',
      ['1:4 wrong-pattern: x is "b", which does not have the required form'],
    ],
    ['only spaces', { pattern: '\\S' }, 'x: "  "\n', ['1:4 blank: x is blank']],
    [
      'an error without a message of its own, with the schema validator’s message',
      { multipleOf: 5 },
      'x: 7\n',
      ['1:4 schema: x: must be multiple of 5'],
    ],
    [
      'an entry of a list, by its number from 1',
      { items: { type: 'string' } },
      'x:\n  - a\n  - 2\n',
      ['3:5 wrong-type: entry 2 of x must be text, but is 2'],
    ],
    [
      'an entry of a list with a number of two digits',
      { items: { type: 'string' } },
      `x:\n${'  - a\n'.repeat(11)}  - 2\n`,
      ['13:5 wrong-type: entry 12 of x must be text, but is 2'],
    ],
    [
      'a value whose key has slashes and tildes',
      { additionalProperties: { type: 'string' } },
      'x:\n  a/b~c/d~e: 1\n',
      ['2:14 wrong-type: a/b~c/d~e must be text, but is 1'],
    ],
    [
      'values whose keys begin or end with a digit',
      { additionalProperties: { type: 'string' } },
      'x:\n  a1: 1\n  1a: 1\n',
      ['2:7 wrong-type: a1 must be text, but is 1', '3:7 wrong-type: 1a must be text, but is 1'],
    ],
    [
      'all errors at once',
      { properties: { a: integer, b: integer } },
      'x:\n  a: u\n  b: v\n',
      ['2:6 wrong-type: a must be a whole number, but is "u"', '3:6 wrong-type: b must be a whole number, but is "v"'],
    ],
  ];
  it.each(cases)('%s', (_, schema, text, expected) => {
    expect(problemsOf(schema, text)).toEqual(expected);
  });

  it('an entry of a list at the top level', () => {
    const parsed = parseSource('[[1]]', 'f.json');
    if ('problems' in parsed) throw new Error('not JSON');
    const error = { instancePath: '/0', keyword: 'type', params: { type: 'string' }, data: [1], schemaPath: '' };
    const [problem] = schemaProblems(
      Object.assign(() => false, { errors: [error] }),
      parsed,
    );
    expect(problem && problemMessage(problem)).toBe('entry 1 of the list must be text, but is a list');
  });

  it('an error without a message, by the schema’s keyword; an error of the whole file, as the file’s', () => {
    const parsed = parseSource('a: 1', 'f.yaml');
    if ('problems' in parsed) throw new Error('not YAML');
    const error = { instancePath: '', keyword: 'oneOf', params: {}, data: {}, schemaPath: '' };
    const [problem] = schemaProblems(
      Object.assign(() => false, { errors: [error] }),
      parsed,
    );
    expect(problem).toMatchObject({ code: 'schema', args: { key: 'the file', detail: 'oneOf' }, line: 1, column: 1 });
  });
});

describe('a caller can handle an error itself', () => {
  it('by a problem of its own, by null to drop it, or by undefined to keep the general one', () => {
    const schema = { properties: { a: integer, b: integer, c: integer } };
    const reported = problemsOf(schema, 'x: { a: u, b: v, c: w }\n', (_, path) => {
      if (path.at(-1) === 'a') return { code: 'wrong-version', args: { found: 'u' }, source: 'f.yaml', line: 9, column: 9 };
      return path.at(-1) === 'b' ? null : undefined;
    });
    expect(reported).toEqual([
      '9:9 wrong-version: u is not a version [write three numbers: 1.0.0]',
      '1:21 wrong-type: c must be a whole number, but is "w"',
    ]);
  });
});

describe('a value in a message', () => {
  it.each([
    [Number.NaN, '.nan'],
    [Number.POSITIVE_INFINITY, '.inf'],
    [Number.NEGATIVE_INFINITY, '-.inf'],
    [null, 'nothing'],
    [undefined, 'nothing'],
    [[1, 2], 'a list'],
    [{ a: 1 }, 'keys with values'],
    ['two words', '"two words"'],
    [0, '0'],
    [false, 'false'],
  ])('%j is shown as %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  it('is truncated to 60 characters, including its quotation marks', () => {
    expect(shown('a'.repeat(58))).toBe(`"${'a'.repeat(58)}"`);
    expect(shown('a'.repeat(59))).toBe(`"${'a'.repeat(58)}…`);
  });
});
