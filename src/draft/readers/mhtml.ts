import PostalMime from 'postal-mime';
import { CompassError } from '../../source/problem.ts';
import type { Read } from '../block.ts';
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
  if (message?.html) return readHtml(styles + message.html, name);
  if (message?.text) return readPlainText(message.text);
  throw CompassError.of('not-a-text', name);
}

function textOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
