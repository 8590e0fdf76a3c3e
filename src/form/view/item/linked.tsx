import type { JSX } from 'preact';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { goTo } from '../acts.ts';
import { usePage } from '../page.ts';
import { type Home, keyOf } from '../place.ts';

interface Props {
  /** The item whose help it is. */
  readonly item: Item;
  readonly text: string;
}

/** An id has a hyphen or a dot: a word without one may be only a word. */
const idLike = /[a-z0-9]+(?:[-.][a-z0-9]+)+/g;

/** A text of the rubric. Where it names another item by its id, it leads there, with the number that the page calls it by. */
export function Linked({ item, text }: Props): JSX.Element {
  const page = usePage();
  const own = page.homes.get(keyOf(item));
  const pieces: (JSX.Element | string)[] = [];
  let at = 0;
  for (const { 0: id, index } of text.matchAll(idLike)) {
    const home = named(id, own, page.homes);
    if (!home) continue;
    pieces.push(
      text.slice(at, index),
      <button key={index} type="button" class="link inline" title={home.text} onClick={() => goTo(page, home.item)}>
        {phrase('form', 'number', { name: id, number: home.name })}
      </button>,
    );
    at = index + id.length;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

/** The item with this id; one in the same part may be named without its part, another only if no two are called so. */
function named(id: string, own: Home | undefined, homes: ReadonlyMap<string, Home>): Home | undefined {
  const all = [...homes.values()].filter((home) => home.item.id === id || home.item.id.endsWith(`.${id}`));
  const found = all.find((home) => home.item.id === id || home.partId === own?.partId) ?? (all.length === 1 ? all[0] : undefined);
  return found === own ? undefined : found;
}
