/** An element as selectors see it. */
export interface Selectable {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** How much work it is to look at its classes and attributes. About 1 for an ordinary element. */
  readonly size: number;
}

/** The size of an element with these classes and attributes. */
export function sizeOf(classes: readonly string[], attributes: Readonly<Record<string, string>>): number {
  const length = Object.values(attributes).reduce((sum, value) => sum + value.length, 0);
  return 1 + classes.length / 20 + length / 500;
}

/** A selector such as `div.note > p[lang=en]::before`. */
export interface Selector {
  /** The innermost first, each with the way to the next one. */
  readonly compounds: readonly Compound[];
  /** Whether it is about the words that a style sheet puts before the element. */
  readonly before: boolean;
  readonly specificity: number;
}

interface Compound {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
  readonly not: readonly Compound[];
  /** Whether the next compound is the parent rather than any ancestor. */
  readonly child: boolean;
  /** How many more steps than one it takes to test an ordinary element. */
  readonly steps: number;
}

interface AttributeTest {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

/** What a rule that applies costs more than one that does not. */
const matchSteps = 20;
/** What a test of an attribute costs more than one of a name. */
const attributeSteps = 4;
/** A letter of a name, also of another writing system, or an escaped sign as in `md\:hidden`. */
const letter = '(?:[\\w-]|[^\\x00-\\x7f]|\\\\[^\\w\\s])';
const test = `[.#]${letter}+|\\[[^\\]]{1,200}\\]|:not\\([^()]{1,200}\\)`;
const simple = new RegExp(test, 'g');
const compoundPattern = new RegExp(`^(>?)(${letter}*|\\*)((?:${test})*)$`);

/** As many selectors as one rule may stand for. */
const maxAlternatives = 100;

/** The selectors of a rule, one for each that `:is()` and `:where()` name. */
export function selectorsIn(text: string): string[] {
  const found = text.match(/(?:\([^()]*\)|[^,(])+/g) ?? [];
  for (let at = 0; at < found.length && found.length < maxAlternatives; ) {
    const [whole, list = ''] = /:(?:is|where)\(([^()]*)\)/i.exec(found[at] ?? '') ?? [];
    if (whole === undefined) at += 1;
    else found.splice(at, 1, ...list.split(',').map((each) => (found[at] ?? '').replace(whole, each.trim())));
  }
  return found;
}

/** Reads a selector of names, ids, classes and attributes, with or without ancestors; undefined for any other. */
export function readSelector(text: string): Selector | undefined {
  const before = /::?(?:before|marker)$/i.test(text);
  const parts =
    text
      .replace(/::?(?:before|marker)$/i, '')
      .replace(/:root\b/gi, 'html')
      .replace(/\s*>\s*/g, ' >')
      .match(/(?:\[[^\]]*\]|\([^()]*\)|[^\s[(])+/g) ?? [];
  const compounds: Compound[] = [];
  for (const part of parts) {
    const compound = readCompound(part);
    if (!compound) return undefined;
    compounds.unshift(compound);
  }
  const specificity = compounds.reduce((sum, compound) => sum + weightOf(compound), 0);
  return compounds.length === 0 ? undefined : { compounds, before, specificity };
}

function readCompound(part: string): Compound | undefined {
  const match = compoundPattern.exec(part);
  if (!match) return undefined;
  const tests = match[3]?.match(simple) ?? [];
  const not = tests.flatMap((test) => (test.startsWith(':') ? [readCompound(test.slice(5, -1).trim())] : []));
  const attributes = tests.flatMap((test) => (test.startsWith('[') ? [readAttributeTest(test)] : []));
  if (not.includes(undefined) || attributes.includes(undefined)) return undefined;
  const classes = tests.filter((each) => each.startsWith('.')).map((each) => unescaped(each.slice(1)));
  const inner = not as Compound[];
  const own = Math.max(0, classes.length - 1) + attributes.length * attributeSteps;
  return {
    name: match[2] === '' ? '*' : (match[2] ?? '*').toLowerCase(),
    id: unescaped(tests.find((each) => each.startsWith('#'))?.slice(1) ?? ''),
    classes,
    attributes: attributes as AttributeTest[],
    not: inner,
    child: match[1] === '>',
    steps: inner.reduce((sum, { steps }) => sum + steps + 1, own),
  };
}

function unescaped(name: string): string {
  return name.replace(/\\(.)/g, '$1');
}

function readAttributeTest(text: string): AttributeTest | undefined {
  const match = /^\[\s*([\w-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))\s*i?\s*)?\]$/i.exec(text);
  if (!match) return undefined;
  return { name: (match[1] ?? '').toLowerCase(), operator: match[2] ?? '', value: match[3] ?? match[4] ?? match[5] ?? '' };
}

function weightOf({ name, id, classes, attributes, not }: Compound): number {
  const own = (id ? 100 : 0) + (classes.length + attributes.length) * 10 + (name === '*' ? 0 : 1);
  return not.reduce((sum, each) => sum + weightOf(each), own);
}

/** The bucket of a selector: the id, the class or the name of its innermost compound. */
export function bucketOf({ compounds }: Selector): string {
  const [inner] = compounds;
  if (!inner) return '';
  return inner.id ? `#${inner.id}` : inner.classes[0] ? `.${inner.classes[0]}` : inner.name;
}

/** Tells which elements selectors are about, and counts its work in steps: one for a simple selector and an element. */
export class Matcher {
  steps = 0;
  readonly #most: number;

  /** @param most how many steps may be taken */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param above the ancestors of the element, outermost first */
  matches({ compounds }: Selector, element: Selectable, above: readonly Selectable[]): boolean {
    const [inner] = compounds;
    this.steps += 1 + (inner?.steps ?? 0) * element.size;
    const isMatch = inner !== undefined && fits(inner, element) && this.#matchesAbove(compounds, 1, above, above.length - 1);
    if (isMatch) this.steps += matchSteps;
    return isMatch;
  }

  get isExhausted(): boolean {
    return this.steps > this.#most;
  }

  #matchesAbove(compounds: readonly Compound[], index: number, above: readonly Selectable[], last: number): boolean {
    const next = compounds[index];
    if (!next) return true;
    const isChild = compounds[index - 1]?.child === true;
    for (let at = last; at >= 0; at--) {
      const ancestor = above[at] as Selectable;
      this.steps += 1 + next.steps * ancestor.size;
      if (fits(next, ancestor) && this.#matchesAbove(compounds, index + 1, above, at - 1)) return true;
      if (isChild || this.isExhausted) return false;
    }
    return false;
  }
}

function fits({ name, id, classes, attributes, not }: Compound, element: Selectable): boolean {
  return (
    (name === '*' || name === element.name) &&
    (id === '' || id === element.id) &&
    classes.every((each) => element.classes.includes(each)) &&
    attributes.every((test) => holds(test, element.attributes[test.name])) &&
    !not.some((each) => fits(each, element))
  );
}

function holds({ operator, value }: AttributeTest, found: string | undefined): boolean {
  if (found === undefined) return false;
  switch (operator) {
    case '=':
      return found === value;
    case '~=':
      return found.split(/\s+/).includes(value);
    case '^=':
      return value !== '' && found.startsWith(value);
    case '$=':
      return value !== '' && found.endsWith(value);
    case '*=':
      return value !== '' && found.includes(value);
    case '|=':
      return found === value || found.startsWith(`${value}-`);
    default:
      return true;
  }
}
