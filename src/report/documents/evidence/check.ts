import { type EvidenceCheck, type EvidenceResult, isVerified } from '../../../core/evidence.ts';
import { type LineUnit, lineUnitOf } from '../../../core/reading.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Detail, Document, Table, TextRun } from '../../document/blocks.ts';
import { type Blocks, callout, code, heading, paragraph, strong, type Text, toned } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import type { Input } from '../../reporter.ts';
import { failureSection } from '../../words/draft.ts';
import { checkMark, differenceRuns, faultOf, placeWords } from '../../words/evidence.ts';
import { documentOf } from '../../words/rubric.ts';

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
  const counts = { verified: checks.length - faulty.length, n: checks.length };
  return (
    first && [
      heading(2, phrase('report', 'check-title', { source: first.source, draft: first.draft })),
      paragraph(toned(phrase('report', 'check-verified', counts), faulty.length === 0 ? 'good' : 'fair')),
      isFull
        ? [faultTable(faulty), verifiedTable(checks.filter(isVerified))]
        : [faulty.map(faultEntry), checks.filter(isVerified).map(omissionEntry)],
    ]
  );
}

/** A quote that is verified, but leaves out a negation or an exception. */
function omissionEntry({ question, at, quote, omits }: EvidenceCheck): Blocks {
  return (
    omits && [
      paragraph([strong(question), at !== null && `  ${at}`], 'entry'),
      paragraph({ text: quote, style: 'quote' }, 'detail'),
      paragraph(toned(omissionSentence(omits), 'fair'), 'detail'),
    ]
  );
}

function omissionSentence(omits: readonly string[]): string {
  return phrase('report', 'check-omits', { words: omits.join(', ') });
}

/** One quote that is not verified, in lines of its own. */
function faultEntry(check: ShownCheck): Blocks {
  const { at, question, status } = check;
  const near = [
    `${phrase('report', 'check-near', { found: placeWords(check, check.unit) })} `,
    legend(),
    isNearElsewhere(check) && ` ${phrase('report', 'check-near-misplaced', { at: at ?? '' })}`,
  ];
  return [
    paragraph([verdictRun(check), '  ', strong(question), at !== null && `  ${at}`], 'entry'),
    paragraph(quoteRuns(check), 'detail'),
    paragraph(status === 'near' ? near : faultSentence(check), 'detail'),
  ];
}

/** How words that differ are shown. */
function legend(): Text {
  const quote: TextRun = { text: phrase('report', 'check-your-quote'), style: 'gone' };
  return [quote, ', ', { text: phrase('report', 'check-the-draft'), style: 'new' }, '.'];
}

function faultTable(faulty: readonly ShownCheck[]): Blocks {
  const title = phrase('report', 'check-faulty', { n: faulty.length });
  const hasNear = faulty.some(({ status }) => status === 'near');
  return (
    faulty.length > 0 && [
      heading(3, title),
      hasNear && paragraph([`${phrase('report', 'check-legend')} `, legend()]),
      checkTable(title, faulty, (check) => [verdictRun(check), ` ${faultSentence(check)}`]),
    ]
  );
}

function verifiedTable(verified: readonly ShownCheck[]): Blocks {
  const title = phrase('report', 'check-verified-title', { n: verified.length });
  const table = checkTable(title, verified, (check) => {
    const place = placeWords(check, check.unit);
    const omission = check.omits && ['. ', toned(omissionSentence(check.omits), 'fair')];
    return [toned(checkMark(check, check.unit), 'good'), place && `: ${place}`, omission];
  });
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
  const args = { found: placeWords(check, check.unit), at: check.at ?? '' };
  if (fault !== 'near') return phrase('report', `check-${fault}`, args);
  const elsewhere = isNearElsewhere(check) ? ` ${phrase('report', 'check-near-misplaced', args)}` : '';
  return `${phrase('report', 'check-near-at', args)}${elsewhere}`;
}

/** Whether the words that are nearly the quote are in another provision than the one that is named. */
function isNearElsewhere({ placed, at }: EvidenceCheck): boolean {
  return !placed && at !== null;
}

function summary({ checks, summary: { quotes: _, ...counts } }: EvidenceResult): Blocks {
  if (checks.length === 0) return paragraph(phrase('report', 'check-none'));
  const sentence = phrase('report', 'check-summary', { n: checks.length, ...counts });
  return [callout(sentence), paragraph(phrase('report', 'check-limits'), 'foot')];
}
