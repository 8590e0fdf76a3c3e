import type { SetAside } from '../platform.ts';

/**
 * The copies in a list as the browser keeps it. The text of one that is damaged is a copy itself: it can't be gone on with, but saved as a
 * file.
 */
export function setAsideIn(text: string): SetAside[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(copyIn);
  } catch {}
  return [{ text }];
}

/** Former versions of the page kept the text alone. */
function copyIn(entry: unknown): SetAside {
  if (typeof entry === 'string') return { text: entry };
  const { text, at } = (entry ?? {}) as Partial<SetAside>;
  return typeof text === 'string' ? { text, ...(typeof at === 'number' && { at }) } : { text: JSON.stringify(entry) };
}
