import { fromDataBlock } from './data-block.ts';
import { pagePart } from './page-ids.ts';
import type { DraftPayload, PagePayload } from './payload.ts';

/**
 * Reads the data that `compass form` wrote into the page.
 * @throws Error if it was damaged, as when the file was cut off on its way
 */
export function readPayload(): PagePayload {
  const payload = fromDataBlock(document.getElementById(pagePart.payload)?.textContent ?? '') as PagePayload;
  const draft = document.getElementById(pagePart.draft)?.textContent;
  return draft ? { ...payload, draft: fromDataBlock(draft) as DraftPayload } : payload;
}
