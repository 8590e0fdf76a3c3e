import type { Writes } from './copy.ts';
import { nothingShared, type Shared } from './tabs.ts';

/** Tabs that a copy names, those that wrote last. */
const mostTabs = 40;

/** Copies that a tab remembers. */
const mostKnown = 60;

/** What is in the copies of both. */
export function joined(a: Writes, b: Writes): Writes {
  const counts = new Map(a);
  for (const [tab, count] of b) counts.set(tab, Math.max(count, counts.get(tab) ?? 0));
  return [...counts].slice(-mostTabs);
}

/** One more writing of a tab. */
export function oneMore(writes: Writes, tab: string): Writes {
  const count = new Map(writes).get(tab) ?? 0;
  return [...writes.filter(([other]) => other !== tab), [tab, count + 1] as const].slice(-mostTabs);
}

/**
 * The copies that this tab has read or written. Two tabs may write at the same time, neither having seen the other's writing: what they
 * have in common then is a copy before both.
 */
export class Ancestry {
  #known: { readonly writes: Writes; readonly shared: Shared }[] = [];

  add(writes: Writes, shared: Shared): void {
    this.#known = [...this.#known, { writes, shared }].slice(-mostKnown);
  }

  /** The last of these copies that another one was made from. */
  before(writes: Writes, line: string): Shared {
    const counts = new Map(writes);
    const isIn = (known: Writes): boolean => known.every(([tab, count]) => (counts.get(tab) ?? 0) >= count);
    const found = this.#known.findLast((known) => known.shared.line === line && isIn(known.writes));
    return found?.shared ?? nothingShared(line);
  }
}
