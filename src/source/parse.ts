import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type ParsedNode } from 'yaml';
import type { Problem, ProblemCode } from './problem.ts';
import { pairAt, readYaml, type YamlFault } from './yaml-document.ts';

export type Path = readonly (string | number)[];

/** A YAML or JSON file that was read: its value, and where in the text each part of it stands. */
export interface ParsedSource {
  readonly source: string;
  readonly text: string;
  readonly document: Document.Parsed<ParsedNode>;
  readonly value: unknown;
  /** A problem placed at the value of this path (or at its key), or at the nearest part that exists. */
  readonly problem: (code: ProblemCode, path: Path, args?: Problem['args'], at?: 'key' | 'value') => Problem;
  /** Where each key below a key of the top level stands. */
  readonly keysBelow: (section: string) => { readonly key: string; readonly line: number; readonly column: number }[];
}

/** Aliases are for people who repeat themselves, not for files that unfold to gigabytes. */
const maxAliases = 1000;

/**
 * Reads YAML 1.2 (core schema), of which JSON is a part.
 * @returns the parsed source, or every fault of its syntax, duplicate keys among them
 */
export function parseSource(text: string, source: string): ParsedSource | { readonly problems: Problem[] } {
  const read = readYaml(text);
  const { lines } = read;
  const place = (offset: number): Pick<Problem, 'line' | 'column' | 'excerpt'> => placeOf(text, lines, offset);
  const toProblem = ({ code, args, offset }: YamlFault): Problem => ({ code, args, source, ...place(offset) });
  if ('faults' in read) return { problems: read.faults.map(toProblem) };
  const { document } = read;
  try {
    const value: unknown = document.toJS({ maxAliasCount: maxAliases });
    return {
      source,
      text,
      document,
      value,
      problem: (code, path, args = {}, at = 'value') => ({ code, args, source, ...place(offsetOf(document, path, at)) }),
      keysBelow: (section) =>
        keysBelow(document, section).map(({ key, offset }) => {
          const { line, col } = lines.linePos(offset);
          return { key, line: Math.max(1, line), column: Math.max(1, col) };
        }),
    };
  } catch (error) {
    if (error instanceof ReferenceError)
      return { problems: [toProblem({ code: 'too-many-aliases', args: { most: maxAliases }, offset: text.indexOf('*') })] };
    throw error;
  }
}

function placeOf(text: string, lines: LineCounter, offset: number): Pick<Problem, 'line' | 'column' | 'excerpt'> {
  const { line, col } = lines.linePos(offset);
  const start = lines.lineStarts[line - 1] ?? 0;
  const excerpt = text.slice(start, lines.lineStarts[line] ?? text.length).replace(/\r?\n$/, '');
  return { line, column: col, excerpt };
}

function keysBelow(document: Document.Parsed<ParsedNode>, section: string): { key: string; offset: number }[] {
  const found: unknown = document.get(section, true);
  const node = isAlias(found) ? found.resolve(document) : found;
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key }) => (isScalar(key) ? [{ key: String(key.value), offset: key.range?.[0] ?? 0 }] : []));
}

function offsetOf(document: Document.Parsed<ParsedNode>, path: Path, at: 'key' | 'value'): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [index, segment] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = pairAt(node, String(segment));
      if (!pair) break;
      const { key } = pair;
      node = pair.value;
      const ofValue = isScalar(node) && node.value === null && !node.source ? undefined : node?.range?.[0];
      offset = (last && at === 'key') || ofValue === undefined ? (key.range?.[0] ?? offset) : ofValue;
    } else if (isSeq(node) && typeof segment === 'number') {
      node = (node.items[segment] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
