import type { Difference } from '../core/answers.ts';
import { type EvidenceCheck, type EvidenceResult, isVerified, type OutlineEntry, type OutlineResult } from '../core/evidence.ts';
import { phrase } from '../messages/phrases.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import { faultOf, placeWords } from './words/phrases.ts';
import type { Style } from './write/style.ts';

/** `compass evidence check`: what does not stand as it should, in full; the rest as a count. */
export function checkReport({ checks, summary }: EvidenceResult, width: number, style: Style): string {
  const blocks: string[] = [];
  for (const source of new Set(checks.map((check) => check.source))) {
    const here = checks.filter((check) => check.source === source);
    const faulty = here.filter((check) => !isVerified(check));
    const head = phrase('report', 'check-title', { source, draft: here[0]?.draft ?? '' });
    const verified = here.filter(isVerified).length;
    blocks.push(
      [
        style.bold(wrapped(visible(head), width)),
        style.good(wrapped(phrase('report', 'check-verified', { verified, n: here.length }), width)),
      ].join('\n'),
    );
    for (const check of faulty) blocks.push(checkEntry(check, width, style));
  }
  if (checks.length === 0) blocks.push(phrase('report', 'check-none'));
  else {
    const { exact, layout, near, missing, struck, misplaced } = summary;
    const counts = { n: checks.length, exact, layout, near, missing, struck, misplaced };
    blocks.push(wrapped(phrase('report', 'check-summary', counts), width));
    blocks.push(style.dim(wrapped(phrase('report', 'check-limits'), width)));
  }
  return `${blocks.join('\n\n')}\n`;
}

function checkEntry(check: EvidenceCheck, width: number, style: Style): string {
  const { status, question, at, quote, differences, apart } = check;
  const fault = faultOf(check);
  const verdict = phrase('report', apart ? 'check-apart' : `check-${fault}`, { found: placeWords(check), at: at ?? '' });
  const misplacedToo =
    status === 'near' && !check.placed && at !== null ? ` ${phrase('report', 'check-near-misplaced', { at })}` : '';
  const tone = status === 'missing' || status === 'struck' ? style.bad : style.fair;
  const word = fault === 'incomplete' ? 'missing' : fault;
  return [
    `${tone(visible(phrase('report', `check-word-${word}`)))}  ${style.bold(visible(question))}  ${visible(at ?? '')}`.trimEnd(),
    differences ? wrapped(shownDifferences(differences, style), width, 4) : wrapped(`"${visible(quote)}"`, width, 4),
    wrapped(visible(verdict + misplacedToo), width, 4),
  ].join('\n');
}

/** The quote with what the draft has instead: left out in [-...-], put in {+...+}, as word diffs are written, coloured where there are colours. */
export function shownDifferences(differences: readonly Difference[], style: Style): string {
  return differences
    .map(({ kind, text }) => {
      if (kind === 'gone') return style.bad(`[-${visible(text)}-]`);
      if (kind === 'new') return style.good(`{+${visible(text)}+}`);
      return visible(shortened(text));
    })
    .join(' ');
}

/** Long stretches that are the same matter only at their ends. */
function shortened(text: string): string {
  const words = text.split(' ');
  return words.length <= 24 ? text : `${words.slice(0, 10).join(' ')} ... ${words.slice(-10).join(' ')}`;
}

/** `compass evidence outline`: the tree, a line each. */
export function outlineReport({ provisions }: OutlineResult, width: number, style: Style): string {
  const lines: string[] = [];
  const print = (entries: readonly OutlineEntry[], depth: number): void => {
    for (const entry of entries) {
      const { label, heading, text, children, line, page } = entry;
      const indent = '  '.repeat(Math.min(depth, 6));
      const place = page !== undefined ? phrase('report', 'place-page', { page }) : line === null ? '' : String(line);
      const named = [label, heading].filter(Boolean).join('  ');
      // No line shows more than its beginning, however long the text is.
      const words = visible((heading ? named : [named, text.slice(0, width * 2)].filter(Boolean).join('  ')).slice(0, width * 3));
      const room = width - indent.length - 8;
      const shown = fitted(words, Math.max(20, room));
      lines.push(`${indent}${heading ? style.bold(shown) : shown} ${style.dim(place.padStart(6))}`.trimEnd());
      print(children, depth + 1);
    }
  };
  print(provisions, 0);
  return `${lines.join('\n')}\n`;
}
