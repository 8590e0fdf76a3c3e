import type { Leftover } from '../../../filled/collect.ts';
import type { FilledPlace } from '../../../filled/field.ts';
import { phrase } from '../../../messages/phrases.ts';
import { shortened } from '../../../text/shortened.ts';
import type { ReadImport } from './assessments.ts';
import type { ImportedAnswers } from './read-source.ts';

/** Texts of one file that are listed; the others are counted. */
const mostListed = 200;

/** What is to be said of one file: what it has that can't be imported, and what does not count. */
export function noticesOf(source: string, found: readonly ImportedAnswers[], imports: readonly ReadImport[]): string[] {
  return [
    ...(found[0]?.notices ?? []).map((notice) => phrase('import', notice, { source })),
    ...untakenColumns(source, found),
    ...leftoverLines(source, found),
    ...imports.flatMap(({ place, unused }) =>
      unused.map(([feature, n]) => phrase('import', 'unused', { place: placeText(source, place), feature, n })),
    ),
  ];
}

function untakenColumns(source: string, found: readonly ImportedAnswers[]): string[] {
  const columns = new Map<string, { n: number; text: string }>();
  for (const [column, text] of found.flatMap(({ untaken }) => untaken)) {
    const known = columns.get(column);
    columns.set(column, { n: (known?.n ?? 0) + 1, text: known?.text ?? shortened(text) });
  }
  return [...columns].map(([column, { n, text }]) => phrase('import', 'untaken', { source, column: shortened(column), n, text }));
}

/** One text in a line with its file; several below a line that names the file once. */
function leftoverLines(source: string, found: readonly ImportedAnswers[]): string[] {
  const all = found.flatMap(({ content }) => ('filled' in content ? content.filled.leftovers : []));
  if (all.length <= 1) return all.map((each) => leftoverLine(each, placeText(source, each.place)));
  const listed = all
    .slice(0, mostListed)
    .map((each) => `  ${leftoverLine(each, placeText('', each.place).replace(/^:\s*/, ''))}`);
  const more = all.length - listed.length;
  return [
    phrase('import', 'leftovers', { source, n: all.length }),
    ...listed,
    ...(more > 0 ? [`  ${phrase('import', 'leftovers-more', { n: more })}`] : []),
  ];
}

function leftoverLine({ text, level }: Leftover, place: string): string {
  const args = { place, text: shortened(text) };
  return level === undefined ? phrase('import', 'leftover', args) : phrase('import', 'leftover-of-level', { ...args, level });
}

export function placeText(source: string, { line, at }: FilledPlace): string {
  const position = line === undefined ? source : `${source}:${line}`;
  return at === undefined ? position : `${position}: ${at}`;
}
