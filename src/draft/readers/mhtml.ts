import PostalMime from 'postal-mime';
import { CompassError } from '../../source/problem.ts';
import type { Read } from '../block.ts';
import type { Place } from '../structure/provision.ts';
import { readHtml } from './html/html.ts';
import { readPlainText } from './text.ts';

/**
 * A web page saved as one file as blocks.
 * @throws CompassError if it has no text
 */
export async function readMhtml(bytes: Uint8Array, name: string): Promise<Read> {
  const message = await PostalMime.parse(bytes).catch(() => undefined);
  const sheets = message?.attachments.filter(({ mimeType }) => mimeType === 'text/css') ?? [];
  const styles = sheets.map(({ content }) => `<style>${textOf(content)}</style>`).join('');
  if (message?.html) return withParagraphs(readHtml(styles + message.html, name));
  if (message?.text) return withParagraphs(readPlainText(message.text));
  throw CompassError.of('not-a-text', name);
}

/** Counts paragraphs, because the lines of the page are not those of the file. */
function withParagraphs({ blocks, ...read }: Read): Read {
  // The words of a paragraph share its place.
  const places = new Map<Place, Place>();
  const placeOf = (place: Place): Place => {
    const known = places.get(place) ?? { line: places.size + 1 };
    places.set(place, known);
    return known;
  };
  return { ...read, blocks: blocks.map((block) => ({ ...block, place: placeOf(block.place) })) };
}

function textOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
