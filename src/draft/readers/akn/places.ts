import { CompassError } from '../../../source/problem.ts';
import { maxBlocks } from '../../block.ts';
import type { Place } from '../../structure/provision.ts';
import { lineFinder } from '../line-finder.ts';
import type { Element } from '../xml.ts';

/**
 * Returns a function that gives the place of an element. It returns the same object for the same element, so that a provision can be
 * found by it.
 * @param source the name of the file in messages
 * @throws CompassError from the returned function, if there are too many elements
 */
export function placeFinder(text: string, source: string): (element: Element) => Place {
  const lineAt = lineFinder(text);
  const places = new Map<Element, Place>();
  return (element) => {
    const known = places.get(element);
    if (known) return known;
    const eId = element.attributes['eId'] ?? element.attributes['id'];
    const place = { line: lineAt(element.offset), ...(eId !== undefined && { eId }) };
    places.set(element, place);
    if (places.size > maxBlocks) throw CompassError.of('too-many-paragraphs', source, { most: String(maxBlocks) });
    return place;
  };
}
