import type { Provision, ProvisionKind } from '../../../draft/structure/provision.ts';
import { type DraftLine, linesOf, type OutlineEntry, outlineOf } from '../../draft/lines.ts';

/** What is read in one piece: an article, a section, a recital, an annex. */
export interface Piece {
  /** Indexes of its lines. */
  readonly first: number;
  readonly last: number;
  readonly name: string;
  /** The titles of the parts and chapters that it is in, outermost first. */
  readonly groups: readonly string[];
}

/** A draft as it is read beside the questions. */
export interface Readable {
  readonly lines: readonly DraftLine[];
  readonly outline: readonly OutlineEntry[];
  readonly pieces: readonly Piece[];
  /** The index of the piece that a line is in. */
  readonly pieceOf: readonly number[];
  /** The first line of a provision, by its label. */
  readonly lineOf: ReadonlyMap<string, number>;
}

export function readable(provisions: readonly Provision[]): Readable {
  const lines = linesOf(provisions);
  const pieces: Piece[] = [];
  const pieceOf: number[] = [];
  const lineOf = new Map<string, number>();
  let before: Provision | undefined;
  for (const [index, line] of lines.entries()) {
    const whole = wholeOf(line);
    const last = pieces.at(-1);
    if (last && before === whole) pieces[pieces.length - 1] = { ...last, last: index };
    else pieces.push({ first: index, last: index, name: nameOf(whole), groups: groupsOf(line, whole) });
    before = whole;
    pieceOf.push(pieces.length - 1);
    if (!lineOf.has(line.label)) lineOf.set(line.label, index);
  }
  return { lines, outline: outlineOf(lines), pieces, pieceOf, lineOf };
}

const units: ReadonlySet<ProvisionKind> = new Set(['unit', 'recital']);

/** What a line is read with: its article or recital, else the outermost provision around it that is no part or chapter. */
function wholeOf({ provision, above }: DraftLine): Provision {
  const path = [...above, provision];
  return path.findLast(({ kind }) => units.has(kind)) ?? path.find(({ kind }) => kind !== 'group') ?? provision;
}

function groupsOf({ above }: DraftLine, whole: Provision): string[] {
  return above.filter((provision) => provision !== whole && provision.kind === 'group').map(nameOf);
}

function nameOf({ marker, label, heading, text }: Provision): string {
  const name = [marker ?? label, heading].filter(Boolean).join(' ');
  return name === '' ? firstWords(text) : name;
}

/** A label with its heading, which may be the same word. */
export function labelled(label: string, heading?: string | null): string {
  if (heading?.toLowerCase() === label.toLowerCase()) return heading;
  return [label, heading].filter(Boolean).join(' ');
}

const fewWords = 8;

export function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > fewWords ? `${words.slice(0, fewWords).join(' ')} …` : words.join(' ');
}
