import type { Document, LineCounter, Node, ParsedNode } from 'yaml';
import type { Problem, ProblemCode } from './problem.ts';
import { quickJson } from './quick-json.ts';
import { quickYaml } from './quick-yaml/quick-yaml.ts';
import { pairAt, readYaml, type YamlFault, yaml } from './yaml-document.ts';

export type Path = readonly (string | number)[];

/** A YAML or JSON file that was read: its value, and where in the text each part of it stands. */
export interface ParsedSource {
  readonly source: string;
  readonly text: string;
  readonly value: unknown;
  /** The text as the full parser sees it, comments and order included. Made when it is asked for: a run that scores needs it not. */
  readonly document: () => Document.Parsed<ParsedNode>;
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
  const quick = quickJson(text) ?? quickYaml(text);
  if (quick === undefined) {
    const parsed = parseFully(text, source);
    return 'problems' in parsed ? parsed : toSource(text, source, parsed.value, () => parsed);
  }
  let full: FullyParsed | undefined;
  const fully = (): FullyParsed => {
    full ??= readYaml(text);
    return full;
  };
  // JSON may be laid out as YAML is not: its places are then those of as much as could be made out, and what is written is laid out anew.
  const written = (): FullyParsed => (fully().document.errors.length > 0 ? readYaml(JSON.stringify(quick, null, 2)) : fully());
  return toSource(text, source, quick, fully, written);
}

/** The document of a text whose value is known, and its lines. */
interface FullyParsed {
  readonly document: Document.Parsed<ParsedNode>;
  readonly lines: LineCounter;
}

function toSource(
  text: string,
  source: string,
  value: unknown,
  full: () => FullyParsed,
  written: () => FullyParsed = full,
): ParsedSource {
  return {
    source,
    text,
    value,
    // A getter of a literal stands in memory with the shape of its object, and the text with it, long after both were needed.
    document: () => written().document,
    problem: (code, path, args = {}, at = 'value') => {
      const { document, lines } = full();
      return { code, args, source, ...placeOf(text, lines, offsetOf(document, path, at)) };
    },
    keysBelow: (section) => {
      const { document, lines } = full();
      return keysBelow(document, section).map(({ key, offset }) => {
        const { line, col } = lines.linePos(offset);
        return { key, line: Math.max(1, line), column: Math.max(1, col) };
      });
    },
  };
}

function parseFully(text: string, source: string): (FullyParsed & { value: unknown }) | { readonly problems: Problem[] } {
  const { document, lines, faults } = readYaml(text);
  const toProblem = ({ code, args, offset }: YamlFault): Problem => ({ code, args, source, ...placeOf(text, lines, offset) });
  if (faults.length > 0) return { problems: faults.map(toProblem) };
  try {
    return { document, lines, value: document.toJS({ maxAliasCount: maxAliases }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { problems: [toProblem({ code: 'too-many-aliases', args: { most: maxAliases }, offset: text.indexOf('*') })] };
  }
}

function placeOf(text: string, lines: LineCounter, offset: number): Pick<Problem, 'line' | 'column' | 'excerpt'> {
  const { line, col } = lines.linePos(offset);
  const start = lines.lineStarts[line - 1] ?? 0;
  const excerpt = text.slice(start, lines.lineStarts[line] ?? text.length).replace(/\r?\n$/, '');
  return { line, column: col, excerpt };
}

function keysBelow(document: Document.Parsed<ParsedNode>, section: string): { key: string; offset: number }[] {
  const { isAlias, isMap, isScalar } = yaml();
  const found: unknown = document.get(section, true);
  const node = isAlias(found) ? found.resolve(document) : found;
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key }) => (isScalar(key) ? [{ key: String(key.value), offset: key.range?.[0] ?? 0 }] : []));
}

function offsetOf(document: Document.Parsed<ParsedNode>, path: Path, at: 'key' | 'value'): number {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
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
