import { createRequire } from 'node:module';
import type { Document, LineCounter, Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { phrase } from '../messages/phrases.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** The full parser takes longer to load than a file takes to be scored. */
const require = createRequire(import.meta.url);
let loaded: typeof import('yaml') | undefined;
export function yaml(): typeof import('yaml') {
  loaded ??= require('yaml') as typeof import('yaml');
  return loaded;
}

/** A YAML file that was read, where its lines begin, and all its faults in their order. */
export interface YamlDocument {
  /** As much as could be made out. */
  readonly document: Document.Parsed<ParsedNode>;
  readonly lines: LineCounter;
  readonly faults: readonly YamlFault[];
}

type Token = Parameters<InstanceType<typeof import('yaml')['Composer']>['next']>[0];

/** What is wrong with a YAML file, and at which character. */
export interface YamlFault {
  readonly code: ProblemCode;
  readonly args: Problem['args'];
  /** From 0. */
  readonly offset: number;
}

/** An answers file nests 5 deep; the reader itself runs out of stack at some thousands, and V8 then may end the process. */
const maxDepth = 100;
/** An answers file has 5,000 words, signs and spaces; each takes half a kilobyte of memory and ten microseconds. */
const maxTokens = 500_000;
/** What the parser has on its stack besides the nested parts: the document, and the part at hand. */
const stackBase = 2;

/**
 * Reads YAML 1.2 (core schema) in time and memory that grow with its length and no faster: nesting and words are counted while
 * they are read. Tags that would construct anything are faults, and so are keys that are no text.
 * @returns the document, or all its faults, in their order
 */
export function readYaml(text: string): YamlDocument {
  const lines = linesOf(text);
  const { documents, stop } = compose(text);
  const [document, second] = documents;
  const others = second ? [severalDocuments(second)] : [];
  const faults = [...syntaxFaults(document), ...others, ...structureFaults(document, text)];
  // What is wrong behind the place where the reading stopped is so because it stopped.
  if (stop) return { document, lines, faults: [...faults.filter(({ offset }) => offset < stop.offset), stop] };
  return { document, lines, faults: faults.sort((a, b) => a.offset - b.offset) };
}

type Documents = readonly [Document.Parsed<ParsedNode>, ...Document.Parsed<ParsedNode>[]];

/** @returns the first two documents, and what made it stop before the end */
function compose(text: string): { documents: Documents; stop?: YamlFault } {
  const { Composer, Lexer, Parser } = yaml();
  const parser = new Parser();
  const composer = new Composer({ uniqueKeys: false, schema: 'core', resolveKnownTags: false, prettyErrors: false });
  const documents: Document.Parsed<ParsedNode>[] = [];
  const take = (tokens: Iterable<Token>): void => {
    for (const token of tokens) for (const document of composer.next(token)) documents.push(document);
  };
  let count = 0;
  let stop: YamlFault | undefined;
  try {
    for (const lexeme of new Lexer().lex(text)) {
      count += 1;
      take(parser.next(lexeme));
      const { offset } = parser;
      if (parser.stack.length > maxDepth + stackBase) stop = { code: 'too-deep', args: {}, offset: offset - lexeme.length };
      else if (count > maxTokens) stop = { code: 'too-many-parts', args: { most: maxTokens }, offset };
      // A second document is a fault already.
      if (stop || documents.length > 1) break;
    }
    take(parser.end());
    for (const document of composer.end(true, text.length)) documents.push(document);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Its lists of errors are handed on as arguments, of which there can be a hundred thousand or so.
    stop = { code: 'too-many-parts', args: { most: maxTokens }, offset: parser.offset };
  }
  const [first = yaml().parseDocument('') as Document.Parsed<ParsedNode>, ...others] = documents;
  return stop ? { documents: [first, ...others], stop } : { documents: [first, ...others] };
}

function linesOf(text: string): LineCounter {
  const { LineCounter } = yaml();
  const lines = new LineCounter();
  for (let start = 0; start !== -1; ) {
    lines.addNewLine(start);
    const end = text.indexOf('\n', start);
    start = end === -1 ? -1 : end + 1;
  }
  return lines;
}

function severalDocuments({ range }: Document.Parsed<ParsedNode>): YamlFault {
  return { code: 'several-documents', args: {}, offset: range[0] };
}

/** A warning is of a tag that means nothing here, which the reader would pass over. */
function syntaxFaults({ errors, warnings }: Document.Parsed<ParsedNode>): YamlFault[] {
  return [...errors, ...warnings].map(({ message, pos }) => ({
    code: 'not-yaml',
    args: { detail: message.replace(/\s+/g, ' ') },
    offset: pos[0],
  }));
}

/** Names that the parser reads and would not write again: an hour of answers must not end at that. */
const unwritable = /[\x00-\x19\s]/;

/** Keys that stand twice in a map or are no text, anchors that can't be written, and aliases that unfold into themselves. */
function structureFaults(document: Document.Parsed<ParsedNode>, text: string): YamlFault[] {
  const { isAlias, isCollection, isMap, isPair, isScalar } = yaml();
  const faults: YamlFault[] = [];
  const open = new Set<string>();
  const named = new Set<string>();
  const walk = (node: unknown): void => {
    if (isPair(node)) {
      if (isScalar(node.key)) walk(node.key);
      walk(node.value);
    }
    if (isAlias(node) && (open.has(node.source) || !named.has(node.source))) {
      const code = open.has(node.source) ? 'alias-circle' : 'alias-unknown';
      faults.push({ code, args: { name: node.source }, offset: node.range?.[0] ?? 0 });
    }
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) {
      named.add(node.anchor);
      if (unwritable.test(node.anchor))
        faults.push({ code: 'anchor-name', args: { name: node.anchor }, offset: node.range?.[0] ?? 0 });
    }
    if (!isCollection(node)) return;
    if (isMap(node)) for (const fault of keyFaults(node, text)) faults.push(fault);
    const { anchor } = node;
    const isNew = anchor !== undefined && !open.has(anchor);
    if (isNew) open.add(anchor);
    for (const item of node.items) walk(item);
    if (isNew) open.delete(anchor);
  };
  walk(document.contents);
  return faults;
}

/** JavaScript knows keys as texts: `1` and `"1"` would be one, and the first value lost. */
function keyFaults({ items }: YAMLMap, text: string): YamlFault[] {
  const { isNode, isScalar } = yaml();
  const seen = new Set<string>();
  return items.flatMap(({ key }): YamlFault[] => {
    const [from, to] = (isNode(key) && key.range) || [0, 0];
    const isText = isScalar(key) && !(typeof key.value === 'number' && !Number.isFinite(key.value));
    // `.nan` would be the key NaN, which nobody wrote.
    if (!isText)
      return key === null ? [] : [{ code: 'not-yaml', args: { detail: phrase('values', 'key-not-text') }, offset: from }];
    const name = String(key.value);
    if (seen.has(name)) return [{ code: 'duplicate-key', args: { key: text.slice(from, to) }, offset: from }];
    seen.add(name);
    return [];
  });
}

const pairsOf = new WeakMap<YAMLMap, Map<string, Pair>>();

/** The pair of a map that has this key. A file with a thousand faults looks up as many. */
export function pairAt(map: YAMLMap, key: string): { readonly key: Node; readonly value: Node | null } | undefined {
  let pairs = pairsOf.get(map);
  if (!pairs) {
    const { isScalar } = yaml();
    pairs = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])));
    pairsOf.set(map, pairs);
  }
  const found = pairs.get(key);
  return found && { key: found.key as Node, value: (found.value as Node | null) ?? null };
}
