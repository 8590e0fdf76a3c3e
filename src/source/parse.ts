import { createRequire } from 'node:module';
import type { Document, LineCounter, Node, ParsedNode } from 'yaml';
import type { Problem, ProblemCode } from './problem.ts';
import { quickJson } from './quick-json.ts';
import { quickYaml } from './quick-yaml.ts';

export type Path = readonly (string | number)[];

/** A YAML or JSON file that was read: its value, and where in the text each part of it stands. */
export interface ParsedSource {
  readonly source: string;
  readonly text: string;
  readonly value: unknown;
  /** The text as the full parser sees it, comments and order included. Made when it is asked for: a run that scores needs it not. */
  readonly document: Document.Parsed<ParsedNode>;
  /** A problem placed at the value of this path (or at its key), or at the nearest part that exists. */
  readonly problem: (code: ProblemCode, path: Path, args?: Problem['args'], at?: 'key' | 'value') => Problem;
  /** Where each key below a key of the top level stands. */
  readonly keysBelow: (section: string) => { readonly key: string; readonly line: number; readonly column: number }[];
}

/** Aliases are for people who repeat themselves, not for files that unfold to gigabytes. */
const maxAliases = 1000;

/** The full parser takes longer to load than a file takes to be scored. */
const require = createRequire(import.meta.url);
let loaded: typeof import('yaml') | undefined;
function yaml(): typeof import('yaml') {
  loaded ??= require('yaml') as typeof import('yaml');
  return loaded;
}

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
  return toSource(text, source, quick, () => {
    full ??= placesOnly(text, source);
    return full;
  });
}

/** The document of a text whose value is known, and its lines. */
interface FullyParsed {
  readonly document: Document.Parsed<ParsedNode>;
  readonly lines: LineCounter;
}

function toSource(text: string, source: string, value: unknown, full: () => FullyParsed): ParsedSource {
  return {
    source,
    text,
    value,
    get document() {
      return full().document;
    },
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

/** JSON may be what YAML is not (tabs, very long keys): its places are then those of as much as could be made out. */
function placesOnly(text: string, source: string): FullyParsed {
  const parsed = parseFully(text, source);
  if (!('problems' in parsed)) return parsed;
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

function parseFully(text: string, source: string): (FullyParsed & { value: unknown }) | { readonly problems: Problem[] } {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const place = (offset: number): Pick<Problem, 'line' | 'column' | 'excerpt'> => placeOf(text, lines, offset);
    // The parser reports a stack that ran out as if it were bad syntax.
    if (document.errors.some(({ message }) => message.includes('call stack'))) {
      return { problems: [{ code: 'too-deep', args: {}, source }] };
    }
    if (document.errors.length > 0) {
      return { problems: document.errors.map((error) => syntaxProblem(error, text, source, place)) };
    }
    return { document, lines, value: document.toJS({ maxAliasCount: maxAliases }) };
  } catch (error) {
    if (error instanceof RangeError) return { problems: [{ code: 'too-deep', args: {}, source }] };
    if (error instanceof ReferenceError) return { problems: [{ code: 'too-many-aliases', args: {}, source }] };
    throw error;
  }
}

function syntaxProblem(
  error: { code: string; message: string; pos: [number, number] },
  text: string,
  source: string,
  place: (offset: number) => Pick<Problem, 'line' | 'column' | 'excerpt'>,
): Problem {
  if (error.code === 'MULTIPLE_DOCS') return { code: 'several-documents', args: {}, source, ...place(error.pos[0]) };
  const duplicate = error.code === 'DUPLICATE_KEY';
  // The parser points at the key's first letter only, so the key is read from the text.
  const key = duplicate ? (/^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(error.pos[0]))?.[0] ?? '') : '';
  return {
    code: duplicate ? 'duplicate-key' : 'not-yaml',
    args: duplicate ? { key } : { detail: error.message.replace(/\s+/g, ' ') },
    source,
    ...place(error.pos[0]),
  };
}

function placeOf(text: string, lines: LineCounter, offset: number): Pick<Problem, 'line' | 'column' | 'excerpt'> {
  const { line, col } = lines.linePos(offset);
  if (line === 0) return { line: 1, column: 1, excerpt: firstLine(text) };
  const start = lines.lineStarts[line - 1] ?? 0;
  return { line, column: col, excerpt: firstLine(text.slice(start)) };
}

function firstLine(text: string): string {
  const end = text.search(/\r|\n/);
  return end === -1 ? text : text.slice(0, end);
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
      const pair: { key: unknown; value: unknown } | undefined = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(segment),
      );
      if (!pair) break;
      const key = pair.key as Node;
      node = (pair.value as Node | null) ?? null;
      const ofValue = isScalar(node) && node.value === null && !node.source ? undefined : node?.range?.[0];
      offset = (last && at === 'key') || ofValue === undefined ? (key.range?.[0] ?? offset) : ofValue;
    } else if (isSeq(node) && typeof segment === 'number') {
      node = (node.items[segment] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
