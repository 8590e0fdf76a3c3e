/** Declarations by their properties. */
type Declarations = Readonly<Record<string, string>>;

/** A chain of variables longer than this is circular. */
const maxDepth = 10;
/** Characters. A longer value hides nothing. */
const longestValue = 500;

/** The custom properties (`--name`) of an element: those that it inherits, and its own. */
export function variablesIn(declarations: Declarations, outer: Declarations): Declarations {
  const own = Object.entries(declarations).filter(([property]) => property.startsWith('--'));
  return own.length === 0 ? outer : { ...outer, ...Object.fromEntries(own) };
}

/** Puts the values of variables in the place of `var(--name)`. A property with a variable that has no value is left out. */
export function withVariables(declarations: Declarations, variables: Declarations): Declarations {
  const entries = Object.entries(declarations);
  if (!entries.some(([, value]) => usesVariable(value))) return declarations;
  const found = entries.flatMap(([property, value]) => {
    if (property.startsWith('--')) return [];
    const plain = substituted(value, variables);
    return plain === undefined ? [] : [[property, plain]];
  });
  return Object.fromEntries(found);
}

function usesVariable(value: string): boolean {
  return /\bvar\(/i.test(value);
}

function substituted(value: string, variables: Declarations): string | undefined {
  let text = value;
  for (let depth = 0; usesVariable(text); depth++) {
    const match = /\bvar\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)/i.exec(text);
    const own = variables[match?.[1] ?? ''] ?? match?.[2]?.trim();
    if (!match || own === undefined || depth > maxDepth || text.length > longestValue) return undefined;
    text = text.slice(0, match.index) + own + text.slice(match.index + match[0].length);
  }
  return text;
}
