import { type EvidenceCheck, type EvidenceResult, isVerified } from '../../../core/evidence.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Document, Run, Runs, Tone } from '../../document/blocks.ts';
import { code, listOf, paragraph, plain, section, strong, words } from '../../document/build.ts';
import { type ColumnOf, left, tableOf } from '../../document/table.ts';
import { checkMark, failureLines, faultOf, frameOf, placeWords } from '../../words/phrases.ts';
import { differenceRuns } from './differences.ts';

/** All that the document of `compass evidence check` is made from. */
export interface CheckInput {
  readonly result: EvidenceResult;
  readonly rubric: Rubric;
}

/** What became of every quote. The brief document tells those that are not where they should be, and counts the others. */
export function checkDocument({ result, rubric }: CheckInput, detail: Detail): Document {
  const isFull = detail === 'full';
  const { checks } = result;
  const sources = [...new Set(checks.map(({ source }) => source))];
  const title = phrase('report', 'check-document');
  const sections = sources.flatMap((source) =>
    sourceSection(
      checks.filter((check) => check.source === source),
      isFull,
    ),
  );
  return {
    title,
    ...frameOf(rubric),
    blocks: isFull
      ? [{ kind: 'heading', level: 1, text: title }, ...summary(result), ...sections, ...failureSection(result)]
      : [...sections, ...summary(result)],
  };
}

function sourceSection(checks: readonly EvidenceCheck[], isFull: boolean): Block[] {
  const [first] = checks;
  if (!first) return [];
  const faulty = checks.filter((check) => !isVerified(check));
  const verified = checks.filter(isVerified);
  const counted = phrase('report', 'check-verified', { verified: verified.length, n: checks.length });
  return [
    { kind: 'heading', level: 2, text: phrase('report', 'check-title', { source: first.source, draft: first.draft }) },
    paragraph([{ text: counted, tone: faulty.length === 0 ? 'good' : 'fair' }]),
    ...(isFull
      ? [...faultTable(faulty), ...verifiedTable(verified)]
      : [...faulty.flatMap(faultEntry), ...verified.flatMap(omissionEntry)]),
  ];
}

/** A quote that is where it should be, but leaves out a negation or an exception. */
function omissionEntry({ question, at, quote, omits }: EvidenceCheck): Block[] {
  if (!omits) return [];
  return [
    paragraph([strong(question), plain(at === null ? '' : `  ${at}`)], 'entry'),
    paragraph([{ text: quote, set: 'quote' }], 'detail'),
    paragraph([{ text: omissionSentence(omits), tone: 'fair' }], 'detail'),
  ];
}

function omissionSentence(omits: readonly string[]): string {
  return phrase('report', 'check-omits', { words: omits.join(', ') });
}

/** One quote that is not where it should be, in lines of its own. */
function faultEntry(check: EvidenceCheck): Block[] {
  return [
    paragraph([verdictRun(check), plain('  '), strong(check.question), plain(check.at === null ? '' : `  ${check.at}`)], 'entry'),
    paragraph(quoteRuns(check), 'detail'),
    paragraph(check.status === 'near' ? nearRuns(check) : faultSentence(check), 'detail'),
  ];
}

function nearRuns(check: EvidenceCheck): Runs {
  return [
    plain(`${phrase('report', 'check-near', { found: placeWords(check) })} `),
    ...legendRuns(),
    ...(isNearElsewhere(check) ? [plain(` ${phrase('report', 'check-near-misplaced', { at: check.at ?? '' })}`)] : []),
  ];
}

/** How words that differ are shown. */
function legendRuns(): Runs {
  return [
    { text: phrase('report', 'check-your-quote'), set: 'gone' },
    plain(', '),
    { text: phrase('report', 'check-the-draft'), set: 'new' },
    plain('.'),
  ];
}

function faultTable(faulty: readonly EvidenceCheck[]): Block[] {
  if (faulty.length === 0) return [];
  const title = phrase('report', 'check-faulty', { n: faulty.length });
  const legend = paragraph([plain(`${phrase('report', 'check-legend')} `), ...legendRuns()]);
  return [
    { kind: 'heading', level: 3, text: title },
    ...(faulty.some(({ status }) => status === 'near') ? [legend] : []),
    checkTable(title, faulty, (check) => [verdictRun(check), plain(` ${faultSentence(check)}`)]),
  ];
}

function verifiedTable(verified: readonly EvidenceCheck[]): Block[] {
  if (verified.length === 0) return [];
  const title = phrase('report', 'check-verified-title', { n: verified.length });
  const table = checkTable(title, verified, (check) => {
    const place = placeWords(check);
    const omission: Runs = check.omits ? [plain('. '), { text: omissionSentence(check.omits), tone: 'fair' }] : [];
    return [{ text: checkMark(check), tone: 'good' }, plain(place && `: ${place}`), ...omission];
  });
  return [
    { kind: 'heading', level: 3, text: title },
    { kind: 'details', summary: phrase('report', 'check-show'), blocks: [table] },
  ];
}

function checkTable(about: string, checks: readonly EvidenceCheck[], resultOf: (check: EvidenceCheck) => Runs): Block {
  const columns: ColumnOf<EvidenceCheck>[] = [
    left(phrase('report', 'check-column-question'), 24, ({ question }) => [code(question)]),
    left(phrase('report', 'check-column-cited'), 14, ({ at }) => words(at ?? '')),
    left(phrase('report', 'check-column-quote'), 38, quoteRuns),
    left(phrase('report', 'check-column-result'), 24, resultOf),
  ];
  return tableOf(about, columns, checks);
}

function quoteRuns({ quote, differences }: EvidenceCheck): Runs {
  return differences ? differenceRuns(differences) : [{ text: quote, set: 'quote' }];
}

/** In capitals: it must be found in a list without colours. */
function verdictRun(check: EvidenceCheck): Run {
  const fault = faultOf(check);
  const tone: Tone = check.status === 'missing' || check.status === 'struck' ? 'bad' : 'fair';
  return { text: phrase('report', `check-word-${fault === 'incomplete' ? 'missing' : fault}`), tone };
}

function faultSentence(check: EvidenceCheck): string {
  if (check.apart) return phrase('report', 'check-apart');
  const fault = faultOf(check);
  const args = { found: placeWords(check), at: check.at ?? '' };
  if (fault !== 'near') return phrase('report', `check-${fault}`, args);
  const elsewhere = isNearElsewhere(check) ? ` ${phrase('report', 'check-near-misplaced', args)}` : '';
  return `${phrase('report', 'check-near-at', args)}${elsewhere}`;
}

/** Whether the words that come near stand in another provision than the one that is named. */
function isNearElsewhere({ placed, at }: EvidenceCheck): boolean {
  return !placed && at !== null;
}

function failureSection({ failures }: EvidenceResult): Block[] {
  if (failures.length === 0) return [];
  return [section('failures', phrase('report', 'failures-title')), listOf(failureLines(failures))];
}

function summary({ checks, summary: { exact, layout, near, missing, struck, misplaced } }: EvidenceResult): Block[] {
  if (checks.length === 0) return [paragraph(phrase('report', 'check-none'))];
  return [
    {
      kind: 'callout',
      runs: [plain(phrase('report', 'check-summary', { n: checks.length, exact, layout, near, missing, struck, misplaced }))],
    },
    paragraph(phrase('report', 'check-limits'), 'foot'),
  ];
}
