import { toJson } from '../escape/json.ts';

/** Where JSON has line breaks and spaces. Depths are counted from the value that is written: its own entries have depth 1. */
export interface JsonLayout {
  /** Stands before each entry of an object or a list, and, with the depth of the object or list, before its closing bracket. */
  readonly lineBreak: (depth: number) => string;
  readonly colon: string;
  /** A value that stands at a depth. */
  readonly value: (value: unknown, depth: number) => string;
}

export const oneLine: JsonLayout = { lineBreak: () => '', colon: ':', value: (value) => toJson(value) };

/** Two spaces a level, for a value that stands `outer` levels inside its document. */
export function indentedIn(outer: number): JsonLayout {
  const breaks: string[] = [];
  const lineBreak = (depth: number): string => {
    breaks[depth] ??= `\n${'  '.repeat(outer + depth)}`;
    return breaks[depth];
  };
  // Line breaks within strings are escaped, so every one is the layout's own.
  const value = (part: unknown, depth: number): string => toJson(part, 2).replaceAll('\n', lineBreak(depth));
  return { lineBreak, colon: ': ', value };
}
