import { type Provision, walk } from '../../../draft/structure/provision.ts';

/** A part of a draft that is read in one piece: an article, a section, a recital, an annex. */
export interface Unit {
  readonly provision: Provision;
  /** What the outline and the heading call it. */
  readonly name: string;
  /** The titles of the parts and chapters that it is in, outermost first. */
  readonly groups: readonly string[];
}

export interface DraftUnits {
  readonly all: readonly Unit[];
  /** Label of a provision to the index of the unit that has it. */
  readonly byLabel: ReadonlyMap<string, number>;
}

/** A draft in pieces to read, in its order. */
export function unitsOf(provisions: readonly Provision[]): DraftUnits {
  const all = readable(provisions, []);
  const byLabel = new Map<string, number>();
  for (const [index, { provision }] of all.entries())
    for (const each of walk([provision])) if (!byLabel.has(each.provision.label)) byLabel.set(each.provision.label, index);
  return { all, byLabel };
}

/** A group is opened up: its own words, if it has any, are a piece before those of its units. */
function readable(provisions: readonly Provision[], groups: readonly string[]): Unit[] {
  return provisions.flatMap((provision): Unit[] => {
    const name = nameOf(provision);
    if (provision.kind !== 'group' || provision.children.length === 0) return [{ provision, name, groups }];
    const own: Unit[] = provision.text.trim() === '' ? [] : [{ provision: { ...provision, children: [] }, name, groups }];
    return [...own, ...readable(provision.children, [...groups, name])];
  });
}

function nameOf({ marker, label, heading, text }: Provision): string {
  const name = [marker ?? label, heading].filter(Boolean).join(' ');
  return name === '' ? firstWords(text) : name;
}

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ');
}
