import { type Alias, type Document, type Node, type Pair, type Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';

type Anchored = Scalar | YAMLMap | YAMLSeq;

/**
 * Replaces every alias (`*name`) by a copy of what it stands for, and deletes the anchors. Entries can then be moved in any order:
 * an alias must come after its anchor.
 */
export function expandAliases(document: Document): void {
  replaceAliases(document, () => true);
  deleteAnchors(document);
}

/**
 * Makes an entry independent of the rest of the document, so that a change of the entry changes nothing else. Aliases in the entry,
 * and aliases elsewhere that stand for a part of it, are replaced by copies.
 */
export function detachEntry(document: Document, { value }: Pair): void {
  const parts = new Set<Node>();
  visit(value as Node, { Node: (_, node) => void parts.add(node) });
  replaceAliases(document, (alias, target) => parts.has(alias) || parts.has(target));
}

function replaceAliases(document: Document, isReplaced: (alias: Alias, target: Anchored) => boolean): void {
  // An alias stands for the last anchor of its name that comes before it.
  const anchored = new Map<string, Anchored>();
  visit(document, {
    Value: (_, node) => {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
    Alias: (_, alias) => {
      const target = anchored.get(alias.source);
      return target && isReplaced(alias, target) ? copyOf(target, alias) : undefined;
    },
  });
}

/** A copy without anchors, with the comments of the alias. */
function copyOf(target: Anchored, { comment, commentBefore, spaceBefore }: Alias): Node {
  const copy = target.clone() as Anchored;
  deleteAnchors(copy);
  return Object.assign(copy, {
    ...(comment && { comment }),
    ...(commentBefore && { commentBefore }),
    ...(spaceBefore && { spaceBefore }),
  });
}

function deleteAnchors(node: Node | Document): void {
  visit(node, { Value: (_, each) => void delete each.anchor });
}
