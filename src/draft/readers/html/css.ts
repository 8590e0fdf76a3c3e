import { colorOf, isPale, isUnseen } from '../ink.ts';
import { backgroundIn } from './background.ts';
import { appliesToScreen } from './media.ts';
import { bucketOf, Matcher, readSelector, type Selectable, type Selector, selectorsIn } from './selectors.ts';
import { variablesIn } from './variables.ts';

/** The properties of an element that decide whether its words count, and how it is numbered. */
export type Declarations = Readonly<Record<string, string>>;

/** Declarations as written. Those that are marked `!important` win over all others. */
export interface DeclarationList {
  readonly normal: Declarations;
  readonly important: Declarations;
}

export const noDeclarations: Declarations = {};

interface Rule {
  readonly selector: Selector;
  readonly declarations: DeclarationList;
  /** Of two rules with the same specificity the later one wins. */
  readonly order: number;
}

const relevant =
  /^(?:display|visibility|text-decoration(?:-line)?|list-style(?:-type)?|content|counter-(?:reset|increment|set)|opacity|zoom|scale|font-size|font|vertical-align|mso-hide|mso-element|clip|clip-path|content-visibility|transform|filter|text-indent|-webkit-text-security|--[\w-]+)$/;
/**
 * Properties that most rules have and few hide words with. A page pays for them only if one of its rules does: then all the others
 * decide where words are shown again.
 */
const costly: readonly { readonly hides: RegExp | ((rules: string) => boolean); readonly properties: RegExp }[] = [
  {
    hides: /(?:left|right|top|bottom|inset)\s*:[^;{}]*(?:-\d{2}|\d{4}px)|\bclip\s*:/i,
    properties: /^(?:position|left|right|top|bottom|inset|margin-left|margin-top)$/,
  },
  {
    hides: /(?:height|width)\s*:\s*[01](?:\.0+)?(?:px|pt|r?em|%)?\s*[;}!]/i,
    properties: /^(?:(?:max-)?(?:height|width)|overflow)$/,
  },
  {
    hides: /\bcolor\s*:\s*(?:transparent|(?:rgb|hsl)a?\(|#[\da-f]{4}\b|#[\da-f]{8}\b)/i,
    properties: /^(?:color|-webkit-text-fill-color|(?:-webkit-)?background-clip)$/,
  },
  {
    hides: hasUnseenColors,
    properties: /^(?:color|-webkit-text-fill-color|background|background-color|text-shadow|position)$/,
  },
];
const allCostly = costly.map(({ properties }) => properties);
/** Far more than any page has that a word processor or a ministry's site made. */
const maxRules = 20_000;
const maxDepth = 5;
/** Steps in which rules may look at elements: enough for any page, and few enough for a hostile one. */
const usualSteps = 1e7;

/**
 * Reads declarations such as `color: red; display: none`. Only the properties that matter here are returned.
 * @param also further properties that matter
 */
export function readDeclarations(text: string, also: readonly RegExp[] = allCostly): DeclarationList {
  const found: { normal: Record<string, string>; important: Record<string, string> } = { normal: {}, important: {} };
  for (const declaration of splitOutsideQuotes(withoutComments(text), ';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!relevant.test(property) && !also.some((each) => each.test(property))) continue;
    const value = declaration.slice(colon + 1).trim();
    const plain = value.replace(/\s*!\s*important$/i, '');
    found[plain === value ? 'normal' : 'important'][property] = plain;
  }
  return found;
}

/** The declarations of an element, the weakest list first. */
export function cascaded(lists: readonly DeclarationList[]): Declarations {
  return Object.assign({}, ...lists.map(({ normal }) => normal), ...lists.map(({ important }) => important));
}

/** A text of a style sheet without its comments, and with the characters that it escapes. */
function withoutComments(text: string): string {
  const bare = text.includes('/*') ? text.replace(/\/\*[\s\S]*?\*\//g, '') : text;
  return bare.includes('\\') ? bare.replace(/\\([\da-f]{1,6})\s?/gi, (whole, code: string) => escaped(code) ?? whole) : bare;
}

/** The letter or digit of an escape; undefined for a sign, which would be read as part of the style sheet. */
function escaped(code: string): string | undefined {
  const character = String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  return /^[\p{L}\p{N}]$/u.test(character) ? character : undefined;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!/["']/.test(text)) return text.split(separator);
  return text.match(new RegExp(`(?:"[^"]*"|'[^']*'|[^${separator}])+`, 'g')) ?? [];
}

/** The rules of a page's style sheets, as far as they matter here. */
export class StyleSheet {
  readonly #rules = new Map<string, Rule[]>();
  /** Rises with each `<style>` element. */
  version = 0;
  /** The custom properties of the page as a whole. */
  rootVariables: Declarations = noDeclarations;
  #count = 0;
  readonly #matcher: Matcher;
  #hasBefore = false;
  /** The costly properties that this page hides words with. */
  #costly: readonly RegExp[] = [];

  readonly #readsPlaces: boolean;

  constructor({ maxSteps = usualSteps, readsPlaces = true } = {}) {
    this.#matcher = new Matcher(maxSteps);
    this.#readsPlaces = readsPlaces;
  }

  /** Whether the page has too many rules and elements to tell what it hides. */
  get isTooComplex(): boolean {
    return this.#matcher.isExhausted;
  }

  /** Adds the rules of a `<style>` element. */
  add(text: string): void {
    const bare = withoutComments(text).replace(/<!--|-->/g, ' ');
    this.#costly = costly
      .filter(({ hides, properties }) => this.#readsPlaces && (this.#costly.includes(properties) || hidesWith(hides, bare)))
      .map(({ properties }) => properties);
    this.#addRules(bare);
    this.version += 1;
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
      if (/^@(?:media|supports|layer)\b/i.test(head)) {
        if (!/^@media\b/i.test(head) || appliesToScreen(head)) this.#addRules(body, depth + 1);
      } else if (!head.startsWith('@')) this.#addRule(head, body);
      at = close + 1;
    }
  }

  #addRule(selectors: string, body: string): void {
    const declarations = readDeclarations(body, this.#costly);
    if (Object.keys(declarations.normal).length + Object.keys(declarations.important).length === 0) return;
    for (const text of selectorsIn(selectors)) {
      if (/^\s*(?::root|html)\s*$/i.test(text)) this.rootVariables = variablesIn(cascaded([declarations]), this.rootVariables);
      const selector = this.#count < maxRules ? readSelector(text.trim()) : undefined;
      if (!selector) continue;
      this.#count += 1;
      this.#hasBefore ||= selector.before;
      const bucket = bucketOf(selector);
      const rule = { selector, declarations, order: this.#count };
      const list = this.#rules.get(bucket);
      if (list) list.push(rule);
      else this.#rules.set(bucket, [rule]);
    }
  }

  /**
   * The declarations for an element.
   * @param above its ancestors, outermost first
   * @param own those in its `style`
   */
  declarationsFor(element: Selectable, above: readonly Selectable[], own: string | undefined): Declarations {
    if (this.#count === 0 && own === undefined) return noDeclarations;
    const lists = this.#count === 0 ? [] : [this.#matching(element, above, false)];
    return cascaded(own === undefined ? lists : [...lists, readDeclarations(own)]);
  }

  /** The declarations for the words that the style sheets put before an element. */
  declarationsBefore(element: Selectable, above: readonly Selectable[]): Declarations {
    return this.#hasBefore ? cascaded([this.#matching(element, above, true)]) : noDeclarations;
  }

  #matching(element: Selectable, above: readonly Selectable[], before: boolean): DeclarationList {
    const keys = ['*', element.name, ...element.classes.map((name) => `.${name}`), ...(element.id ? [`#${element.id}`] : [])];
    const matching: Rule[] = [];
    for (const key of keys)
      for (const rule of this.#rules.get(key) ?? []) {
        if (this.isTooComplex) return nothing;
        if (rule.selector.before === before && this.#matcher.matches(rule.selector, element, above)) matching.push(rule);
      }
    const lists = matching
      .sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order)
      .map(({ declarations }) => declarations);
    return {
      normal: Object.assign({}, ...lists.map(({ normal }) => normal)),
      important: Object.assign({}, ...lists.map(({ important }) => important)),
    };
  }
}

const nothing: DeclarationList = { normal: {}, important: {} };

function hidesWith(hides: RegExp | ((rules: string) => boolean), rules: string): boolean {
  return typeof hides === 'function' ? hides(rules) : hides.test(rules);
}

/** Whether a style sheet gives words the colour white, or a colour that it also uses as a background. */
function hasUnseenColors(rules: string): boolean {
  const written = new Set<string>();
  for (const [, value = ''] of rules.matchAll(/(?:^|[;{\s])(?:-webkit-text-fill-)?color\s*:\s*([^;{}!]{1,80})/gi))
    written.add(colorOf(value) ?? (value.includes('var(') ? 'ffffff' : ''));
  if ([...written].some((color) => isPale({ color: color || undefined }))) return true;
  for (const [, value = ''] of rules.matchAll(/[;{\s]background(?:-color)?\s*:\s*([^;{}]{1,200})/gi)) {
    const background = backgroundIn(value.trim());
    if ([...written].some((color) => isUnseen({ color: color || undefined, background }))) return true;
  }
  return false;
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
