import { characterTokensOf } from './characters.ts';
import { type LocalToken, localTokensOf } from './local-words.ts';
import type { Citation } from './types.ts';
import { groupRanks } from './vocabulary.ts';

/** A word for a kind or a part, with the numbers that belong to it. */
interface Named {
  readonly token: Extract<LocalToken, { readonly word: string }>;
  readonly numbers: { readonly numbers: readonly string[]; readonly to?: string; readonly dotted: boolean }[];
  /** Whether "and" or a comma stands before it. */
  readonly joined: boolean;
}

/**
 * Reads a citation in a language that has other words than English, or names the inner part first: `ч. 2 ст. 6`, `第六条第二款`,
 * `khoản 2 Điều 3`. The order is told by where the article stands.
 * @returns undefined if it is no such citation, or has words that are not known
 */
export function readLocalCitations(at: string): Citation[] | undefined {
  const tokens = characterTokensOf(at) ?? localTokensOf(at);
  const names = tokens && namesIn(tokens);
  if (!names || names.length === 0) return undefined;
  const clauses = clausesOf(names);
  const citations = clauses.map(citationsOf);
  return citations.some((each) => each === undefined) ? undefined : citations.flatMap((each) => each ?? []);
}

/** Gives each number to the word before it, or to the word after it: `ст. 6`, `6. maddenin`. */
function namesIn(tokens: readonly LocalToken[]): Named[] | undefined {
  const names: Named[] = [];
  let waiting: Named['numbers'][number][] = [];
  let [joined, isRange] = [false, false];
  for (const token of tokens) {
    if (token.kind === 'number') {
      const list = names.length > 0 && needsNumber(names.at(-1), joined || isRange) ? names.at(-1)?.numbers : waiting;
      addNumber(list ?? waiting, token, isRange);
      [joined, isRange] = [false, false];
    } else if (!('word' in token)) {
      if (token.kind === 'to') isRange = true;
      else joined = true;
    } else if (isRange && names.at(-1)?.token.word === token.word) {
      // `第十三条至第十五条`: the number after the second word ends the range, and before it, waits for it.
      const last = names.at(-1)?.numbers;
      const end = waiting.pop();
      if (last && end) addNumber(last, { kind: 'number', ...end }, true);
      isRange = last !== undefined && end === undefined;
    } else {
      const last = names.at(-1);
      // "ст. ст. 6, 7".
      if (last?.token.word === token.word && last.numbers.length === 0) continue;
      names.push({ token, numbers: waiting, joined: joined && names.length > 0 });
      waiting = [];
      joined = false;
    }
  }
  return waiting.length === 0 && names.every(({ numbers }) => numbers.length > 0) ? names : undefined;
}

function needsNumber(name: Named | undefined, isJoined: boolean): boolean {
  return name !== undefined && (name.numbers.length === 0 || isJoined);
}

function addNumber(
  list: Named['numbers'],
  { numbers, dotted }: Extract<LocalToken, { readonly kind: 'number' }>,
  isRange: boolean,
): void {
  const last = list.at(-1);
  const [from, to] = rangeIn(numbers);
  if (isRange && last) list[list.length - 1] = { ...last, to: numbers.at(-1) ?? '' };
  else list.push({ numbers: from, dotted, ...(to !== undefined && { to }) });
}

/** `15-17` is a range, `15-1` the number of an article that was inserted after article 15. */
function rangeIn(numbers: readonly string[]): [readonly string[], string?] {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(numbers[0] ?? '') ?? [];
  return numbers.length === 1 && from && to && Number(to) > Number(from) ? [[from], to] : [numbers];
}

/** Splits a list of citations: each has one article, or a group if it names none. */
function clausesOf(names: readonly Named[]): Named[][] {
  const isInward = names[0]?.token.kind !== 'unit' && names[0]?.token.kind !== 'group' && names[0]?.token.kind !== 'annex';
  const clauses: Named[][] = [];
  for (const name of names) {
    const current = clauses.at(-1);
    const hasUnit = current?.some(({ token }) => token.kind === 'unit') ?? false;
    const isUnit = name.token.kind === 'unit';
    const startsNext = isInward ? hasUnit && isInner(name) : isUnit && hasUnit;
    if (!current || startsNext) clauses.push([name]);
    else current.push(name);
  }
  return clauses;
}

function isInner({ token }: Named): boolean {
  return token.kind === 'inside' || token.kind === 'counted' || token.kind === 'line';
}

function citationsOf(names: readonly Named[]): Citation[] | undefined {
  const units = names.filter(({ token }) => token.kind === 'unit' || token.kind === 'annex');
  const groups = names.filter(({ token }) => token.kind === 'group');
  const isInward = isInner(names[0] as Named);
  const inner = names.filter(isInner);
  const outward = isInward ? [...inner].reverse() : inner;
  if (units.length > 1) return undefined;
  const within = groups.map(({ token, numbers }): Citation => ({ word: token.word, numbers: numbers[0]?.numbers ?? [] }));
  const [unit] = units;
  if (!unit) return inner.length === 0 ? groupCitations(groups) : undefined;
  let found: Citation[] = unit.numbers.map(({ numbers, to, dotted }) => ({
    word: unit.token.word,
    numbers,
    ...(to !== undefined && { to }),
    ...(dotted && { dotted: true as const }),
    ...(within.length > 0 && { within }),
  }));
  for (const [index, part] of outward.entries()) found = withPart(found, part, outward[index - 1]);
  return found;
}

/** The innermost group, inside the others. */
function groupCitations(groups: readonly Named[]): Citation[] {
  const ordered = [...groups].sort((a, b) => rankOf(a) - rankOf(b));
  const last = ordered.at(-1);
  const within = ordered
    .slice(0, -1)
    .map(({ token, numbers }): Citation => ({ word: token.word, numbers: numbers[0]?.numbers ?? [] }));
  return (last?.numbers ?? []).map(({ numbers, to }) => ({
    word: last?.token.word ?? '',
    numbers,
    ...(to !== undefined && { to }),
    ...(within.length > 0 && { within }),
  }));
}

function rankOf({ token }: Named): number {
  return groupRanks.get(token.word) ?? 0;
}

/** The citations with the numbers of a part inside each, one for each number. */
function withPart(found: readonly Citation[], part: Named, before: Named | undefined): Citation[] {
  const { token, numbers } = part;
  // "paragraph 2 and paragraph 3" are beside each other.
  const isBeside = part.joined && before?.token.word === token.word;
  const base = isBeside ? found.slice(-1).map((each) => ({ ...each, numbers: each.numbers.slice(0, -1) })) : found;
  const added = base.flatMap((citation) =>
    numbers.map(({ numbers: own, to }): Citation => {
      if (token.kind === 'line') return { ...citation, part: { kind: 'line', number: Number(own[0]) } };
      const counts = token.kind === 'counted' && citation.counts === undefined ? citation.numbers.length : citation.counts;
      return {
        ...citation,
        numbers: [...citation.numbers, ...own],
        ...(to !== undefined && { to }),
        ...(counts !== undefined && { counts }),
      };
    }),
  );
  return isBeside ? [...found, ...added] : added;
}
