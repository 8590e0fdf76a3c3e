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

describe('JSON is read by the engine', () => {
  test('as the full parser reads it, however it is laid out', () => {
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

  test('whatever is usual, it does read', () => {
    const usual = { a: { b: [1, 'x: y', null, { f: 1 }, [{ g: 2 }]], 'c.d': 'a "quoted": word' }, e: {} };
    for (const indent of [undefined, 2]) expect(quickJson(JSON.stringify(usual, null, indent))).toEqual(usual);
  });

  test('numbers and escapes have the value that YAML gives them', () => {
    const text =
      '{"a": [1E5, -0.5, 1e-7, 12345678901234567890, 0], "b": "\\u00e9\\n\\/\\ud83d\\ude00", "c": [true, false, null]}';
    expect(quickJson(text)).toEqual(parseDocument(text).toJS());
  });

  test('with tabs, which YAML does not allow as indentation', () => {
    expect(quickJson('{\n\t"a": 1\n}')).toEqual({ a: 1 });
  });

  test('with whatever space JSON allows around a colon', () => {
    expect(quickJson('{"a"\n\r\t :\t\r\n 1}')).toEqual({ a: 1 });
  });

  test('a hundred levels and no more, in objects and in lists', () => {
    const objects = (count: number): string => `${'{"a":'.repeat(count)}1${'}'.repeat(count)}`;
    const lists = (count: number): string => `{"a":${'['.repeat(count)}1${']'.repeat(count)}}`;
    expect(quickJson(objects(101))).toBeDefined();
    expect(quickJson(objects(102))).toBeUndefined();
    expect(quickJson(lists(100))).toBeDefined();
    expect(quickJson(lists(101))).toBeUndefined();
  });

  test('a backslash at the end of a key is left to the full parser', () => {
    expect(quickJson('{"a\\\\": 1}')).toBeUndefined();
  });

  test('a key that is there twice is left to the parser that complains, at any depth and however it is written', () => {
    for (const text of [
      '{"a": 1, "a": 2}',
      '{"a": 1, "\\u0061": 2}',
      '{"b": [{"c": {"a": 1, "a" : 1}}]}',
      '{"__proto__": 1, "__proto__": 2}',
      '{"a\\\\": 1, "a\\\\"\n: 2}',
    ])
      expect(quickJson(text)).toBeUndefined();
  });

  test('what is no JSON object is none of its business', () => {
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
