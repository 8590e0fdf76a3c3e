import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { quickYaml } from '../../src/source/quick-yaml/quick-yaml.ts';

/** The full parser's value of a text, or its errors. */
function full(text: string): { value: unknown } | { errors: string[] } {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0) return { errors: document.errors.map(({ code }) => code) };
  return { value: document.toJS({ maxAliasCount: 1000 }) };
}

/** Checks that the quick reader gives the same value as the full parser, or none. */
function agree(text: string): void {
  const quick = quickYaml(text);
  if (quick !== undefined) expect({ value: quick }).toStrictEqual(full(text));
}

const texts = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** Elements of YAML syntax, and text that resembles them. */
const pieces = [
  ...[
    ' ',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '\n\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    ':\n',
    '- ',
    '-',
    '\n- ',
    '\n  - ',
    '#',
    ' #',
    ' # x\n',
  ],
  ...[
    '"',
    "'",
    "''",
    '\\',
    '\\n',
    '\\"',
    '\\u00e9',
    '\\x41',
    '\\/',
    '{',
    '}',
    '{ ',
    ' }',
    '[',
    ']',
    ', ',
    ',',
    '|',
    '>',
    '|-\n',
    '>-\n',
  ],
  ...[
    '|+\n',
    '>+\n',
    '|2\n',
    '>\n\n',
    '&a ',
    '*a',
    '!',
    '!!str ',
    '?',
    '? ',
    '@',
    '`',
    '%',
    '---',
    '...',
    '~',
    '<<',
    '=',
    '\u00a0',
    '\u2028',
  ],
  ...[
    'null',
    'true',
    'False',
    'yes',
    'no',
    'on',
    '1',
    '-1',
    '+1',
    '007',
    '0o7',
    '0x1F',
    '1.5',
    '.5',
    '1.',
    '1e3',
    '-0',
    '.inf',
    '-.INF',
    '.nan',
  ],
  ...[
    '1.0.2',
    '2026-03-02',
    '12:30',
    '1_000',
    '0b1',
    '123456789012345678',
    'a',
    'b c',
    'é',
    '日本',
    '𝒳',
    '\u0007',
    '\ufeff',
    '__proto__',
    'a:b',
    'a#b',
  ],
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 })
  .map((parts) => parts.join(''));
const scalar = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  fc.string({ maxLength: 8 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join('')),
);

/** Writes a value in one of the possible notations. `indent` is the indentation of the key or the dash before it. */
type Written = (indent: number) => string;
const word = fc.constantFrom(
  'word',
  'two words',
  'art. 1(2)',
  '2',
  '0',
  'true',
  '~',
  'é ß',
  "it's",
  'a "b" c',
  'x, y',
  'c: d',
  'e #f',
  '-g',
  '[h',
  '.5',
);
const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 4, arbitrary: word },
  word.map((text) => JSON.stringify(text)),
  scalar.map((text) => JSON.stringify(text)),
  word.map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.array(word, { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b', '"c"', "'d'", 'e f', '1'), word), { maxLength: 3 })
    .map((pairs) => `{ ${pairs.map(([key, text]) => `${key}: ${text}`).join(', ')} }`),
  fc.constantFrom(
    '',
    ' ',
    '{}',
    '[ ]',
    '{ at: "art. 1", quote: \'q\', n: { a: [1, two] } }',
    '[a, [b, "c"], { d: e }]',
    '{ a, b: 1 }',
    '[a: b]',
  ),
);
const end = fc.constantFrom('', '', '', '', ' ', ' # c', '# c', '\n', '\n\n', '\n# c', '\n      # c');
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c.d', 'e-f', '"g"', "'h i'", 'j k', '"l\\"m"', '1', 'é') },
  { weight: 1, arbitrary: scalar },
);
const { value } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'yaml' },
    {
      weight: 4,
      arbitrary: fc.tuple(inline, end).map(
        ([text, after]): Written =>
          () =>
            ` ${text}${after}\n`,
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          header: fc.constantFrom('|', '|-', '|+', '>', '>-', '>+', '| # c', '>2', '|1-'),
          texts: fc.array(
            fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom('', '', ' ', '  more', '# no comment', '- x', 'k: v')),
            { maxLength: 5 },
          ),
          by: fc.constantFrom(1, 2, 2, 4),
        })
        .map(
          ({ header, texts, by }): Written =>
            (indent) =>
              ` ${header}\n${texts.map((text) => (text === '' ? '\n' : `${' '.repeat(indent + by)}${text}\n`)).join('')}`,
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.array(fc.tuple(key, tie('value')), { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 2, 2, 2, 4), end)
        .map(
          ([pairs, by, after]): Written =>
            (indent) =>
              `${after}\n${pairs.map(([name, written]) => `${' '.repeat(indent + by)}${name}:${written(indent + by)}`).join('')}`,
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.array(fc.tuple(fc.option(key), tie('value')), { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 2, 2), end)
        .map(
          ([items, by, after]): Written =>
            (indent) =>
              `${after}\n${items
                .map(([name, written]) => {
                  const at = indent + by;
                  // `- key: value`, with another key in the same mapping.
                  if (name !== null) return `${' '.repeat(at)}- ${name}:${written(at + 2)}${' '.repeat(at + 2)}z: 1\n`;
                  return `${' '.repeat(at)}-${written(at)}`;
                })
                .join('')}`,
        ),
    },
  ),
}));
const documents = fc
  .array(fc.tuple(key, value, end), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.map(([name, written], index) => `${index === 0 ? '# c\n' : ''}${name}:${written(0)}`).join(''));

/** The first 3,000 characters of an answers file, up to the end of a line. */
function firstAnswers(text: string): string {
  return text.slice(0, text.lastIndexOf('\n', 3000) + 1);
}

/** An example file with a few edits at random positions. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts.map(firstAnswers)),
    cuts: fc.array(
      fc.record({ at: fc.nat(2999), remove: fc.nat(4), insert: fc.oneof(fc.constant(''), fc.constantFrom(...pieces)) }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ text, cuts }) =>
    cuts.reduce((out, { at, remove, insert }) => out.slice(0, at) + insert + out.slice(at + remove), text),
  );

/** Mappings nested to this depth. */
const levels = (count: number): string =>
  `${Array.from({ length: count }, (_, at) => `${' '.repeat(at)}a:\n`)
    .join('')
    .trimEnd()} 1\n`;
const nested = (count: number, name = 'a'): unknown => (count === 0 ? 1 : { [name]: nested(count - 1, name) });
/** A mapping with sequences nested to this depth. */
const dashes = (count: number): string =>
  `a:\n${Array.from({ length: count }, (_, at) => `${' '.repeat(at + 1)}-\n`)
    .join('')
    .trimEnd()} 1\n`;
const listed = (count: number): unknown => (count === 0 ? 1 : [listed(count - 1)]);

const runs = Number(process.env['QUICK_YAML_RUNS'] ?? 400);

describe('the quick reader gives the same value as the full parser, or none', () => {
  test('for all example files, which it does read', () => {
    for (const text of texts) {
      expect(quickYaml(text)).toBeDefined();
      agree(text);
    }
  });
  test('for any sequence of elements of YAML', () => {
    fc.assert(fc.property(soup, agree), { numRuns: runs * 4 });
  });
  test('for mappings, sequences and scalars in every notation', () => {
    fc.assert(fc.property(documents, agree), { numRuns: runs * 8 });
  });
  test('and does read more than a tenth of such documents', () => {
    const read = fc.sample(documents, { numRuns: 500, seed: 1 }).filter((text) => quickYaml(text) !== undefined);
    expect(read.length).toBeGreaterThan(50);
  });
  test('for answers files with random edits', () => {
    fc.assert(fc.property(damaged, agree), { numRuns: runs });
  });
});

describe('the quick reader', () => {
  test.each([
    ['nested mappings', 'a:\n  b:\n    c: 1\n  d: 2\ne: 3\n', { a: { b: { c: 1 }, d: 2 }, e: 3 }],
    ['sequences', 'a:\n  - 1\n  - b\n  -\n', { a: [1, 'b', null] }],
    ['sequences that are not indented', 'a:\n- 1\n- 2\nb: 3\n', { a: [1, 2], b: 3 }],
    [
      'mappings in sequences',
      'a:\n  - b: 1\n    c: 2\n  -   d: 3\n      e: 4\n',
      {
        a: [
          { b: 1, c: 2 },
          { d: 3, e: 4 },
        ],
      },
    ],
    ['mappings and sequences on the line below a dash', 'a:\n  -\n    b: 1\n  -\n    - 2\n    - 3\n', { a: [{ b: 1 }, [2, 3]] }],
    ['comments and empty lines', '# x\na: 1 # y\n\n  # z\nb: "c # d"\n', { a: 1, b: 'c # d' }],
    ['similar keys', 'aa: 1\naaxxxu: 2\nabu: 3\nacu: 4\n', { aa: 1, aaxxxu: 2, abu: 3, acu: 4 }],
    [
      'quotes',
      `a: "b \\"c\\" \\\\ \\n \\t \\/ \\b\\f\\r"\nd: 'e ''f'' "g"'\n"h i": 1\n'j''k': 2\n`,
      { a: 'b "c" \\ \n \t / \b\f\r', d: `e 'f' "g"`, 'h i': 1, "j'k": 2 },
    ],
    [
      'flow collections',
      'a: { b: 1, c: [2, x, "y, z"], "d": \'e\' }\nf: []\ng: {}\n',
      { a: { b: 1, c: [2, 'x', 'y, z'], d: 'e' }, f: [], g: {} },
    ],
    ['flow collections in sequences', 'a:\n  - { b: 1 }\n  - [2]\n', { a: [{ b: 1 }, [2]] }],
    [
      'scalars of the core schema',
      'a: true\nb: null\nc: ~\nd:\ne: 1.5\nf: -3\ng: yes\n',
      { a: true, b: null, c: null, d: null, e: 1.5, f: -3, g: 'yes' },
    ],
    ['literal text', 'a: |\n  one\n   two\n\n  three\nb: 1\n', { a: 'one\n two\n\nthree\n', b: 1 }],
    ['literal text without its last line break', 'a: |-\n  one\n\n', { a: 'one' }],
    ['literal text with all its line breaks', 'a: |+\n  one\n\n\nb: 1\n', { a: 'one\n\n\n', b: 1 }],
    ['folded text', 'a: >\n  one\n  two\n\n  three\n\n\n  four\n', { a: 'one two\nthree\n\nfour\n' }],
    ['folded text that begins with empty lines', 'a: >-\n\n  one\n  two\n', { a: '\none two' }],
    ['folded text with all its line breaks', 'a: >+\n  one\n\n', { a: 'one\n\n' }],
    ['block text in a sequence', 'a:\n  - |\n    one\n  - two\n', { a: ['one\n', 'two'] }],
    [
      'colons and dashes in words',
      'a: b:c -d\ne: http://x.invalid/y#z\nf: -g\n',
      { a: 'b:c -d', e: 'http://x.invalid/y#z', f: '-g' },
    ],
    ['Windows line ends', 'a: 1\r\nb:\r\n  - "x"\r\n', { a: 1, b: ['x'] }],
    ['a last line without a line end', 'a:\n  - b', { a: ['b'] }],
    ['literal text without a line end', 'a: |\n  one\n  two', { a: 'one\ntwo\n' }],
    ['a comment after the header of block text', 'a: | # one line\n  b\n', { a: 'b\n' }],
    ['folded text that ends with empty lines', 'a: >\n  one\n\n\nb: >-\n  two\n\n\n', { a: 'one\n', b: 'two' }],
    ['literal text with all its line breaks, before another key', 'a: |+\n  x\n\nb: 1\n', { a: 'x\n\n', b: 1 }],
    ['a comment or spaces between a key and the value below it', 'a: # x\n  b: 1\nc:   \n  - 2\n', { a: { b: 1 }, c: [2] }],
    ['spaces before a colon, also after quotes', '"a" : 1\n\'b\'  : 2\nc : 3\n', { a: 1, b: 2, c: 3 }],
    ['a colon within a key', 'a:b: 1\n', { 'a:b': 1 }],
    ['keys and words in any script', 'é: à\n日本: 法\n', { é: 'à', 日本: '法' }],
    [
      'text that looks like a key, in quotes and brackets',
      `a:\n  - ["b: c"]\n  - "d: e"\n  - 'f: g'\n`,
      { a: [['b: c'], 'd: e', 'f: g'] },
    ],
    ['quoted keys after a dash', `a:\n  - "b": 1\n    c: 2\n  - 'd' : 3\n`, { a: [{ b: 1, c: 2 }, { d: 3 }] }],
    [
      'a key after a dash, with a mapping below it',
      'a:\n  - b:\n      c: 1\n  - d: 2 # e: f\n',
      { a: [{ b: { c: 1 } }, { d: 2 }] },
    ],
    [
      'spaces and comments after quotes and brackets',
      'a: "b"   \nc: "d"  # e\nf: [1]  \ng: { h: 1 } # i\n',
      { a: 'b', c: 'd', f: [1], g: { h: 1 } },
    ],
    ['keys in braces without a value', 'a: { b: , c: }\n', { a: { b: null, c: null } }],
    ['quoted keys in braces', 'a: { "b" : 1, \'c\': 2 }\n', { a: { b: 1, c: 2 } }],
    ['backslashes, even and odd, before a quote', 'a: "b\\\\"\nc: "d\\\\\\"e"\n', { a: 'b\\', c: 'd\\"e' }],
    [
      'true, false and null in all spellings',
      'a: [Null, NULL, null, ~, True, TRUE, true, False, FALSE, false]\n',
      { a: [null, null, null, null, true, true, true, false, false, false] },
    ],
    [
      'similar words, which are text',
      'a: [nUll, tRUE, fALSE, nulls, truth, yes, off]\n',
      { a: ['nUll', 'tRUE', 'fALSE', 'nulls', 'truth', 'yes', 'off'] },
    ],
    [
      'whole numbers',
      'a: 0\nb: 9\nc: 12\nd: +7\ne: -40\nf: 007\ng: 999999999999999\n',
      { a: 0, b: 9, c: 12, d: 7, e: -40, f: 7, g: 999999999999999 },
    ],
    [
      'decimal numbers',
      'a: .5\nb: 1.25\nc: 12.\nd: -.25\ne: +10.50\nf: 0.123456789012345\n',
      { a: 0.5, b: 1.25, c: 12, d: -0.25, e: 10.5, f: 0.123456789012345 },
    ],
    [
      'text that resembles a number',
      'a: +\nb: .\nc: 0o8\nd: 0x\ne: 1_000\nf: 2026-03-02\ng: 12:30\nh: 1e\ni: 1.0.2\nj: .info\nk: /\nl: 1-2\n',
      {
        a: '+',
        b: '.',
        c: '0o8',
        d: '0x',
        e: '1_000',
        f: '2026-03-02',
        g: '12:30',
        h: '1e',
        i: '1.0.2',
        j: '.info',
        k: '/',
        l: '1-2',
      },
    ],
    ['twenty levels of mappings', levels(20), nested(20)],
    ['twenty levels of sequences', dashes(19), { a: listed(19) }],
    ['twenty levels of brackets', `a: ${'['.repeat(20)}1${']'.repeat(20)}\n`, { a: listed(20) }],
    ['twenty levels of braces', `a: ${'{ b: '.repeat(20)}1${' }'.repeat(20)}\n`, { a: nested(20, 'b') }],
    [
      'a key of a thousand characters',
      `${'k'.repeat(1000)}: 1\na: { ${'k'.repeat(1000)}: 1 }\n`,
      { ['k'.repeat(1000)]: 1, a: { ['k'.repeat(1000)]: 1 } },
    ],
  ])('reads %s', (_, text, value) => {
    const document = parseDocument(text);
    expect(document.errors).toEqual([]);
    expect(document.toJS()).toEqual(value);
    expect(quickYaml(text)).toEqual(value);
  });

  test.each([
    ['an anchor', 'a: &x 1\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a scalar over several lines', 'a: one\n  two\n'],
    ['a duplicate key', 'a: 1\na: 2\n'],
    ['a sequence that begins on the line of another', 'a:\n  - - 1\n'],
    ['folded text with lines that are indented more', 'a: >\n  one\n    two\n'],
    ['an escape that JSON does not have', 'a: "\\x41"\n'],
    ['a tab', 'a:\t1\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['a sequence at the top level', '- 1\n'],
    ['more than twenty levels of mappings', levels(21)],
    ['more than twenty levels of sequences', dashes(20)],
    ['more than twenty levels of brackets', `a: ${'['.repeat(21)}1${']'.repeat(21)}\n`],
    ['more than twenty levels of braces', `a: ${'{ b: '.repeat(21)}1${' }'.repeat(21)}\n`],
    ['a key of more than a thousand characters', `${'k'.repeat(1001)}: 1\n`],
    ['such a key in braces', `a: { ${'k'.repeat(1001)}: 1 }\n`],
    ['an empty text', ''],
    ['only comments', '# a\n\n  # b\n'],
    ['an indented mapping at the top level', ' a: 1\n'],
    ['a document end marker', '...: 1\n'],
    ['a document end marker in the middle', 'a: 1\n...: 2\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a tab within text', 'a: b\tc\n'],
    ['a byte-order mark within text', 'a: b\ufeffc\n'],
    ['a carriage return alone', 'a: b\rc\n'],
    ['a key that begins with a dash', '-a: 1\n'],
    ['__proto__ as a key', 'a: 1\n__proto__: 2\n'],
    ['__proto__ as a quoted key', '"__proto__": { b: 1 }\n'],
    ['__proto__ as a key in braces', 'a: { __proto__: 1 }\n'],
    ['a duplicate key in braces', 'a: { b: 1, b: 2 }\n'],
    ['a number as a key in braces', 'a: { 1: b }\n'],
    ['a number as a key', '1: b\n'],
    ['a key that is a list', 'a: { [b]: 1 }\n'],
    ['a key that is a mapping', 'a: { { b: 1 }: 1 }\n'],
    ['a colon in braces without a space', 'a: { "b":1 }\n'],
    ['a colon in brackets', 'a: [b:c]\n'],
    ['a number sign in brackets', 'a: [b#c]\n'],
    ['a mapping without braces in brackets', 'a: [b: c]\n'],
    ['a brace within text in brackets', 'a: [b{c]\n'],
    ['a bracket within text in brackets', 'a: [b[c]\n'],
    ['strings in brackets without a comma', 'a: ["b" "c"]\n'],
    ['a dash in brackets', 'a: [-b]\n'],
    ['an alias in brackets', 'a: [*b]\n'],
    ['brackets over two lines', 'a: [1,\n  2]\n'],
    ['a number with an exponent', 'a: 1e3\n'],
    ['a number with a signed exponent', 'a: -1.5E+10\n'],
    ['a decimal number with an exponent', 'a: .25e-12\n'],
    ['a number with a final point and an exponent', 'a: 12.e2\n'],
    ['an octal number', 'a: 0o17\n'],
    ['a hexadecimal number', 'a: 0x1F\n'],
    ['infinity', 'a: -.inf\n'],
    ['NaN', 'a: .nan\n'],
    ['more digits than a double can represent', 'a: 1234567890123456\n'],
    ['more decimals than a double can represent', 'a: 0.1234567890123456\n'],
    ['bad indentation', 'a:\n    b: 1\n  c: 2\n'],
    ['bad indentation in a sequence', 'a:\n  - b\n    - c\n'],
    ['bad indentation after brackets', 'a: [1]\n  b: 2\n'],
    ['block text with a line that is indented less than the first', 'a:\n  b: |\n      one\n    two\n'],
    ['a quoted string over two lines', 'a: "b\n  c"\n'],
    ['text after a quoted string', 'a: "b" c\n'],
    ['a comment without a space before it', 'a: "b"#c\n'],
    ['a syntax error', 'a: [\n'],
  ])('leaves to the full parser: %s', (_, text) => {
    expect(quickYaml(text)).toBeUndefined();
  });
});
