/** The number that a browser shows before a list item, in the style of a list: `1`, `a`, `A`, `i` or `I`. */
export function listNumber(value: number, type: string): string {
  const number = numberIn(value, type);
  return /^[aAiIα]$/.test(type) ? `(${number})` : `${number}.`;
}

/** A number in the style of a list, without brackets or a full stop. */
export function numberIn(value: number, type: string): string {
  if (value < 1) return String(value);
  if (type === 'a' || type === 'A') {
    const letter = value <= 26 ? String.fromCharCode(96 + value) : String.fromCharCode(96 + value - 26).repeat(2);
    return type === 'a' ? letter : letter.toUpperCase();
  }
  if (type === '01') return String(value).padStart(2, '0');
  if (type === 'α') return 'αβγδεζηθικλμνξοπρστυφχψω'[value - 1] ?? String(value);
  if (type === 'i' || type === 'I') return type === 'i' ? toRoman(value) : toRoman(value).toUpperCase();
  return String(value);
}

const listTypes: Readonly<Record<string, string>> = {
  decimal: '1',
  'decimal-leading-zero': '01',
  'lower-greek': 'α',
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

/** A number from 1 to 3999 as a lower-case Roman numeral; a larger one, which nobody writes so, in figures. */
export function toRoman(value: number): string {
  if (value >= 4000) return String(value);
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
