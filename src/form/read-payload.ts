import { fromDataBlock } from './data-block.ts';
import { pagePart } from './page-ids.ts';
import type { DraftPayload, Payload } from './payload.ts';

/**
 * Reads the data that `compass form` wrote into the page.
 * @throws Error if it was damaged, as when the file was cut off on its way
 */
export function readPayload(): Payload {
  const payload = fromDataBlock(document.getElementById(pagePart.payload)?.textContent ?? '') as Payload;
  const draft = document.getElementById(pagePart.draft)?.textContent;
  return draft ? { ...payload, draft: fromDataBlock(draft) as DraftPayload } : payload;
}
