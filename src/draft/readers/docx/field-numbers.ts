import { symbolOfField } from '../symbols.ts';
import { type Level, ListCounter } from './list-counter.ts';
import { formatted } from './number-formats.ts';
import type { ListPosition, Numbering } from './numbering.ts';

/** What the numbers of fields depend on in their paragraph. */
export interface FieldContext {
  /** The outline level of a heading, 0 for the outermost; undefined for other paragraphs. */
  readonly outline: number | undefined;
  readonly position: ListPosition | undefined;
}

const bodyLevel = 9;
const outlineFormats = ['upperRoman %.', 'upperLetter %.', 'decimal %.', 'lowerLetter %)', 'decimal (%)', 'lowerLetter (%)'];
const defaultFormats = ['decimal %)', 'lowerLetter %)', 'lowerRoman %)', 'decimal (%)', 'lowerLetter (%)', 'lowerRoman (%)'];
/** The lists that every Word file has for fields, although its numbering part does not name them. */
const builtIn: Readonly<Record<string, ReadonlyMap<number, Level>>> = {
  numberdefault: levelsOf([...defaultFormats, 'decimal %.', 'lowerLetter %.', 'lowerRoman %.']),
  outlinedefault: levelsOf([...outlineFormats, 'lowerRoman (%)', 'lowerLetter (%)', 'lowerRoman (%)']),
  legaldefault: new Map(
    Array.from({ length: 9 }, (_, depth) => [
      depth,
      { start: 1, format: 'decimal', text: `${Array.from({ length: depth + 1 }, (__, each) => `%${each + 1}`).join('.')}.` },
    ]),
  ),
};
/** Word's formats by the switch `\*` of a field. */
const formatSwitches: Readonly<Record<string, string>> = {
  alphabetic: 'lowerLetter',
  ALPHABETIC: 'upperLetter',
  roman: 'lowerRoman',
  ROMAN: 'upperRoman',
  Ordinal: 'ordinal',
  CardText: 'cardinalText',
  OrdText: 'ordinalText',
};

/** Computes the numbers of fields whose result a file does not have, because Word fills them in as it shows the page. */
export class FieldNumbers {
  readonly #numbering: Numbering;
  readonly #lists = new Map<string, ListCounter>();
  readonly #sequences = new Map<string, number>();
  /** The numbers of paragraphs with automatic numbers, by outline level; body text has the last level. */
  readonly #counts: (number | undefined)[] = [];
  #context: FieldContext = { outline: undefined, position: undefined };
  /** Whether the current paragraph is counted: all of its fields show one number. */
  #isCounted = false;
  #listFields = 0;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  enterParagraph(context: FieldContext): void {
    this.#context = context;
    this.#isCounted = false;
    this.#listFields = 0;
  }

  /** The words that Word shows for a field; empty if they cannot be computed. */
  shown(instruction: string): string {
    const [, name = '', rest = ''] = /^\s*([A-Za-z]+)([\s\S]*)$/.exec(instruction) ?? [];
    const code = name.toUpperCase();
    if (/^AUTONUM(?:LGL|OUT)?$/.test(code)) return this.#automatic(code, rest);
    if (code === 'LISTNUM') return this.#listNumber(rest);
    if (code === 'SEQ') return this.#sequence(rest);
    return code === 'SYMBOL' ? symbolOfField(rest) : '';
  }

  #automatic(code: string, rest: string): string {
    const level = this.#context.outline ?? bodyLevel;
    if (!this.#isCounted) {
      this.#counts[level] = (this.#counts[level] ?? 0) + 1;
      this.#counts.length = level + 1;
      this.#isCounted = true;
    }
    const numbers = this.#counts.filter((count) => count !== undefined);
    const last = numbers.at(-1) ?? 1;
    if (code === 'AUTONUMOUT') return written(last, outlineFormats[numbers.length - 1] ?? 'lowerRoman (%)');
    const end = /\\e\b/.test(rest) ? '' : (/\\s\s*"?(\S)/.exec(rest)?.[1] ?? '.');
    return code === 'AUTONUMLGL' ? numbers.join('.') + end : inFormat(last, rest) + end;
  }

  #listNumber(rest: string): string {
    const name = /^\s*(?:"([^"]*)"|([^\\\s"]+))/.exec(rest);
    const { position } = this.#context;
    const own = name ? this.#numbering.named(name[1] ?? name[2] ?? '') : position && { ...position, depth: position.depth + 1 };
    this.#listFields += 1;
    const level = switchNumber(rest, 'l');
    const depth = level === undefined ? (own?.depth ?? Math.min(1, this.#listFields - 1)) : level - 1;
    const start = switchNumber(rest, 's');
    if (own) return own.list.definition.counter.next(own.list.levels, depth, start);
    const key = (name?.[1] ?? name?.[2] ?? 'NumberDefault').toLowerCase();
    const counter = this.#lists.get(key) ?? new ListCounter();
    this.#lists.set(key, counter);
    return counter.next(builtIn[key] ?? (builtIn['numberdefault'] as ReadonlyMap<number, Level>), depth, start);
  }

  #sequence(rest: string): string {
    const name = /^\s*"?([\p{L}\p{N}_]+)/u.exec(rest)?.[1];
    if (name === undefined) return '';
    const count = this.#sequences.get(name) ?? 0;
    const value = switchNumber(rest, 'r') ?? (/\\c\b/.test(rest) ? count : count + 1);
    this.#sequences.set(name, value);
    return /\\h\b/.test(rest) ? '' : inFormat(value, rest);
  }
}

function levelsOf(formats: readonly string[]): ReadonlyMap<number, Level> {
  return new Map(
    formats.map((each, depth) => {
      const [format = '', text = ''] = each.split(' ');
      return [depth, { start: 1, format, text: text.replace('%', `%${depth + 1}`) }];
    }),
  );
}

/** @param template such as `upperRoman %.` */
function written(value: number, template: string): string {
  const [format = '', text = ''] = template.split(' ');
  return text.replace('%', formatted(value, format));
}

function inFormat(value: number, switches: string): string {
  const name = /\\\*\s*"?([A-Za-z]+)/.exec(switches)?.[1] ?? '';
  return formatted(value, formatSwitches[name] ?? 'decimal');
}

function switchNumber(switches: string, name: string): number | undefined {
  const value = new RegExp(`\\\\${name}\\s*"?(\\d{1,6})`, 'i').exec(switches)?.[1];
  return value === undefined ? undefined : Number(value);
}
