/** The properties of an element that decide whether its words count, and how lists are numbered. */
export type Declarations = Readonly<Record<string, string>>;

/** An element as selectors see it. */
export interface Selectable {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
}

interface Rule {
  /** The compounds of the selector, the innermost first, each with the way to the next one. */
  readonly compounds: readonly Compound[];
  readonly before: boolean;
  readonly specificity: number;
  readonly declarations: Declarations;
}

interface Compound {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Whether the next compound is the parent rather than any ancestor. */
  readonly child: boolean;
}

const relevant = /^(?:display|visibility|text-decoration(?:-line)?|list-style(?:-type)?|content|opacity|font-size|mso-hide)$/;
/** Far more than any page has that a word processor or a ministry's site made. */
const maxRules = 5000;
const maxDepth = 5;

/** Reads declarations such as `color: red; display: none`. Only the properties that matter here are returned. */
export function readDeclarations(text: string): Declarations {
  const found: Record<string, string> = {};
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (relevant.test(property)) found[property] = declaration.slice(colon + 1).trim();
  }
  return found;
}

/** The rules of a page's style sheets, as far as they matter here. */
export class StyleSheet {
  /** By the class, id or element name of their innermost compound. */
  readonly #rules = new Map<string, Rule[]>();
  #count = 0;

  /** Adds the rules of a `<style>` element. */
  add(text: string): void {
    this.#addRules(text.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' '));
  }

  /** @param depth of conditional rules such as `@media` */
  #addRules(text: string, depth = 0): void {
    if (depth > maxDepth) return;
    for (let at = 0; at < text.length; ) {
      const open = text.indexOf('{', at);
      if (open === -1) return;
      const close = closingBrace(text, open);
      // A rule such as `@import "a.css";` has no braces.
      const between = text.slice(at, open);
      const head = between.slice(between.lastIndexOf(';') + 1).trim();
      const body = text.slice(open + 1, close);
      if (/^@media\b/i.test(head)) {
        if (!/\bprint\b/i.test(head) || /\b(?:screen|all)\b/i.test(head)) this.#addRules(body, depth + 1);
      } else if (!head.startsWith('@')) this.#addRule(head, body);
      at = close + 1;
    }
  }

  #addRule(selectors: string, body: string): void {
    const declarations = readDeclarations(body);
    if (Object.keys(declarations).length === 0) return;
    for (const selector of selectors.split(',')) {
      const rule = this.#count < maxRules ? readRule(selector.trim(), declarations) : undefined;
      const [inner] = rule?.compounds ?? [];
      if (!rule || !inner) continue;
      this.#count += 1;
      const key = inner.id ? `#${inner.id}` : inner.classes[0] ? `.${inner.classes[0]}` : inner.name;
      const list = this.#rules.get(key);
      if (list) list.push(rule);
      else this.#rules.set(key, [rule]);
    }
  }

  /**
   * The declarations for an element.
   * @param above its ancestors, outermost first
   * @param before whether those of its `::before` are wanted
   */
  declarationsFor(element: Selectable, above: readonly Selectable[], before = false): Declarations {
    if (this.#count === 0) return {};
    const keys = ['*', element.name, ...element.classes.map((name) => `.${name}`), ...(element.id ? [`#${element.id}`] : [])];
    const rules = keys.flatMap((key) => this.#rules.get(key) ?? []);
    const matching = rules.filter((rule) => rule.before === before && matches(rule.compounds, element, above));
    return Object.assign({}, ...matching.sort((a, b) => a.specificity - b.specificity).map(({ declarations }) => declarations));
  }
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

/** Reads a selector of element names, ids and classes, with or without ancestors; undefined for any other. */
function readRule(selector: string, declarations: Declarations): Rule | undefined {
  const before = /::?before$/i.test(selector);
  const parts = selector
    .replace(/::?before$/i, '')
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/)
    .filter(Boolean);
  const compounds: Compound[] = [];
  for (const part of parts) {
    const match = /^(>?)([\w-]*|\*)((?:[.#][\w-]+)*)$/.exec(part);
    if (!match) return undefined;
    const names = match[3]?.match(/[.#][\w-]+/g) ?? [];
    compounds.unshift({
      name: match[2] === '' ? '*' : (match[2] ?? '*').toLowerCase(),
      id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      child: match[1] === '>',
    });
  }
  const specificity = compounds.reduce(
    (sum, { name, id, classes }) => sum + (id ? 100 : 0) + classes.length * 10 + (name === '*' ? 0 : 1),
    0,
  );
  return { compounds, before, specificity, declarations };
}

function matches([inner, ...outer]: readonly Compound[], element: Selectable, above: readonly Selectable[]): boolean {
  if (!inner || !fits(inner, element)) return false;
  const [next] = outer;
  if (!next) return true;
  for (let index = above.length - 1; index >= 0; index--) {
    const candidate = above[index] as Selectable;
    if (fits(next, candidate) && matches(outer, candidate, above.slice(0, index))) return true;
    if (inner.child) return false;
  }
  return false;
}

function fits({ name, id, classes }: Compound, element: Selectable): boolean {
  return (
    (name === '*' || name === element.name) &&
    (id === '' || id === element.id) &&
    classes.every((each) => element.classes.includes(each))
  );
}
