import type { CopyStorage, SetAside } from '../model/platform.ts';

/** Copies that were set aside: the newest are kept. */
const mostSetAside = 5;

/**
 * The copy in the browser's local storage. It outlives the page and the browser; writing it ends before the page can be closed; and
 * every other tab is told.
 */
export function copyStorage(key: string): CopyStorage {
  const name = `compass-form:${key}`;
  const asideName = `${name}:set-aside`;
  // A browser that forbids storage throws when `localStorage` is read.
  const setAside = (): SetAside[] => (JSON.parse(localStorage.getItem(asideName) ?? '[]') as (SetAside | string)[]).map(dated);
  return {
    read: () => localStorage.getItem(name) ?? undefined,
    write: (text) => localStorage.setItem(name, text),
    remove: () => {
      localStorage.removeItem(name);
      localStorage.removeItem(asideName);
    },
    setAside: (text) =>
      localStorage.setItem(asideName, JSON.stringify([...setAside(), { text, at: Date.now() }].slice(-mostSetAside))),
    earlier: setAside,
    watch: (listener) =>
      addEventListener('storage', (event) => {
        // `key` is null if everything was deleted.
        if (event.storageArea === localStorage && (event.key === name || event.key === null)) listener();
      }),
  };
}

/** Former versions of the page kept the text alone. */
function dated(copy: SetAside | string): SetAside {
  return typeof copy === 'string' ? { text: copy } : copy;
}
