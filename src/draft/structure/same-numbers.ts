import type { Provision } from './provision.ts';

/**
 * Names the part or chapter in the labels of units whose number comes twice, as where articles start again from 1 in each part:
 * `part 2, art. 1`. Units that are in no group, or whose groups have the same name, keep equal labels.
 */
export function withGroups(provisions: readonly Provision[]): Provision[] {
  const counts = new Map<string, number>();
  count(provisions, counts);
  if ([...counts.values()].every((times) => times === 1)) return [...provisions];
  return provisions.map((each) => renamed(each, '', counts));
}

function count(provisions: readonly Provision[], counts: Map<string, number>): void {
  for (const { kind, label, children } of provisions) {
    if (kind === 'unit') counts.set(label, (counts.get(label) ?? 0) + 1);
    else count(children, counts);
  }
}

function renamed(provision: Provision, group: string, counts: ReadonlyMap<string, number>): Provision {
  const { kind, label, children } = provision;
  if (kind === 'unit') {
    const isSame = group !== '' && (counts.get(label) ?? 0) > 1 && !label.includes(', ');
    return isSame ? prefixed(provision, label, `${group}, ${label}`) : provision;
  }
  if (kind !== 'group' && kind !== 'annex') return provision;
  const inner = kind === 'group' && label !== '' ? label : group;
  return { ...provision, children: children.map((each) => renamed(each, inner, counts)) };
}

/** Changes the beginning of the label of a provision and of all that it holds. */
function prefixed(provision: Provision, old: string, prefix: string): Provision {
  const label = provision.label.startsWith(old) ? prefix + provision.label.slice(old.length) : provision.label;
  return { ...provision, label, children: provision.children.map((each) => prefixed(each, old, prefix)) };
}

/** The labels of units that come twice, in document order. */
export function repeatedLabels(provisions: readonly Provision[]): string[] {
  const counts = new Map<string, number>();
  const labelled = (each: Provision): string[] =>
    each.kind === 'unit' && each.label !== '' ? [each.label] : each.children.flatMap(labelled);
  for (const label of provisions.flatMap(labelled)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].filter(([, times]) => times > 1).map(([label]) => label);
}
