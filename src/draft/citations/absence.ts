import { type Provision, walk } from '../structure/provision.ts';
import { countOf } from './counted.ts';
import { citationOfLabel } from './label.ts';
import type { Citation } from './types.ts';
import { liesWithin, standsIn } from './within.ts';

/**
 * Why a cited provision is not in a draft: the draft has no such provision, or the provision has no such sentence or paragraph. `n` is
 * the greatest number of sentences or paragraphs that it may have.
 */
export type Absence =
  | { readonly code: 'absent'; readonly cited: string }
  | { readonly code: 'sentences' | 'paragraphs'; readonly cited: string; readonly n: number };

/** A provision with its label read as a citation. */
interface Labelled {
  readonly provision: Provision;
  readonly own: Citation;
  /** The provisions around it, and itself. */
  readonly path: readonly Provision[];
}

/**
 * Returns a function that says why none of the cited provisions is in a draft. It gives the reason for the first one. It returns
 * undefined if the draft has one of them, or if this is not known.
 */
export function absenceFinder(provisions: readonly Provision[]): (cited: readonly Citation[]) => Absence | undefined {
  const all: Labelled[] = [];
  const read = (): void => {
    for (const { provision, above } of walk(provisions)) {
      const own = citationOfLabel(provision.label);
      if (own) all.push({ provision, own, path: [...above, provision] });
    }
  };
  return (cited) => {
    const [first] = cited;
    if (!first || cited.some((each) => each.columns !== undefined || each.inserting !== undefined)) return undefined;
    if (all.length === 0) read();
    return cited.some((each) => exists(all, each)) ? undefined : absenceOf(all, first);
  };
}

function exists(all: readonly Labelled[], cited: Citation): boolean {
  if (cited.counts !== undefined) return all.some(({ path }) => standsIn(path, cited));
  const within = all.filter(({ own }) => liesWithin(own, cited));
  if (cited.part === undefined && cited.within === undefined) return within.length > 0;
  return within.some(({ path }) => standsIn(path, cited));
}

function absenceOf(all: readonly Labelled[], { word, numbers, part }: Citation): Absence | undefined {
  const depth = numbers.findIndex((_, index) => !exists(all, { word, numbers: numbers.slice(0, index + 1) }));
  if (depth === -1 && exists(all, { word, numbers })) return partAbsence(provisionOf(all, { word, numbers }), part);
  const outer = depth > 0 ? provisionOf(all, { word, numbers: numbers.slice(0, depth) }) : undefined;
  const cited = outer ? `${outer.label}(${numbers[depth]})` : labelOf(word, numbers.slice(0, depth + 1));
  return { code: 'absent', cited };
}

function partAbsence(provision: Provision | undefined, part: Citation['part']): Absence | undefined {
  if (!provision || !part || !('number' in part) || part.outer) return undefined;
  const n = countOf(provision, part);
  if (part.number <= n) return undefined;
  return { code: part.kind === 'sentence' ? 'sentences' : 'paragraphs', cited: provision.label, n };
}

/** The provision with exactly the cited number. */
function provisionOf(all: readonly Labelled[], cited: Citation): Provision | undefined {
  return all.find(({ own }) => liesWithin(own, cited) && liesWithin(cited, own))?.provision;
}

/** A citation as a label. */
function labelOf(word: string, [first = '', ...inner]: readonly string[]): string {
  const number = /^[ivxlcdm]+$/.test(first) ? first.toUpperCase() : first;
  return `${word.replace('disp-', 'disp. ')} ${number}${inner.map((each) => `(${each})`).join('')}`.trim();
}
