import { fromDataBlock } from '../../src/form/data-block.ts';
import { pagePart } from '../../src/form/page-ids.ts';
import type { DraftPayload, Lexicons, PagePayload } from '../../src/form/payload.ts';

/** The data in a page that `compass form` wrote. */
export function pageData(html: string): { readonly payload: PagePayload; readonly lexicons: Lexicons } {
  const data = (id: string): unknown => {
    const [, text] = new RegExp(`id="${id}">([^<]*)<`).exec(html) ?? [];
    return text === undefined ? undefined : fromDataBlock(text);
  };
  const draft = data(pagePart.draft) as DraftPayload | undefined;
  const payload = data(pagePart.payload) as PagePayload;
  return { payload: { ...payload, ...(draft && { draft }) }, lexicons: (data(pagePart.lexicons) ?? {}) as Lexicons };
}
