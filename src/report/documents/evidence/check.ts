import { type EvidenceCheck, type EvidenceResult, isVerified } from '../../../core/evidence.ts';
import { type LineUnit, lineUnitOf } from '../../../core/reading.ts';
import { after, inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Detail, Document, Table, TextRun } from '../../document/blocks.ts';
import { type Blocks, callout, code, heading, paragraph, strong, type Text, toned } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import type { Input } from '../../reporter.ts';
import { failureSection } from '../../words/draft.ts';
import {
  absenceSentences,
  checkMark,
  differenceRuns,
  type Fault,
  faultOf,
  placeWords,
  remarksOn,
  unreadSuffix,
} from '../../words/evidence.ts';
import { documentOf } from '../../words/rubric.ts';
import { counted } from '../../words/score.ts';

/** All that the document of `compass evidence check` is made from. */
export type CheckInput = Input<EvidenceResult>;

interface ShownCheck extends EvidenceCheck {
  /** What its line counts. */
  readonly unit: LineUnit;
}

/** The outcome for every quote. The brief document shows those that are not verified, and counts the others. */
export function checkDocument({ result, rubric }: CheckInput, detail: Detail): Document {
  const isFull = detail === 'full';
  const checks = shownChecks(result);
  const title = phrase('report', 'check-document');
  const sources = [...new Set(checks.map(({ source }) => source))];
  const sections = sources.map((source) =>
    sourceSection(
      checks.filter((check) => check.source === source),
      isFull,
    ),
  );
  return documentOf(rubric, title, {
    blocks: isFull ? [heading(1, title), summary(result), sections, failureSection(result)] : [sections, summary(result)],
  });
}

function shownChecks({ checks, reading, readings = [] }: EvidenceResult): ShownCheck[] {
  const readingOf = new Map(readings.map((each) => [each.draft, each]));
  return checks.map((check) => ({ ...check, unit: lineUnitOf(reading ?? readingOf.get(check.draft)) }));
}

function sourceSection(checks: readonly ShownCheck[], isFull: boolean): Blocks {
  const [first] = checks;
  const faulty = checks.filter((check) => !isVerified(check));
  const noted = checks.filter((check) => isVerified(check) && remarksOn(check).length > 0);
  const plain = checks.filter((check) => isVerified(check) && !noted.includes(check));
  const counts = { verified: checks.length - faulty.length, n: checks.length };
  return (
    first && [
      heading(2, phrase('report', 'check-title', { source: first.source, draft: first.draft })),
      paragraph(toned(phrase('report', 'check-verified', counts), faulty.length === 0 ? 'good' : 'fair')),
      isFull
        ? [faultTable(faulty), notedTable(noted), verifiedTable(plain)]
        : [legendOf(faulty), faulty.map(faultEntry), noted.map(noteEntry)],
    ]
  );
}

/** A quote that is verified, but needs a remark. */
function noteEntry(check: ShownCheck): Blocks {
  const { question, at, quote } = check;
  const place = check.outside && phrase('report', 'check-misplaced', { found: placeWords(check, check.unit) });
  const remarks = [...(place ? [place] : []), ...remarksOn(check)];
  return (
    remarks.length > 0 && [
      paragraph([toned(phrase('report', 'check-word-note'), 'fair'), '  ', strong(question), at !== null && `  ${at}`], 'entry'),
      paragraph({ text: quote, style: 'quote' }, 'detail'),
      paragraph(toned(inSentences(remarks), 'fair'), 'detail'),
    ]
  );
}

/** One quote that is not verified, in lines of its own. */
function faultEntry(check: ShownCheck): Blocks {
  const { at, question } = check;
  return [
    paragraph([verdictRun(check), '  ', strong(question), at !== null && `  ${at}`], 'entry'),
    paragraph(quoteRuns(check), 'detail'),
    paragraph(faultSentence(check), 'detail'),
  ];
}

/** How words that differ are shown; empty if no quote has other words than the draft. */
function legendOf(faulty: readonly ShownCheck[]): Blocks {
  if (!faulty.some(({ status }) => status === 'near')) return undefined;
  const quote: TextRun = { text: phrase('report', 'check-your-quote'), style: 'gone' };
  return paragraph([
    `${phrase('report', 'check-legend')}${after(phrase('report', 'check-legend'), '')}`,
    quote,
    phrase('values', 'list-separator'),
    { text: phrase('report', 'check-the-draft'), style: 'new' },
  ]);
}

function faultTable(faulty: readonly ShownCheck[]): Blocks {
  const title = phrase('report', 'check-faulty', { n: faulty.length });
  return (
    faulty.length > 0 && [
      heading(3, title),
      legendOf(faulty),
      checkTable(title, faulty, (check) => [verdictRun(check), ` ${faultSentence(check)}`]),
    ]
  );
}

/** Quotes that are verified, but need a remark. */
function notedTable(noted: readonly ShownCheck[]): Blocks {
  const title = phrase('report', 'check-noted', { n: noted.length });
  const table = checkTable(title, noted, (check) => [
    ...verifiedRuns(check),
    phrase('values', 'stop-separator'),
    toned(inSentences(remarksOn(check)), 'fair'),
  ]);
  return noted.length > 0 && [heading(3, title), table];
}

function verifiedRuns(check: ShownCheck): Text[] {
  const place = placeWords(check, check.unit);
  return [toned(checkMark(check, check.unit), 'good'), place && `${phrase('values', 'label-separator')}${place}`];
}

function verifiedTable(verified: readonly ShownCheck[]): Blocks {
  const title = phrase('report', 'check-verified-title', { n: verified.length });
  const table = checkTable(title, verified, verifiedRuns);
  return (
    verified.length > 0 && [heading(3, title), { kind: 'details', summary: phrase('report', 'check-show'), blocks: [table] }]
  );
}

function checkTable(about: string, checks: readonly ShownCheck[], resultOf: (check: ShownCheck) => Text): Table {
  const columns = [
    left<ShownCheck>(phrase('report', 'check-column-question'), 24, ({ question }) => code(question)),
    left<ShownCheck>(phrase('report', 'check-column-cited'), 14, ({ at }) => at),
    left<ShownCheck>(phrase('report', 'check-column-quote'), 38, quoteRuns),
    left<ShownCheck>(phrase('report', 'check-column-result'), 24, resultOf),
  ];
  return tableOf(about, columns, checks);
}

function quoteRuns({ quote, differences }: EvidenceCheck): Text {
  return differences ? differenceRuns(differences) : { text: quote, style: 'quote' };
}

/** In capitals, so that it can be found in a list without colours. */
function verdictRun(check: EvidenceCheck): TextRun {
  const fault = faultOf(check);
  const word = phrase('report', `check-word-${fault === 'incomplete' ? 'missing' : fault}`);
  return toned(word, check.status === 'missing' || check.status === 'struck' ? 'bad' : 'fair');
}

function faultSentence(check: ShownCheck): string {
  if (check.apart) return phrase('report', 'check-apart');
  const fault = faultOf(check);
  const args = {
    found: placeWords(check, check.unit),
    at: check.at ?? '',
    example: check.foundAt[0] ?? 'art. 14(2)',
    ...check.because,
  };
  if (fault === 'unplaced') return phrase('report', `check-unplaced${unreadSuffix(check)}`, args);
  const isElsewhere = fault === 'near' && isNearElsewhere(check);
  return inSentences([
    phrase('report', `check-${fault}`, args),
    ...(check.outside ? [phrase('report', 'check-outside')] : []),
    ...(isElsewhere ? [phrase('report', 'check-near-misplaced', args)] : []),
    ...absenceSentences(check),
    ...(fault === 'near' && check.joins ? [phrase('report', 'check-joins')] : []),
  ]);
}

/** Whether the words that are nearly the quote are in another provision than the one that is named. */
function isNearElsewhere({ placed, at }: EvidenceCheck): boolean {
  return !placed && at !== null;
}

const faultOrder: readonly Fault[] = ['missing', 'incomplete', 'near', 'struck', 'misplaced', 'unplaced'];

/** How many quotes are right and what is wrong with the others. */
function summary({ checks }: EvidenceResult): Blocks {
  if (checks.length === 0) return paragraph(phrase('report', 'check-none'));
  const faulty = checks.filter((check) => !isVerified(check));
  const faults = faulty.map(faultOf);
  const counts = Object.fromEntries(
    faultOrder.map((fault) => [`check-count-${fault}`, faults.filter((each) => each === fault).length]),
  );
  const args = { n: checks.length, verified: checks.length - faulty.length, faulty: faulty.length };
  const list = listed(counted('report', counts));
  const sentence = phrase('report', faulty.length === 0 ? 'check-summary-good' : 'check-summary', { ...args, list });
  return [callout(sentence), paragraph(phrase('report', 'check-limits'), 'foot')];
}
