import PostalMime, { type Email } from 'postal-mime';
import { CompassError } from '../../source/problem.ts';
import type { Read } from '../block.ts';
import type { Place } from '../structure/provision.ts';
import { readHtml } from './html/html.ts';
import { readPlainText } from './text.ts';

/** The head of a web page with its parameters, which may go on in the next line. */
const htmlHead = /^Content-Type:[ \t]*text\/html\b[^\r\n]{0,300}(?:\r?\n[ \t][^\r\n]{0,300}){0,5}/gim;
/** Bytes. Lines of encoded data are longer. */
const shortLine = 40;
/** A law of 500 pages has 30,000 lines. The mail parser takes long for each line and each part. */
const maxShortLines = 200_000;
/** Parts and their ends. A saved page has some hundred. */
const maxBoundaries = 10_000;

/**
 * A web page saved as one file as blocks.
 * @throws CompassError if it has no text, or too many lines or parts
 */
export async function readMhtml(bytes: Uint8Array, name: string): Promise<Read> {
  refuseLong(bytes, name);
  const message = await parsed(bytes);
  const sheets = message?.attachments.filter(({ mimeType }) => mimeType === 'text/css') ?? [];
  const styles = sheets.map(({ content }) => `<style>${textOf(content)}</style>`).join('');
  const html = message?.html ?? attachedPage(message);
  if (html) return withParagraphs(readHtml(styles + html, name));
  if (message?.text) return withParagraphs(readPlainText(message.text));
  throw CompassError.of('not-a-text', name);
}

/** A page that the mail parser takes for an attachment. */
function attachedPage(message: Email | undefined): string | undefined {
  if (message?.text) return undefined;
  const page = message?.attachments.find(({ mimeType }) => /^(?:application\/xhtml\+xml|text\/html)$/.test(mimeType));
  return page && textOf(page.content);
}

/** Parses a message. A page that states its encoding only in itself is parsed again, with the encoding in its head. */
async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  const message = await PostalMime.parse(bytes).catch(() => undefined);
  if (!message?.html?.includes('\ufffd')) return message;
  const own = /<meta\b[^>]{0,300}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(message.html)?.[1] ?? 'windows-1252';
  const source = Buffer.from(bytes).toString('latin1');
  const named = source.replace(htmlHead, (head) => (/charset/i.test(head) ? head : `${head}; charset=${own}`));
  return named === source ? message : await PostalMime.parse(Buffer.from(named, 'latin1')).catch(() => message);
}

function refuseLong(bytes: Uint8Array, name: string): void {
  let [short, boundaries] = [0, 0];
  for (let start = 0, end = bytes.indexOf(10); end !== -1; start = end + 1, end = bytes.indexOf(10, start)) {
    if (end - start < shortLine) short += 1;
    if (bytes[start] === 0x2d && bytes[start + 1] === 0x2d) boundaries += 1;
  }
  if (short > maxShortLines || boundaries > maxBoundaries) throw CompassError.of('too-many-lines', name);
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
