import type { Difference, Evidence, QuoteCheck } from '../../../../../core/answers.ts';
import { type Hit, isVerified } from '../../../../../core/evidence.ts';
import type { DraftGuide } from '../../../../../interview/draft-guide.ts';
import type { Doubt } from '../../../../../interview/item/quotes.ts';
import type { Ask } from '../../../../../interview/state.ts';
import { inSentences, listed, sentence } from '../../../../../messages/lists.ts';
import { phrase } from '../../../../../messages/phrases.ts';
import { nothingFound } from '../../../../../messages/warnings.ts';
import { absenceSentences, remarksOn, unreadSuffix } from '../../../../../report/words/evidence.ts';
import type { Style } from '../../../../../report/write/style.ts';
import { linesOf, visible } from '../../../../../text/plain-text.ts';
import { hint, takesKey } from '../hints.ts';
import { clipped, labelled, oneLine, paragraph } from '../lines.ts';
import { rank, type Section } from '../sections.ts';

/** How many passages are shown under a question. */
const previewCount = 3;

/** The likeliest passages under a question. */
export function passagePreview(guide: DraftGuide, id: string, ask: Ask, width: number): Section {
  const hits = guide.suggest(id);
  const listed = hits.slice(0, previewCount);
  if (listed.length === 0) return { lines: [] };
  const heading = takesKey(ask, 'p') ? 'passages-preview-key' : 'passages-preview';
  const title = oneLine(phrase('interview', heading, { draft: fileName(guide) }), width);
  const line = ({ label, heading, passage, cut }: Hit): string =>
    `${[label, heading].filter(Boolean).join('  ')}: ${withCuts(passage, cut)}`;
  const most = 150;
  const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  return {
    lines: [title, ...listed.flatMap((hit) => paragraph(shortened(line(hit)), width, 2))],
    shorter: [
      { rank: rank.passagesToLines, lines: [title, ...listed.map((hit) => oneLine(`  ${line(hit)}`, width))] },
      {
        rank: rank.passagesToHint,
        lines: [
          oneLine(hint(ask, phrase('interview', 'passages-count', { n: hits.length, draft: fileName(guide) }), 'p'), width),
        ],
      },
      // The key is named below the prompt, too.
      { rank: rank.passagesAway, lines: [] },
    ],
  };
}

/** The draft's file without its folder. */
export function fileName({ name }: DraftGuide): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

/** The passages to choose from, numbered, with the words that were looked for between asterisks. */
export function passageList(guide: DraftGuide, hits: readonly Hit[], width: number): Section {
  if (hits.length === 0) return { lines: paragraph(nothingFound(guide.warnings), width) };
  const head = ({ label, heading }: Hit): string => [label, heading].filter(Boolean).join('  ');
  const words = ({ passage, marks, cut }: Hit): string => withCuts(withMarks(passage, marks), cut);
  const entries = (most: number, headLines = Number.POSITIVE_INFINITY): string[] =>
    hits.flatMap((hit, index) => [
      ...clipped(labelled(String(index + 1), head(hit), width), headLines, width),
      ...clipped(linesOf(words(hit), width - 5), most, width - 5).map((line) => `     ${line}`),
    ]);
  return {
    lines: entries(Number.POSITIVE_INFINITY),
    shorter: [
      ...[4, 3, 2, 1].map((most, step) => ({ rank: rank.passagesToLines + step, lines: entries(most) })),
      { rank: rank.passagesToLines + 4, lines: entries(1, 1) },
      {
        rank: rank.marksToHint,
        lines: hits.map((hit, index) => oneLine(`  ${index + 1}  ${head(hit)}: ${withCuts(hit.passage, hit.cut)}`, width)),
      },
    ],
  };
}

/** A passage with an ellipsis where its sentence begins before it or goes on. */
function withCuts(passage: string, cut: Hit['cut']): string {
  return `${cut?.before ? '… ' : ''}${passage}${cut?.after ? ' …' : ''}`;
}

/** The passage with the words that were looked for between asterisks. */
function withMarks(passage: string, marks: Hit['marks']): string {
  let text = '';
  let at = 0;
  for (const [from, to] of marks) {
    text += `${visible(passage.slice(at, from))}*${visible(passage.slice(from, to))}*`;
    at = to;
  }
  return text + visible(passage.slice(at));
}

/** At the beginning of the lines that have the words of a passage. */
export const passageBar = '|';

/** The article, section or recital around a passage, whole. A bar marks the lines of the passage. */
export function wholeProvision(guide: DraftGuide, { label, passage }: Hit, width: number): string[] {
  const text = guide.provision(label) ?? passage;
  const isInPassage = passageTest(text, passage);
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const lines = linesOf(visible(line), width - 2);
    const plain = squeezed(line);
    let at = offset;
    offset += plain.length;
    return lines.map((part) => {
      const begin = at;
      at += squeezed(part).length;
      return `${isInPassage(begin, at) ? passageBar : ' '} ${part}`;
    });
  });
}

/** Whether a range of the text without its spaces overlaps the passage. */
function passageTest(text: string, passage: string): (from: number, to: number) => boolean {
  const begin = squeezed(text).indexOf(squeezed(passage));
  const end = begin + squeezed(passage).length;
  return (from, to) => begin !== -1 && from < end && to > begin && to > from;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** What is wrong with a piece of evidence, the difference, and the draft's own words. */
export function doubtLines({ check, offer }: Doubt, piece: Evidence, width: number, style: Style): string[] {
  const lines = paragraph(quoteRemark(check, piece.at), width);
  if (check.status === 'near' && check.differences) {
    lines.push(
      '',
      ...paragraph(phrase('interview', 'the-difference'), width),
      ...differenceLines(check.differences, width, style),
    );
  } else {
    lines.push('', phrase('interview', 'your-words'), ...paragraph(piece.quote ?? '', width, 2));
  }
  if (offer && offer.quote !== piece.quote)
    lines.push('', phrase('interview', 'draft-words', { at: visible(offer.at) }), ...paragraph(offer.quote, width, 2));
  return lines;
}

/** The quote's words against the draft's: `[-gone-] {+new+}`. */
function differenceLines(differences: readonly Difference[], width: number, style: Style): string[] {
  const text = differences.map(({ kind, text: words }) => {
    const plain = visible(words);
    return kind === 'gone' ? style.bad(`[-${plain}-]`) : kind === 'new' ? style.good(`{+${plain}+}`) : plain;
  });
  return linesOf(text.join(' '), width - 2).map((line) => `  ${line}`);
}

/** What a check of a quote says; for a quote that is not verified, or that leaves something out. */
function quoteRemark(check: QuoteCheck, at = ''): string {
  const found = listed(check.foundAt);
  if (check.status === 'missing') return phrase('interview', check.incomplete ? 'quote-incomplete' : 'quote-missing');
  if (check.status === 'near' || check.status === 'struck') return phrase('interview', `quote-${check.status}`, { found });
  if (isVerified(check))
    return inSentences([sentence(phrase('interview', 'notice-quote-stands', { found })), ...remarksOn(check)]);
  const { placed, because } = check;
  const args = { found, at, ...because };
  if (placed !== null) return inSentences([phrase('interview', 'quote-elsewhere', args), ...absenceSentences(check)]);
  return phrase('interview', `quote-unplaced${unreadSuffix(check)}`, args);
}
