import type { CopyStorage, SetAside } from '../model/platform.ts';

/**
 * The copy in the browser's local storage. It outlives the page and the browser; writing it ends before the page can be closed; and
 * every other tab is told.
 */
export function copyStorage(key: string): CopyStorage {
  const name = `compass-form:${key}`;
  const asideName = `${name}:set-aside`;
  // A browser that forbids storage throws when `localStorage` is read.
  const earlier = (): SetAside[] => setAsideIn(localStorage.getItem(asideName) ?? '[]');
  return {
    tab: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    read: () => localStorage.getItem(name) ?? undefined,
    write: (text) => localStorage.setItem(name, text),
    remove: () => {
      localStorage.removeItem(name);
      localStorage.removeItem(asideName);
    },
    earlier,
    setEarlier: (texts) => {
      const known = new Map(earlier().map((copy) => [copy.text, copy]));
      const kept = texts.slice(0, -1).map((text) => known.get(text) ?? { text });
      const latest = texts.slice(-1).map((text) => ({ text, at: Date.now() }));
      localStorage.setItem(asideName, JSON.stringify([...kept, ...latest]));
    },
    watch: (listener) =>
      addEventListener('storage', (event) => {
        // `key` is null if everything was deleted.
        if (event.storageArea === localStorage && (event.key === name || event.key === null)) listener();
      }),
  };
}

/** Of a list that is damaged, the whole text is one copy, which can't be gone on with, but saved as a file. */
function setAsideIn(text: string): SetAside[] {
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
