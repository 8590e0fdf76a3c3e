import { relabelled } from '../first-paragraph.ts';
import type { Provision } from '../provision.ts';

/**
 * Names the part or chapter in the labels of units whose number comes twice, as where articles start again from 1 in each part:
 * `part 2, art. 1`. Units that are in no group, or whose groups have the same name, keep equal labels.
 */
export function withGroups(provisions: readonly Provision[]): Provision[] {
  const counts = new Map<string, number>();
  count(provisions, counts);
  if ([...counts.values()].every((times) => times === 1)) return [...provisions];
  const restarts = restartingGroups(provisions).length > 1;
  return provisions.map((each) => renamed(each, '', (label) => restarts || (counts.get(label) ?? 0) > 1));
}

function count(provisions: readonly Provision[], counts: Map<string, number>): void {
  for (const { kind, label, children } of provisions) {
    if (kind === 'unit') counts.set(label, (counts.get(label) ?? 0) + 1);
    else count(children, counts);
  }
}

/** The labels of the groups that have a unit 1. */
function restartingGroups(provisions: readonly Provision[], group = ''): string[] {
  return provisions.flatMap(({ kind, label, children }) => {
    if (kind === 'unit') return group !== '' && /^\S+ 1$/.test(label) ? [group] : [];
    return kind === 'group' ? restartingGroups(children, label || group) : [];
  });
}

function renamed(provision: Provision, group: string, isSame: (label: string) => boolean): Provision {
  const { kind, label, children } = provision;
  if (kind === 'unit') {
    return group !== '' && isSame(label) && !label.includes(', ')
      ? relabelled(provision, label, `${group}, ${label}`)
      : provision;
  }
  if (kind !== 'group' && kind !== 'annex') return provision;
  const inner = kind === 'group' && label !== '' ? label : group;
  return { ...provision, children: children.map((each) => renamed(each, inner, isSame)) };
}

/** The labels of units that come twice, in document order. */
export function repeatedLabels(provisions: readonly Provision[]): string[] {
  const counts = new Map<string, number>();
  const labelled = (each: Provision): string[] =>
    each.kind === 'unit' && each.label !== '' ? [each.label] : each.children.flatMap(labelled);
  for (const label of provisions.flatMap(labelled)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].filter(([, times]) => times > 1).map(([label]) => label);
}
