import type { Hit } from '../../core/evidence.ts';
import { labelOf, type Provision, type ProvisionKind, unitAround, walk } from '../../draft/structure/provision.ts';

/** A provision as the page shows it: its number, its heading and its own text. Its children are lines of their own. */
export interface DraftLine {
  readonly provision: Provision;
  /** The provisions around it, outermost first. */
  readonly above: readonly Provision[];
  /** As a lawyer cites it; that of the provision around it if it has none of its own; empty if none has. */
  readonly label: string;
}

/** The draft in document order. */
export function linesOf(provisions: readonly Provision[]): DraftLine[] {
  const lines: DraftLine[] = [];
  for (const { provision, above } of walk(provisions)) lines.push({ provision, above, label: labelOf([...above, provision]) });
  return lines;
}

/** A place to jump to in the draft. */
export interface OutlineEntry {
  /** Its index among the lines of the draft. */
  readonly line: number;
  readonly label: string;
  readonly heading: string;
  /** How many entries it is in. */
  readonly depth: number;
}

const outlineKinds: ReadonlySet<ProvisionKind> = new Set(['preamble', 'recital', 'group', 'unit', 'annex', 'memorandum']);

/** The table of contents of the draft: parts, chapters, articles, recitals, annexes. */
export function outlineOf(lines: readonly DraftLine[]): OutlineEntry[] {
  return lines.flatMap(({ provision, above }, line) => {
    if (!outlineKinds.has(provision.kind)) return [];
    const { label, marker = '', heading = '' } = provision;
    if (label === '' && marker === '' && heading === '') return [];
    const depth = above.filter(({ kind }) => outlineKinds.has(kind)).length;
    return [{ line, label: label || marker, heading, depth }];
  });
}

/** The index of the line that a passage is in; undefined if it is in none. */
export function lineOfHit(
  lines: readonly DraftLine[],
  { label, line, page }: Pick<Hit, 'label' | 'line' | 'page'>,
): number | undefined {
  const named = lines.flatMap((each, index) => (each.label === label ? [{ index, ...each.provision.place }] : []));
  const exact = named.find((each) => (each.line ?? null) === line && each.page === page);
  return (exact ?? named[0])?.index;
}

/** The article, section or recital that a line belongs to. */
export function unitOf({ provision, above }: DraftLine): Provision {
  return unitAround(provision, above);
}
