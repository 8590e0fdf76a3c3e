import { describe, expect, it } from 'vitest';
import { type ParsedSource, parseSource } from '../../src/source/parse.ts';
import { problemMessage } from '../../src/source/problem.ts';

function parsed(text: string): ParsedSource {
  const result = parseSource(text, 'x.yaml');
  if ('problems' in result) throw new Error(result.problems.map(problemMessage).join());
  return result;
}

/** The position of a problem at a path: line, column and the text of the line. */
function placeOf(text: string, path: (string | number)[], at?: 'key' | 'value'): [number?, number?, string?] {
  const { line, column, excerpt } = parsed(text).problem('schema', path, {}, at);
  return [line, column, excerpt] as [number?, number?, string?];
}

describe('the position of a problem is', () => {
  const text = 'a: 1\nb:\n  - c: 2\n    d:\n  - {e: 3, f: [4, 5]}\n';

  it.each([
    ['that of the value', ['a'], undefined, [1, 4, 'a: 1']],
    ['that of the key, if asked for', ['a'], 'key', [1, 1, 'a: 1']],
    ['that of a value within a list', ['b', 0, 'c'], undefined, [3, 8, '  - c: 2']],
    ['that of a key within a list', ['b', 0, 'c'], 'key', [3, 5, '  - c: 2']],
    ['that of an entry of a list', ['b', 1], undefined, [5, 5, '  - {e: 3, f: [4, 5]}']],
    ['that of a value in a flow collection', ['b', 1, 'f', 1], undefined, [5, 19, '  - {e: 3, f: [4, 5]}']],
    ['that of the key, if its value is empty', ['b', 0, 'd'], undefined, [4, 5, '    d:']],
    ['that of the nearest part that exists', ['b', 0, 'x', 'y'], undefined, [3, 5, '  - c: 2']],
    ['that of the list, if the entry does not exist', ['b', 7, 'x'], undefined, [3, 3, '  - c: 2']],
    ['that of a scalar, if the path goes further', ['a', 'x'], undefined, [1, 4, 'a: 1']],
    ['the beginning, for the empty path', [], undefined, [1, 1, 'a: 1']],
    ['that of a scalar even if a key beyond it is asked for', ['a', 'x'], 'key', [1, 4, 'a: 1']],
  ] as const)('%s', (_, path, at, expected) => {
    expect(placeOf(text, [...path], at)).toEqual(expected);
  });

  it('in the anchored node, for a path through an alias', () => {
    expect(placeOf('a: &x { b: 1 }\nc: *x\n', ['c', 'b'])).toEqual([1, 12, 'a: &x { b: 1 }']);
  });

  it.each([
    ['that of a null that is written', 'a: ~\n', 4],
    ['that of the key, for a null that is not written', 'a:\n', 1],
    ['that of an empty string', 'a: ""\n', 4],
  ])('%s', (_, text, column) => {
    expect(placeOf(text, ['a'])).toEqual([1, column, text.trimEnd()]);
  });

  it('the beginning of a file without content', () => {
    expect(placeOf('# nothing\n', ['a'])).toEqual([1, 1, '# nothing']);
  });

  it('that of a value whose key is a number', () => {
    expect(placeOf('1: a\n2: b\n', ['2'])).toEqual([2, 4, '2: b']);
  });

  it.each(['\n', '\r\n'])('given with the text of the line, without its line end: %j', (end) => {
    expect(placeOf(`a: 1${end}b: 2${end}c: 3`, ['b'])).toEqual([2, 4, 'b: 2']);
    expect(placeOf(`a: 1${end}b: 2${end}c: 3`, ['c'])).toEqual([3, 4, 'c: 3']);
  });

  it('given together with its code, arguments and file', () => {
    expect(parsed('a: 1').problem('blank', ['a'], { key: 'a' })).toEqual({
      code: 'blank',
      args: { key: 'a' },
      source: 'x.yaml',
      line: 1,
      column: 4,
      excerpt: 'a: 1',
    });
  });
});

describe('the keys below a top-level key, with their positions', () => {
  const keys = (text: string) =>
    parsed(text)
      .keysBelow('a')
      .map(({ key, line, column }) => [key, line, column]);

  it.each([
    [
      'a:\n  b: 1\n  2: x\n',
      [
        ['b', 2, 3],
        ['2', 3, 3],
      ],
    ],
    ['z: &x { b: 1 }\na: *x\n', [['b', 1, 9]]],
    ['a: 1\n', []],
    ['b: 1\n', []],
    ['a: [b]\n', []],
    ['{"a": {"b": 1}}', [['b', 1, 8]]],
  ])('%j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });
});

describe('syntax errors', () => {
  const faults = (text: string) => {
    const result = parseSource(text, 'x.yaml');
    return 'problems' in result ? result.problems.map(({ code, line, column, args }) => [code, line, column, args['key']]) : [];
  };

  it.each([
    ['a: 1\na: 2\n', [['duplicate-key', 2, 1, 'a']]],
    ['"a b": 1\n"a b": 2\n', [['duplicate-key', 2, 1, '"a b"']]],
    ["'a b': 1\n'a b': 2\n", [['duplicate-key', 2, 1, "'a b'"]]],
    ['{"a": 1, "a": 2}', [['duplicate-key', 1, 10, '"a"']]],
    ['a: 1\n---\nb: 2\n', [['several-documents', 2, 1, undefined]]],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('have messages of one line', () => {
    const result = parseSource('a: [\nb: "c\n', 'x.yaml');
    if (!('problems' in result)) throw new Error('no fault');
    for (const { code, args } of result.problems) {
      expect(code).toBe('not-yaml');
      expect(String(args['detail'])).not.toMatch(/\n| {2}/);
    }
  });
});

describe('a parsed file', () => {
  it('may have an anchor on a key', () => {
    expect(parsed('&x a: 1\nc: *x\n').value).toEqual({ a: 1, c: 'a' });
  });

  it.each([
    ['JSON', '{"a": {"b": 1}}'],
    ['plain YAML', 'a:\n  b: 1\n'],
    ['YAML with an anchor', 'a: &x\n  b: 1\n'],
  ])('of %s has the document of the full parser, created once', (_, text) => {
    const source = parsed(text);
    expect(source.value).toEqual({ a: { b: 1 } });
    expect(source.document().toJS()).toEqual({ a: { b: 1 } });
    expect(source.document()).toBe(source.document());
  });

  it.each([
    ['a carriage return before a colon', '{"a"\r: {"b": 1}}'],
    ['tabs', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}'],
  ])('of JSON that is not valid YAML has a document that can be written: %s', (_, text) => {
    const { value, document, problem } = parsed(text);
    expect(value).toEqual({ a: { b: 1 } });
    expect(JSON.parse(document().toString())).toEqual({ a: { b: 1 } });
    expect(problem('schema', ['a'])).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  it('may use up to a thousand aliases', () => {
    const aliases = (count: number): string => `a: &a [1]\nb:\n${'  - *a\n'.repeat(count)}`;
    expect((parsed(aliases(900)).value as { b: unknown[] }).b).toHaveLength(900);
    expect(parseSource(aliases(1100), 'x.yaml')).toEqual({
      problems: [{ code: 'too-many-aliases', args: { most: 1000 }, source: 'x.yaml', line: 3, column: 5, excerpt: '  - *a' }],
    });
  });

  it('has the keys of a section with their positions, also through an alias; none if the section is not a map', () => {
    expect(parsed('a: 1\nb:\n  c: 1\n  "d": 2\n').keysBelow('b')).toEqual([
      { key: 'c', line: 3, column: 3 },
      { key: 'd', line: 4, column: 3 },
    ]);
    expect(parsed('x: &x { c: 1 }\nb: *x\n').keysBelow('b')).toEqual([{ key: 'c', line: 1, column: 9 }]);
    for (const text of ['a: 1\n', 'b: 1\n', 'b: [c]\n', 'b:\n']) expect(parsed(text).keysBelow('b')).toEqual([]);
  });
});
