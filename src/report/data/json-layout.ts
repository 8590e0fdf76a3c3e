import { toJson } from '../escape/json.ts';

/** The line breaks and spaces of JSON. Depths are counted from the value that is written: its own entries have depth 1. */
export interface JsonLayout {
  /** Precedes each entry of an object or a list, and, with the depth of the object or list, its closing bracket. */
  readonly lineBreak: (depth: number) => string;
  readonly colon: string;
  /** A value at a depth. */
  readonly value: (value: unknown, depth: number) => string;
}

export const oneLine: JsonLayout = { lineBreak: () => '', colon: ':', value: (value) => toJson(value) };

/** Two spaces for each level, for a value that is `outer` levels inside its document. */
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
