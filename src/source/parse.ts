import type { Document, LineCounter, Node, ParsedNode } from 'yaml';
import type { Problem, ProblemCode } from './problem.ts';
import { quickJson } from './quick-json.ts';
import { quickYaml } from './quick-yaml/quick-yaml.ts';
import { pairAt, readYaml, type YamlFault } from './yaml-document.ts';
import { yaml } from './yaml-package.ts';

export type Path = readonly (string | number)[];

/** A parsed YAML or JSON file: its value, and the position of each part in the text. */
export interface ParsedSource {
  readonly source: string;
  readonly text: string;
  readonly value: unknown;
  /** The syntax tree of the full parser, with comments and order. Created on the first call, because scoring does not need it. */
  readonly document: () => Document.Parsed<ParsedNode>;
  /** Creates a problem with the position of the value (or key) at this path, or of the nearest part that exists. */
  readonly problem: (code: ProblemCode, path: Path, args?: Problem['args'], at?: 'key' | 'value') => Problem;
  /** The characters of a number as they are in the text: `1.10`, whose value is 1.1. Undefined if there is no scalar at the path. */
  readonly written: (path: Path) => string | undefined;
  /** The keys of the mapping below a top-level key, with their positions. */
  readonly keysBelow: (section: string) => { readonly key: string; readonly line: number; readonly column: number }[];
}

/** Limits how often aliases are resolved, since nested aliases can expand a small file to gigabytes. */
const maxAliases = 1000;

/**
 * Parses YAML 1.2 (core schema), of which JSON is a subset.
 * @returns the parsed source, or all syntax errors, including duplicate keys
 */
export function parseSource(text: string, source: string): ParsedSource | { readonly problems: Problem[] } {
  const quick = quickJson(text) ?? quickYaml(text);
  if (quick === undefined) {
    const parsed = parseFully(text, source);
    return 'problems' in parsed ? parsed : toSource({ text, source, value: parsed.value, tree: () => parsed });
  }
  let full: FullyParsed | undefined;
  const fully = (): FullyParsed => {
    full ??= readYaml(text);
    return full;
  };
  // Some JSON is not valid YAML, for example if it is indented with tabs. Positions then come from the part that the YAML parser
  // understands, and the document for writing is parsed from newly formatted JSON.
  const writable = (): FullyParsed => (fully().document.errors.length > 0 ? readYaml(JSON.stringify(quick, null, 2)) : fully());
  return toSource({ text, source, value: quick, tree: fully, writableTree: writable });
}

/** The syntax tree of a text, and the offsets of its lines. */
interface FullyParsed {
  readonly document: Document.Parsed<ParsedNode>;
  readonly lines: LineCounter;
}

interface SourceParts {
  readonly text: string;
  readonly source: string;
  readonly value: unknown;
  /** The tree that positions are looked up in. */
  readonly tree: () => FullyParsed;
  /** The tree that can be changed and written back, if it is not the same. */
  readonly writableTree?: () => FullyParsed;
}

function toSource({ text, source, value, tree, writableTree = tree }: SourceParts): ParsedSource {
  return {
    source,
    text,
    value,
    // A method, not a getter: V8 would keep a getter's closure, and the text with it, in memory with the object's shape.
    document: () => writableTree().document,
    problem: (code, path, args = {}, at = 'value') => {
      const { document, lines } = tree();
      return { code, args, source, ...placeOf(text, lines, offsetOf(document, path, at)) };
    },
    written: (path) => {
      const { isScalar } = yaml();
      const node = nodeAt(tree().document, path);
      return isScalar(node) ? node.source : undefined;
    },
    keysBelow: (section) => {
      const { document, lines } = tree();
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

function nodeAt(document: Document.Parsed<ParsedNode>, path: Path): Node | null {
  const { isAlias, isMap, isSeq } = yaml();
  const followed = (node: Node | null): Node | null => (isAlias(node) ? (node.resolve(document) ?? null) : node);
  let node: Node | null = followed(document.contents);
  for (const segment of path) {
    const next = isMap(node) ? (pairAt(node, String(segment))?.value ?? null) : isSeq(node) ? node.items[Number(segment)] : null;
    node = followed((next ?? null) as Node | null);
  }
  return node;
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
