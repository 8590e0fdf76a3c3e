import type { Difference, Evidence, QuoteCheck } from '../../core/answers.ts';
import { isVerified } from '../../core/evidence.ts';
import { type LineUnit, lineUnitOf } from '../../core/reading.ts';
import type { AssessmentResult, DraftEvidence } from '../../core/result.ts';
import { clauses, inSentences, listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { warningText } from '../../messages/warnings.ts';
import type { Detail, TextRun } from '../document/blocks.ts';
import { joined, strong, type Text } from '../document/build.ts';
import { counted } from './score.ts';

interface Found {
  readonly foundAt: readonly string[];
  readonly line: number | null;
  readonly page?: number;
}

/** How many of the places where a quote stands are shown. */
const maxPlaces = 5;

/** Where something is in the draft: `art. 15(1), line 212`. The line is that of the first place. */
export function placeWords({ foundAt, line, page }: Found, unit: LineUnit): string {
  const inLine = line === null ? '' : phrase('report', `place-${unit}`, { line });
  const place = page === undefined ? inLine : phrase('report', 'place-page', { page });
  const [first, ...others] = foundAt;
  const shown = others.slice(0, maxPlaces - 1);
  const more = others.length - shown.length;
  return clauses([
    listed([first, place].filter(Boolean)),
    ...shown,
    ...(more > 0 ? [phrase('report', 'places-more', { n: more })] : []),
  ]);
}

/** A piece of evidence: its place, its quote and its note; empty if it has none of these. */
export function pieceRuns({ document, at, quote, note }: Pick<Evidence, 'document' | 'at' | 'quote' | 'note'>): TextRun[] {
  const place = listed([document, at].filter(Boolean));
  return joined([place && strong(place), quote && { text: quote, style: 'quote' }, note], phrase('values', 'label-separator'));
}

/** A quote's check in a few words. */
export function checkMark(check: QuoteCheck, unit: LineUnit): string {
  if (isVerified(check)) return phrase('report', check.status === 'exact' ? 'evidence-mark-verified' : 'evidence-mark-layout');
  const fault = faultOf(check);
  const args = { found: placeWords(check, unit), ...check.because };
  if (fault === 'unplaced') return phrase('report', `evidence-mark-unplaced${unreadSuffix(check)}`, args);
  const absence = absenceCode(check);
  const mark = phrase('report', `evidence-mark-${fault}`, args);
  return clauses([mark, absence && phrase('report', `evidence-mark-${absence}`, args)]);
}

/** The end of the key of the message on a place that can't be read. */
export function unreadSuffix({ because }: Pick<QuoteCheck, 'because'>): '' | '-page' | '-act' {
  return because?.code === 'page' || because?.code === 'act' ? `-${because.code}` : '';
}

/** What the draft lacks of the provision that is named. */
function absenceCode({ because }: Pick<QuoteCheck, 'because'>): 'absent' | 'unfound' | 'sentences' | 'paragraphs' | undefined {
  return because && because.code !== 'page' && because.code !== 'act' ? because.code : undefined;
}

/** A sentence on what the draft lacks of the provision that is named; none if it lacks nothing. */
export function absenceSentences(check: Pick<QuoteCheck, 'because'>): string[] {
  const absence = absenceCode(check);
  return absence ? [phrase('report', `check-${absence}`, { ...check.because })] : [];
}

/** What the lines of an assessment's quotes count. */
export function quotedUnit(evidence: DraftEvidence | undefined): LineUnit {
  return lineUnitOf(evidence && 'reading' in evidence ? evidence.reading : undefined);
}

/** What a reader must know of a quote even if it is verified. */
export function remarksOn({ omits, outside }: Pick<QuoteCheck, 'omits' | 'outside'>): string[] {
  return [
    ...(outside ? [phrase('report', 'check-outside')] : []),
    ...(omits ? [phrase('report', 'check-omits', { words: listed(omits) })] : []),
  ];
}

/** The same in a few words, for a report. */
export function remarkMarks({ omits, outside }: Pick<QuoteCheck, 'omits' | 'outside'>): string[] {
  return [
    ...(outside ? [phrase('report', 'evidence-mark-outside')] : []),
    ...(omits ? [phrase('report', 'evidence-mark-omits', { words: listed(omits) })] : []),
  ];
}

export type Fault = 'missing' | 'incomplete' | 'near' | 'struck' | 'unplaced' | 'misplaced';

/** What is wrong with a quote that is not verified. */
export function faultOf({ status, placed, incomplete }: Pick<QuoteCheck, 'status' | 'placed' | 'incomplete'>): Fault {
  if (status === 'missing') return incomplete ? 'incomplete' : 'missing';
  if (status === 'near' || status === 'struck') return status;
  return placed === null ? 'unplaced' : 'misplaced';
}

/**
 * The outcome of looking up the quotes; empty if the answers name no text or have no quotes. A full report names the file only where its
 * method is described.
 */
export function evidenceSentences({ evidence }: AssessmentResult, detail: Detail): string[] {
  if (evidence === undefined) return [];
  const { text } = evidence;
  if ('unread' in evidence) return [phrase('report', 'evidence-unread', { text, why: evidence.unread })];
  const { quotes, exact, layout, near, missing, struck, misplaced, sameText, reading } = evidence;
  const faults = listed(
    counted('report', {
      'evidence-near': near,
      'evidence-missing': missing,
      'evidence-struck': struck,
      'evidence-misplaced': misplaced,
    }),
  );
  const warnings = inSentences(reading.warnings.map(warningText));
  return [
    quotes > 0 &&
      phrase('report', detail === 'full' ? 'evidence-stand' : 'evidence-verified', {
        verified: exact + layout - misplaced,
        n: quotes,
        text,
      }),
    faults !== '' && phrase('report', 'evidence-faults', { list: faults }),
    sameText === false && phrase('report', 'evidence-other-text'),
    warnings !== '' && phrase('report', detail === 'full' ? 'evidence-how-read' : 'evidence-reading', { text, warnings }),
  ].filter((sentence) => sentence !== false);
}

/** Words that both texts have: of a longer stretch, only both ends are shown. */
const stretch = { most: 24, ends: 10 };

/** A quote with the words that the draft has instead, word by word. */
export function differenceRuns(differences: readonly Difference[]): TextRun[] {
  const runs = differences.map(({ kind, text }): Text => {
    return kind === 'same' ? shortened(text) : { text, style: kind === 'gone' ? 'gone' : 'new' };
  });
  return joined(runs, ' ');
}

function shortened(text: string): string {
  const words = text.split(' ');
  if (words.length <= stretch.most) return text;
  return `${words.slice(0, stretch.ends).join(' ')} … ${words.slice(-stretch.ends).join(' ')}`;
}
