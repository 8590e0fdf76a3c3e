/** The number that a browser shows before a list item, in the style of a list: `1`, `a`, `A`, `i` or `I`. */
export function listNumber(value: number, type: string): string {
  const number = numberIn(value, type);
  return /^[aAiI]$/.test(type) ? `(${number})` : `${number}.`;
}

/** A number in the style of a list, without brackets or a full stop. */
export function numberIn(value: number, type: string): string {
  if (type === 'a' || type === 'A') {
    const letter = value <= 26 ? String.fromCharCode(96 + value) : String.fromCharCode(96 + value - 26).repeat(2);
    return type === 'a' ? letter : letter.toUpperCase();
  }
  if (type === 'i' || type === 'I') return type === 'i' ? toRoman(value) : toRoman(value).toUpperCase();
  return String(value);
}

const listTypes: Readonly<Record<string, string>> = {
  decimal: '1',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: '',
};

/** The type of list that a style sheet asks for: `a` for `lower-alpha`; empty for none; undefined if it asks for no known one. */
export function listType(style: string | undefined): string | undefined {
  const known = style?.toLowerCase().match(/[a-z-]+/g) ?? [];
  return known.map((word) => listTypes[word]).find((type) => type !== undefined);
}

/** The words of `content` before a list item, with its number in the place of a counter: `"(" counter(item) ") "` as `(1) `. */
export function generatedNumber(content: string | undefined, value: number): string | undefined {
  if (content === undefined || !content.includes('counter')) return undefined;
  const parts = content.match(/"[^"]*"|'[^']*'|counters?\([^)]*\)/g) ?? [];
  return parts
    .map((part) => {
      if (!part.startsWith('counter')) return part.slice(1, -1);
      return numberIn(
        value,
        listType(
          part
            .replace(/^counters?\(|\)$/g, '')
            .split(',')
            .at(-1),
        ) ?? '1',
      );
    })
    .join('')
    .trim();
}

/** A number from 1 to 3999 as a lower-case Roman numeral. */
export function toRoman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let remaining = value;
  let numeral = '';
  for (const [size, letters] of steps) {
    while (remaining >= size) {
      numeral += letters;
      remaining -= size;
    }
  }
  return numeral;
}
