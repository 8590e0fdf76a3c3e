import type { BlockRole } from '../../block.ts';
import { styleHidesWords } from '../html/hidden.ts';
import type { Element } from '../xml.ts';

/** A part of the document that is not the body of the law, taken out of the tree. */
export interface AknAside {
  readonly element: Element;
  readonly role: Extract<BlockRole, 'struck' | 'note' | 'contents'>;
  /** The elements around it in the tree without asides, outermost first. */
  readonly above: readonly Element[];
}

/**
 * Takes deleted words, notes and tables of contents out of a document.
 * @returns the tree without them, with a space in the place of each, and what was taken out in document order
 */
export function takeOutAsides(root: Element): { readonly root: Element; readonly asides: readonly AknAside[] } {
  const asides: AknAside[] = [];
  const copy = (element: Element, above: readonly Element[]): Element => {
    const children: Element[] = [];
    const pieces: (string | Element)[] = [];
    const kept: Element = { ...element, children, pieces };
    const path = [...above, kept];
    for (const piece of element.pieces) {
      const role = typeof piece === 'string' ? undefined : roleOf(piece);
      if (typeof piece === 'string') pieces.push(piece);
      else if (role === undefined) {
        const child = copy(piece, path);
        children.push(child);
        pieces.push(child);
      } else {
        pieces.push(role === 'struck' ? ' ' : '');
        const at = asides.length;
        // A note has struck words of its own.
        asides.splice(at, 0, { element: role === 'struck' ? piece : copy(piece, path), role, above: path });
      }
    }
    return kept;
  };
  return { root: copy(root, []), asides };
}

function roleOf({ name, attributes }: Element): AknAside['role'] | undefined {
  const local = name.slice(name.indexOf(':') + 1);
  if (local === 'del' || attributes['status'] === 'removed' || styleHidesWords(attributes['style'] ?? '')) return 'struck';
  // Editors add, for example, the numbers of printed pages.
  if (local === 'authorialNote' || local === 'remark' || attributes['status'] === 'editorial') return 'note';
  return local === 'toc' ? 'contents' : undefined;
}
