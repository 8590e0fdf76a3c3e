import { describe, expect, it } from 'vitest';
import { type ParsedSource, parseSource } from '../../src/source/parse.ts';
import { problemMessage } from '../../src/source/problem.ts';

function parsed(text: string): ParsedSource {
  const result = parseSource(text, 'x.yaml');
  if ('problems' in result) throw new Error(result.problems.map(problemMessage).join());
  return result;
}

/** Where a problem at a path is shown: line, column and the line of the source. */
function placeOf(text: string, path: (string | number)[], at?: 'key' | 'value'): [number?, number?, string?] {
  const { line, column, excerpt } = parsed(text).problem('schema', path, {}, at);
  return [line, column, excerpt] as [number?, number?, string?];
}

describe('a problem is placed', () => {
  const text = 'a: 1\nb:\n  - c: 2\n    d:\n  - {e: 3, f: [4, 5]}\n';

  it.each([
    ['at the value', ['a'], undefined, [1, 4, 'a: 1']],
    ['at its key', ['a'], 'key', [1, 1, 'a: 1']],
    ['in a list', ['b', 0, 'c'], undefined, [3, 8, '  - c: 2']],
    ['in a list, at the key', ['b', 0, 'c'], 'key', [3, 5, '  - c: 2']],
    ['at an entry of a list', ['b', 1], undefined, [5, 5, '  - {e: 3, f: [4, 5]}']],
    ['in what stands on one line', ['b', 1, 'f', 1], undefined, [5, 19, '  - {e: 3, f: [4, 5]}']],
    ['at the key of a value that is not there', ['b', 0, 'd'], undefined, [4, 5, '    d:']],
    ['at the nearest part that exists', ['b', 0, 'x', 'y'], undefined, [3, 5, '  - c: 2']],
    ['at the nearest entry that exists', ['b', 7, 'x'], undefined, [3, 3, '  - c: 2']],
    ['in something without parts', ['a', 'x'], undefined, [1, 4, 'a: 1']],
    ['at the beginning, for the whole', [], undefined, [1, 1, 'a: 1']],
    ['at the value where the path goes on beyond it', ['a', 'x'], 'key', [1, 4, 'a: 1']],
  ] as const)('%s', (_, path, at, expected) => {
    expect(placeOf(text, [...path], at)).toEqual(expected);
  });

  it('where an alias is used, in what it stands for', () => {
    expect(placeOf('a: &x { b: 1 }\nc: *x\n', ['c', 'b'])).toEqual([1, 12, 'a: &x { b: 1 }']);
  });

  it.each([
    ['a null that is written', 'a: ~\n', 4],
    ['a value that is not there', 'a:\n', 1],
    ['an empty text', 'a: ""\n', 4],
  ])('%s', (_, text, column) => {
    expect(placeOf(text, ['a'])).toEqual([1, column, text.trimEnd()]);
  });

  it('at the beginning of a file that holds nothing', () => {
    expect(placeOf('# nothing\n', ['a'])).toEqual([1, 1, '# nothing']);
  });

  it('in what stands for a key too', () => {
    expect(parsed('&x a: 1\nc: *x\n').value).toEqual({ a: 1, c: 'a' });
  });

  it('by numbers that are keys', () => {
    expect(placeOf('1: a\n2: b\n', ['2'])).toEqual([2, 4, '2: b']);
  });

  it.each(['\n', '\r\n'])('with the whole line and nothing of the next: %j', (end) => {
    expect(placeOf(`a: 1${end}b: 2${end}c: 3`, ['b'])).toEqual([2, 4, 'b: 2']);
    expect(placeOf(`a: 1${end}b: 2${end}c: 3`, ['c'])).toEqual([3, 4, 'c: 3']);
  });

  it('with its code, its words and its file', () => {
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

describe('the keys below a key', () => {
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

describe('faults of syntax', () => {
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

  it('all of them, on one line each', () => {
    const result = parseSource('a: [\nb: "c\n', 'x.yaml');
    if (!('problems' in result)) throw new Error('no fault');
    for (const { code, args } of result.problems) {
      expect(code).toBe('not-yaml');
      expect(String(args['detail'])).not.toMatch(/\n| {2}/);
    }
  });
});

describe('a file', () => {
  it.each([
    ['JSON', '{"a": {"b": 1}}'],
    ['plain YAML', 'a:\n  b: 1\n'],
    ['YAML with an anchor', 'a: &x\n  b: 1\n'],
  ])('of %s is seen by the full parser when that is asked for', (_, text) => {
    const source = parsed(text);
    expect(source.value).toEqual({ a: { b: 1 } });
    expect(source.document().toJS()).toEqual({ a: { b: 1 } });
    expect(source.document()).toBe(source.document());
  });

  it.each([
    ['a line break of old before a colon', '{"a"\r: {"b": 1}}'],
    ['tabs', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}'],
  ])('of JSON that YAML would lay out otherwise can be written: %s', (_, text) => {
    const { value, document, problem } = parsed(text);
    expect(value).toEqual({ a: { b: 1 } });
    expect(JSON.parse(document().toString())).toEqual({ a: { b: 1 } });
    expect(problem('schema', ['a'])).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  it('may use aliases nearly a thousand times', () => {
    const aliases = (count: number): string => `a: &a [1]\nb:\n${'  - *a\n'.repeat(count)}`;
    expect((parsed(aliases(900)).value as { b: unknown[] }).b).toHaveLength(900);
    expect(parseSource(aliases(1100), 'x.yaml')).toEqual({
      problems: [{ code: 'too-many-aliases', args: { most: 1000 }, source: 'x.yaml', line: 3, column: 5, excerpt: '  - *a' }],
    });
  });

  it('says where the keys of a part of it stand', () => {
    expect(parsed('a: 1\nb:\n  c: 1\n  "d": 2\n').keysBelow('b')).toEqual([
      { key: 'c', line: 3, column: 3 },
      { key: 'd', line: 4, column: 3 },
    ]);
    expect(parsed('x: &x { c: 1 }\nb: *x\n').keysBelow('b')).toEqual([{ key: 'c', line: 1, column: 9 }]);
    for (const text of ['a: 1\n', 'b: 1\n', 'b: [c]\n', 'b:\n']) expect(parsed(text).keysBelow('b')).toEqual([]);
  });
});
