import { setAsideIn } from '../model/browser-copy/set-aside.ts';
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
