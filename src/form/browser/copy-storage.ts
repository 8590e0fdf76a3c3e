import type { CopyStorage } from '../model/platform.ts';

/**
 * The copy in the browser's local storage. It outlives the page and the browser; writing it ends before the page can be closed; and
 * every other tab is told.
 */
export function copyStorage(key: string): CopyStorage {
  const name = `compass-form:${key}`;
  const asideName = `${name}:set-aside`;
  // A browser that forbids storage throws when `localStorage` is read.
  return {
    read: () => localStorage.getItem(name) ?? undefined,
    write: (text) => localStorage.setItem(name, text),
    remove: () => {
      localStorage.removeItem(name);
      localStorage.removeItem(asideName);
    },
    earlier: () => JSON.parse(localStorage.getItem(asideName) ?? '[]') as string[],
    setEarlier: (texts) => localStorage.setItem(asideName, JSON.stringify(texts)),
    watch: (listener) =>
      addEventListener('storage', (event) => {
        // `key` is null if everything was deleted.
        if (event.storageArea === localStorage && (event.key === name || event.key === null)) listener();
      }),
  };
}
