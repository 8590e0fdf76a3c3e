import type { Provision } from './provision.ts';

/**
 * Danish units number their paragraphs from the second one: `§ 2.` ... `Stk. 2.`. If points come before it, the first paragraph
 * becomes a provision, so that `§ 2, nr. 2` and `§ 2, stk. 2` have different labels.
 */
export function withFirstParagraph(unit: Provision): Provision {
  const { kind, label, text, place, paragraphs, children } = unit;
  const second = children.findIndex(({ marker }) => /^Stk\.\s?2/.test(marker ?? ''));
  if (kind !== 'unit' || second === -1 || (second === 0 && text === '')) return unit;
  const { paragraphs: _, ...rest } = unit;
  const first: Provision = {
    kind: 'point',
    label: `${label}(1)`,
    text,
    place,
    ...(paragraphs && { paragraphs }),
    children: children.slice(0, second).map((each) => relabelled(each, label, `${label}(1)`)),
  };
  return { ...rest, text: '', children: [first, ...children.slice(second)] };
}

/** Changes the beginning of the label of a provision and of all that it holds. */
export function relabelled(provision: Provision, old: string, prefix: string): Provision {
  const label = provision.label.startsWith(old) ? prefix + provision.label.slice(old.length) : provision.label;
  return { ...provision, label, children: provision.children.map((each) => relabelled(each, old, prefix)) };
}
