import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** A value that changes over time; every change makes a new one. */
export interface Readable<State> {
  readonly state: () => State;
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<State> extends Readable<State> {
  readonly set: (change: Partial<State>) => void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of [...listeners]) listener();
    },
  };
}

/**
 * A part of a store's state. The component renders again only when this part changes: typing in one field renders nothing else.
 * @param same whether two values of the part look the same
 */
export function useSelected<State, Selected>(
  store: Readable<State>,
  select: (state: State) => Selected,
  same: (before: Selected, after: Selected) => boolean = Object.is,
): Selected {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const fresh = select(store.state());
  const shown = useRef({ value: fresh, select, same });
  const value = same(shown.current.value, fresh) ? shown.current.value : fresh;
  shown.current = { value, select, same };
  useLayoutEffect(
    () =>
      store.subscribe(() => {
        const latest = shown.current;
        if (!latest.same(latest.value, latest.select(store.state()))) render(undefined);
      }),
    [store],
  );
  return value;
}
