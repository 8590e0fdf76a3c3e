import type { Document, LineCounter, Node, Pair, ParsedNode, YAMLMap } from 'yaml';
import { phrase } from '../messages/phrases.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { yaml } from './yaml-package.ts';

export interface YamlDocument {
  /** The syntax tree; incomplete if there are errors. */
  readonly document: Document.Parsed<ParsedNode>;
  /** The offsets at which lines begin. */
  readonly lines: LineCounter;
  /** All errors, in the order of the text. */
  readonly faults: readonly YamlFault[];
}

type Token = Parameters<InstanceType<typeof import('yaml')['Composer']>['next']>[0];

/** An error in a YAML file. */
export interface YamlFault {
  readonly code: ProblemCode;
  readonly args: Problem['args'];
  /** Index of the character, from 0. */
  readonly offset: number;
}

/** An answers file has a nesting depth of 5. At some thousands the parser overflows the stack, and V8 may end the process. */
const maxDepth = 100;
/** An answers file has about 5,000 tokens. Each takes half a kilobyte of memory and ten microseconds. */
const maxTokens = 500_000;
/** The entries on the parser's stack besides the nested collections: the document, and the current token. */
const stackBase = 2;

/**
 * Parses YAML 1.2 (core schema). Time and memory are linear in the length of the text: nesting depth and tokens are limited while
 * parsing. Unknown tags and keys that are not text are errors.
 */
export function readYaml(text: string): YamlDocument {
  const lines = linesOf(text);
  const { documents, stop } = compose(text);
  const [document, second] = documents;
  const others = second ? [severalDocuments(second)] : [];
  const faults = [...syntaxFaults(document), ...others, ...structureFaults(document, text)];
  // Errors after the offset at which parsing stopped are a consequence of the stop.
  if (stop) return { document, lines, faults: [...faults.filter(({ offset }) => offset < stop.offset), stop] };
  return { document, lines, faults: faults.sort((a, b) => a.offset - b.offset) };
}

type Documents = readonly [Document.Parsed<ParsedNode>, ...Document.Parsed<ParsedNode>[]];

/** @returns at least one document, and the limit that made parsing stop before the end of the text */
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
      // A second document is an error, so there is no need to parse on.
      if (stop || documents.length > 1) break;
    }
    take(parser.end());
    for (const document of composer.end(true, text.length)) documents.push(document);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser passes its list of errors as arguments of a call, which overflows the stack at about a hundred thousand.
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

/** Warnings are errors too: the parser warns of unknown tags and then ignores them. */
function syntaxFaults({ errors, warnings }: Document.Parsed<ParsedNode>): YamlFault[] {
  return [...errors, ...warnings].map(({ message, pos }) => ({
    code: 'not-yaml',
    args: { detail: message.replace(/\s+/g, ' ') },
    offset: pos[0],
  }));
}

/** Anchor names that the parser reads but refuses to write. Reported on reading, so that an interview does not fail on saving. */
const unwritable = /[\x00-\x19\s]/;

/** Finds duplicate keys, keys that are not text, anchors that cannot be written, and aliases that are unknown or circular. */
function structureFaults(document: Document.Parsed<ParsedNode>, text: string): YamlFault[] {
  const { isAlias, isCollection, isMap, isPair, isScalar } = yaml();
  const faults: YamlFault[] = [];
  /** Anchors of the collections that contain the current node, and all anchors so far. */
  const enclosing = new Set<string>();
  const known = new Set<string>();
  const walk = (node: unknown): void => {
    if (isPair(node)) {
      if (isScalar(node.key)) walk(node.key);
      walk(node.value);
    }
    if (isAlias(node) && (enclosing.has(node.source) || !known.has(node.source))) {
      const code = enclosing.has(node.source) ? 'alias-circle' : 'alias-unknown';
      faults.push({ code, args: { name: node.source }, offset: node.range?.[0] ?? 0 });
    }
    if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) {
      known.add(node.anchor);
      if (unwritable.test(node.anchor))
        faults.push({ code: 'anchor-name', args: { name: node.anchor }, offset: node.range?.[0] ?? 0 });
    }
    if (!isCollection(node)) return;
    if (isMap(node)) for (const fault of keyFaults(node, text)) faults.push(fault);
    const { anchor } = node;
    const isNew = anchor !== undefined && !enclosing.has(anchor);
    if (isNew) enclosing.add(anchor);
    for (const item of node.items) walk(item);
    if (isNew) enclosing.delete(anchor);
  };
  walk(document.contents);
  return faults;
}

/** Keys are compared as strings, as in a JavaScript object: `1` and `"1"` are duplicates, and the first value would be lost. */
function keyFaults({ items }: YAMLMap, text: string): YamlFault[] {
  const { isNode, isScalar } = yaml();
  const seen = new Set<string>();
  return items.flatMap(({ key }): YamlFault[] => {
    const [from, to] = (isNode(key) && key.range) || [0, 0];
    const isText = isScalar(key) && !(typeof key.value === 'number' && !Number.isFinite(key.value));
    // `.nan` would become the key "NaN", which is not in the file.
    if (!isText)
      return key === null ? [] : [{ code: 'not-yaml', args: { detail: phrase('values', 'key-not-text') }, offset: from }];
    const name = String(key.value);
    if (seen.has(name)) return [{ code: 'duplicate-key', args: { key: text.slice(from, to) }, offset: from }];
    seen.add(name);
    return [];
  });
}

const pairsOf = new WeakMap<YAMLMap, Map<string, Pair>>();

/**
 * The pair of a map that has this key. Indexed on the first call, since a file with a thousand errors needs a thousand look-ups.
 */
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
