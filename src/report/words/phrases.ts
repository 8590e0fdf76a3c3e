import type { Evidence, QuoteCheck } from '../../core/answers.ts';
import { isVerified } from '../../core/evidence.ts';
import type { AssessmentResult, CapResult, FlagResult, GateName, GateResult, Result } from '../../core/result.ts';
import type { Band, Question, Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { warningText } from '../../messages/warnings.ts';
import { showApart, showScore } from '../../text/number.ts';
import type { Bar, Detail, Document, Run, Runs, Tone } from '../document/blocks.ts';
import { code, joined, plain, strong } from '../document/build.ts';

/** What every document takes from the rubric. */
export function frameOf({ language, bands, notice }: Rubric): Pick<Document, 'language' | 'scale' | 'notice'> {
  return { language, scale: bands, notice };
}

/** The band's title, or the phrase for none. */
export function bandTitle(rubric: Rubric, id: string | null): string {
  return bandOf(rubric, id)?.title ?? phrase('report', 'no-band');
}

export function bandOf(rubric: Pick<Rubric, 'bands'>, id: string | null): Band | undefined {
  return rubric.bands.find((band) => band.id === id);
}

/** A band's title, which formats with colours set off as the band's. */
export function bandRun(rubric: Rubric, id: string | null): Run {
  return { text: bandTitle(rubric, id), band: id };
}

/** A score with one decimal, more where it would seem to reach a band that it does not. */
export function shownScore(score: number | null, rubric: Rubric): string {
  return showScore(score, bandBounds(rubric));
}

/** A score as a picture. */
export function barOf({ score, low, high, band }: Omit<Bar, 'kind' | 'name'>, name: string): Bar {
  return { kind: 'bar', name, score, low, high, band };
}

/** Who answered; empty where nobody is named. */
export function reviewerName({ reviewer }: Pick<AssessmentResult, 'reviewer'>): string {
  return [reviewer.name, reviewer.organisation].filter((part) => part !== undefined).join(', ');
}

/** With which rubric a document was made, and the rubric's notice. A brief document shortens the digest. */
export function madeWith(
  { rubric: { digest } }: Pick<Result, 'rubric'>,
  { title, version, notice }: Rubric,
  detail: Detail,
): string {
  const shown = detail === 'brief' ? digest.slice(0, 19) : digest;
  return `${phrase('report', 'made-with', { title, version, digest: shown })}. ${notice}`;
}

/** A file that could not be read or scored: each of its errors with its place. */
export function failureLines(failures: Result['failures']): string[] {
  return failures.flatMap(({ source, errors }) =>
    errors.map(
      ({ message, line, column }) => `${[source, line, column].filter((part) => part !== undefined).join(':')}: ${message}`,
    ),
  );
}

/** The texts of the rubric's questions and flags by their ids. */
export function textsOf({ features, flags }: Pick<Rubric, 'features' | 'flags'>): Map<string, string> {
  return new Map([...features.flatMap(({ questions }) => questions), ...flags].map(({ id, text }) => [id, text]));
}

/** The questions of a rubric, by id. */
export function questionsOf({ features }: Pick<Rubric, 'features'>): Map<string, Question> {
  return new Map(features.flatMap(({ questions }) => questions).map((question) => [question.id, question]));
}

/** A question, or a flag, by its text and its id. */
export function questionRuns(id: string, texts: ReadonlyMap<string, string>, critical = false): Runs {
  const mark: Run = { text: `(${phrase('report', 'critical')})`, tone: 'dim' };
  return [plain(`${texts.get(id) ?? ''} `), code(id), ...(critical ? [plain(' '), mark] : [])];
}

/** Where the bands begin: the bounds that a shown score must not seem to reach when it does not. */
export function bandBounds(rubric: Rubric): number[] {
  return rubric.bands.map((band) => band.from);
}

/** Principles by their numbers, as they are cited. */
export function principleWords(numbers: readonly number[]): string {
  return phrase('report', 'principles', { list: numbers.join(', ') });
}

/** What to call a draft among others: its title, with the version where there is one; else the name of its file. */
export function draftName({ draft, source }: Pick<AssessmentResult, 'draft' | 'source'>): string {
  if (draft.title === undefined) return source;
  return draft.version === undefined ? draft.title : `${draft.title}, ${draft.version}`;
}

/** What tells whether a band was capped. */
type Capped = Pick<AssessmentResult, 'band' | 'uncappedBand' | 'caps'>;

/** The caps that lowered the band, each with its reason; empty where the band is the score's own. */
export function capSentences(rubric: Rubric, assessment: Capped): string[] {
  if (assessment.band === assessment.uncappedBand) return [];
  const rank = (id: string | null): number => rubric.bands.findIndex((band) => band.id === id);
  return assessment.caps
    .filter((cap) => rank(cap.band) > rank(assessment.uncappedBand))
    .map((cap) => capSentence(rubric, assessment, cap));
}

function capSentence(rubric: Rubric, assessment: Capped, cap: CapResult): string {
  return phrase('report', `cap-${cap.when}`, {
    band: bandTitle(rubric, cap.band),
    uncapped: bandTitle(rubric, assessment.uncappedBand),
    because: cap.because.join(', '),
    n: cap.because.length,
  });
}

/** The same with its tone. */
export function gateRun(gate: GateResult): Run {
  return { text: gateSentence(gate), tone: gate.holds ? 'good' : 'bad' };
}

/** The verdict of a gate in a sentence. */
export function gateSentence(gate: GateResult): string {
  const verdict = gate.holds ? 'holds' : 'fails';
  const { bound, because } = gate;
  if (bound === undefined) {
    const named = because.join(', ');
    if (gate.gate === 'baseline') return phrase('report', because.length > 0 ? 'gate-baseline-new' : 'gate-holds-baseline');
    if (isBaselineList(gate.gate)) return phrase('report', `gate-fails-${gate.gate}`, { because: named, n: because.length });
    return phrase('report', `gate-${verdict}-list`, { gate: gate.gate, because: named, n: because.length });
  }
  const actual = gate.actual ?? null;
  const what = gate.feature ?? phrase('report', 'overall');
  if (gate.gate === 'baseline') {
    const [before, now] = showApart(bound, actual ?? 0);
    return phrase('report', 'gate-fails-baseline', { what, before, now });
  }
  return phrase('report', `gate-${verdict}-bound`, {
    what,
    bound,
    low: actual === null ? phrase('report', 'no-score') : showScore(actual, [bound]),
    sign: gate.holds ? '>=' : '<',
  });
}

type BaselineList = 'baseline-critical' | 'baseline-flag' | 'baseline-not-applicable';

function isBaselineList(gate: GateName): gate is BaselineList {
  return gate === 'baseline-critical' || gate === 'baseline-flag' || gate === 'baseline-not-applicable';
}

/** How grave a red flag is. */
export function severityRun(severity: FlagResult['severity']): Run {
  const tones: Record<FlagResult['severity'], Tone> = { severe: 'bad', serious: 'fair', watch: 'dim' };
  return { text: phrase('report', `severity-${severity}`), tone: tones[severity] };
}

/** Red flags, the severe ones first; within a severity in the rubric's order. */
export function gravestFirst(flags: readonly FlagResult[]): FlagResult[] {
  const order = ['severe', 'serious', 'watch'];
  return [...flags].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Lowest score first; drafts without one before all others; then by their file's name. */
export function worstFirst(assessments: readonly AssessmentResult[]): AssessmentResult[] {
  const rank = ({ score }: AssessmentResult): number => score ?? -1;
  return [...assessments].sort((a, b) => rank(a) - rank(b) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}

/** Where something stands in the draft: `art. 15(1), line 212`. */
export function placeWords({
  foundAt,
  line,
  page,
}: {
  readonly foundAt: readonly string[];
  readonly line: number | null;
  readonly page?: number;
}): string {
  const labels = foundAt.filter(Boolean).join(', ');
  const place =
    page !== undefined ? phrase('report', 'place-page', { page }) : line === null ? '' : phrase('report', 'place-line', { line });
  return [labels, place].filter(Boolean).join(', ');
}

/** A piece of evidence: where it stands, its words, and what is remarked on them; empty where nothing is said. */
export function pieceRuns({ at, quote, note }: Pick<Evidence, 'at' | 'quote' | 'note'>): Run[] {
  const parts: Run[] = [
    ...(at ? [strong(at)] : []),
    ...(quote ? [{ text: quote, set: 'quote' as const }] : []),
    ...(note ? [plain(note)] : []),
  ];
  return joined(parts, ': ');
}

/** A quote's check in a few words. */
export function checkMark(check: QuoteCheck): string {
  if (isVerified(check)) return phrase('report', check.status === 'exact' ? 'evidence-mark-verified' : 'evidence-mark-layout');
  return phrase('report', `evidence-mark-${faultOf(check)}`, { found: placeWords(check) });
}

/** What is wrong with a quote that is not verified. */
export function faultOf({
  status,
  placed,
  incomplete,
}: Pick<QuoteCheck, 'status' | 'placed' | 'incomplete'>):
  | 'missing'
  | 'incomplete'
  | 'near'
  | 'struck'
  | 'unplaced'
  | 'misplaced' {
  if (status === 'missing') return incomplete ? 'incomplete' : 'missing';
  if (status === 'near' || status === 'struck') return status;
  return placed === null ? 'unplaced' : 'misplaced';
}

/** What looking up the quotes came to; empty where the answers name no text or have no quotes. */
export function evidenceSentences({ evidence }: AssessmentResult): string[] {
  if (evidence === undefined) return [];
  const { text } = evidence;
  if ('unread' in evidence) return [phrase('report', 'evidence-unread', { text, why: evidence.unread })];
  const { quotes, exact, layout, near, missing, struck, misplaced, sameText, reading } = evidence;
  const sentences = sameText === false ? [phrase('report', 'evidence-other-text')] : [];
  if (reading.warnings.length > 0)
    sentences.push(phrase('report', 'evidence-reading', { text, warnings: reading.warnings.map(warningText).join(' ') }));
  if (quotes === 0) return sentences;
  const verified = exact + layout - misplaced;
  sentences.unshift(phrase('report', 'evidence-verified', { verified, n: quotes, text }));
  const faults = [
    near > 0 ? phrase('report', 'evidence-near', { n: near }) : '',
    missing > 0 ? phrase('report', 'evidence-missing', { n: missing }) : '',
    struck > 0 ? phrase('report', 'evidence-struck', { n: struck }) : '',
    misplaced > 0 ? phrase('report', 'evidence-misplaced', { n: misplaced }) : '',
  ].filter((part) => part !== '');
  if (faults.length > 0) sentences.splice(1, 0, phrase('report', 'evidence-faults', { list: faults.join(', ') }));
  return sentences;
}
