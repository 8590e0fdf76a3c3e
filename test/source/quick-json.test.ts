import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { quickJson } from '../../src/source/quick-json.ts';

const object = fc
  .dictionary(
    fc.oneof(fc.constantFrom('a', 'b', '"', '\\\\', 'a":', ' ', '__proto__', 'constructor'), fc.string({ maxLength: 4 })),
    fc.jsonValue(),
  )
  .map((value) => Object.fromEntries(Object.entries(value)));

describe('the quick JSON reader', () => {
  test('gives the same value as the full parser, or none, whatever the layout', () => {
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 1, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const document = parseDocument(text, { prettyErrors: false });
        const quick = quickJson(text);
        if (quick === undefined) return;
        expect(quick).toEqual(JSON.parse(text));
        if (document.errors.length === 0) expect(quick).toEqual(document.toJS());
      }),
      { numRuns: 500 },
    );
  });

  test('reads what answers files usually contain', () => {
    const usual = { a: { b: [1, 'x: y', null, { f: 1 }, [{ g: 2 }]], 'c.d': 'a "quoted": word' }, e: {} };
    for (const indent of [undefined, 2]) expect(quickJson(JSON.stringify(usual, null, indent))).toEqual(usual);
  });

  test('gives numbers and escapes the same value as YAML', () => {
    const text =
      '{"a": [1E5, -0.5, 1e-7, 12345678901234567890, 0], "b": "\\u00e9\\n\\/\\ud83d\\ude00", "c": [true, false, null]}';
    expect(quickJson(text)).toEqual(parseDocument(text).toJS());
  });

  test('accepts tabs, which YAML does not allow as indentation', () => {
    expect(quickJson('{\n\t"a": 1\n}')).toEqual({ a: 1 });
  });

  test('accepts all white space that JSON allows around a colon', () => {
    expect(quickJson('{"a"\n\r\t :\t\r\n 1}')).toEqual({ a: 1 });
  });

  test('reads a nesting depth of a hundred and no more, in objects and in lists', () => {
    const objects = (count: number): string => `${'{"a":'.repeat(count)}1${'}'.repeat(count)}`;
    const lists = (count: number): string => `{"a":${'['.repeat(count)}1${']'.repeat(count)}}`;
    expect(quickJson(objects(101))).toBeDefined();
    expect(quickJson(objects(102))).toBeUndefined();
    expect(quickJson(lists(100))).toBeDefined();
    expect(quickJson(lists(101))).toBeUndefined();
  });

  test('leaves a key that ends with a backslash to the full parser', () => {
    expect(quickJson('{"a\\\\": 1}')).toBeUndefined();
  });

  test('leaves duplicate keys to the full parser, which reports them, at any depth and in any notation', () => {
    for (const text of [
      '{"a": 1, "a": 2}',
      '{"a": 1, "\\u0061": 2}',
      '{"b": [{"c": {"a": 1, "a" : 1}}]}',
      '{"__proto__": 1, "__proto__": 2}',
      '{"a\\\\": 1, "a\\\\"\n: 2}',
    ])
      expect(quickJson(text)).toBeUndefined();
  });

  test('leaves everything that is not a JSON object to the full parser', () => {
    for (const text of [
      '',
      'a: 1',
      '[1]',
      '{a: 1}',
      '{"a": 1,}',
      '{"a": 1} x',
      '"{"',
      `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    ])
      expect(quickJson(text)).toBeUndefined();
  });
});
