import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { quickYaml } from '../../src/source/quick-yaml.ts';

/** What the full parser makes of a text; its errors where it refuses it. */
function full(text: string): { value: unknown } | { errors: string[] } {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0) return { errors: document.errors.map(({ code }) => code) };
  return { value: document.toJS({ maxAliasCount: 1000 }) };
}

/** The quick reader and the full one agree, or the quick one reads nothing. */
function agree(text: string): void {
  const quick = quickYaml(text);
  if (quick !== undefined) expect({ value: quick }).toStrictEqual(full(text));
}

const texts = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`examples/${name}`, 'utf8'));

/** Pieces of which YAML is made, and what is easily taken for them. */
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

/** A value written in one of the ways there are; `indent` is that of the key or the dash before it. */
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
                  // `- key: value`, with a second key below the first.
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

/** The beginning of an answers file, in whole lines. */
function firstAnswers(text: string): string {
  return text.slice(0, text.lastIndexOf('\n', 3000) + 1);
}

/** An example with a few places damaged. */
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

const runs = Number(process.env['QUICK_YAML_RUNS'] ?? 400);

describe('the quick reader reads what the full parser reads, or nothing', () => {
  test('examples, all of them', () => {
    for (const text of texts) {
      expect(quickYaml(text)).toBeDefined();
      agree(text);
    }
  });
  test('any soup of YAML', () => {
    fc.assert(fc.property(soup, agree), { numRuns: runs * 4 });
  });
  test('mappings, sequences and scalars, written in every way', () => {
    fc.assert(fc.property(documents, agree), { numRuns: runs * 8 });
  });
  test('and it does read most of what people write', () => {
    const read = fc.sample(documents, { numRuns: 500, seed: 1 }).filter((text) => quickYaml(text) !== undefined);
    expect(read.length).toBeGreaterThan(50);
  });
  test('answers files with damaged places', () => {
    fc.assert(fc.property(damaged, agree), { numRuns: runs });
  });
});
