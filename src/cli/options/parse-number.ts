import type { Problem } from '../../source/problem.ts';

/** What a number on the command line may be. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  /** Whether it may have no fraction. */
  readonly whole?: boolean;
}

/** Parses digits, with or without a fraction. Undefined if the text is not a number or is out of bounds. */
export function parseNumber(text: string, { least, most, whole = false }: NumberBounds): number | undefined {
  const isNumber = (whole ? /^\d+$/ : /^\d+(\.\d+)?$/).test(text.trim());
  const value = isNumber ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** The problem of an option whose text `parseNumber` refuses. */
export function badNumber(option: string, text: string, { least, most, whole = false }: NumberBounds): Problem {
  const code = whole ? 'bad-whole-number' : 'bad-number';
  return { code, args: { option, least, most, found: `"${text}"` }, source: 'compass' };
}
