import { sameData } from '../../../core/same-data.ts';

/** Something that is chosen but not answered yet, of one question. */
interface Waits {
  readonly id: string;
}

/** The three states of a list: what two hands had in common, and what each made of it. */
interface Sides<Each> {
  readonly base: readonly Each[];
  readonly mine: readonly Each[];
  readonly theirs: readonly Each[];
}

/** What waits after another tab wrote: each from whoever changed it; one's own if both did. */
export function mergedWaiting<Each extends Waits>(sides: Sides<Each>): Each[] {
  return each(sides, ({ base, mine, theirs }) => {
    if (sameData(theirs, base)) return mine;
    return sameData(mine, base) ? theirs : (mine ?? theirs);
  });
}

/** What waited in an earlier work, to which undo may lead, with what the other tab has changed since. */
export function rebasedWaiting<Each extends Waits>(sides: Sides<Each>): Each[] {
  return each(sides, ({ base, mine, theirs }) => (sameData(theirs, base) ? mine : theirs));
}

/** What the other tab chose and `mergedWaiting` has no place for, since this one chose something else. */
export function outdone<Each extends Waits>(sides: Sides<Each>): Each[] {
  return each(sides, ({ base, mine, theirs }) => {
    const isBoth = mine !== null && !sameData(mine, base) && !sameData(theirs, base) && !sameData(mine, theirs);
    return isBoth ? theirs : null;
  });
}

type One<Each> = { readonly [Side in keyof Sides<Each>]: Each | null };

function each<Each extends Waits>({ base, mine, theirs }: Sides<Each>, choose: (one: One<Each>) => Each | null): Each[] {
  const of = (list: readonly Each[], id: string): Each | null => list.find((one) => one.id === id) ?? null;
  const ids = new Set([...theirs, ...mine].map(({ id }) => id));
  return [...ids].flatMap((id) => choose({ base: of(base, id), mine: of(mine, id), theirs: of(theirs, id) }) ?? []);
}
