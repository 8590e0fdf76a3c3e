import type { AssessmentResult, FeatureResult, Gap } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { phrase } from '../messages/phrases.ts';
import { bar, showPoints, showRange, showScore } from '../text/number.ts';
import { fitted, visible, wrapped } from '../text/plain-text.ts';
import { carriedLines, stepWords } from './documents/gap-report/narrative.ts';
import { recordSentences } from './documents/panel/record.ts';
import { questionsOf } from './questions.ts';
import type { ReportInput } from './reporter.ts';
import { robustnessLines } from './robustness-terminal.ts';
import { terminalTable } from './terminal-table.ts';
import { bandBounds, bandTitle, capSentences, evidenceSentences, gateSentence, gravestFirst } from './words/phrases.ts';
import { type Style, toneOf } from './write/style.ts';

/** How many gaps are worth a screen; the documents show all. */
const gapsShown = 8;

/** To be read at once: the gap report of one draft, or a table of several. */
export function terminalReport(input: ReportInput): string {
  const [only, ...others] = input.result.assessments;
  const isBatch = others.length > 0 || input.result.failures.length > 0;
  return isBatch || !only ? terminalTable(input) : gapReport(only, input);
}

function gapReport(assessment: AssessmentResult, { rubric, result, width, style }: ReportInput): string {
  const blocks = [
    heading(assessment, width, style),
    verdict(assessment, rubric, width, style),
    panelLines(assessment, width, style),
    featureLines(assessment, rubric, width, style),
    robustnessLines(assessment, rubric, width, style),
    gapLines(assessment, rubric, width, style),
    flagLines(assessment, rubric, width, style),
    stepLines(assessment, width, style),
    evidenceLines(assessment, width, style),
    reviewLines(assessment, width, style),
    ...notes(assessment, rubric, width, style),
    gateLines(assessment, width, style),
    style.dim(
      wrapped(
        visible(
          `${phrase('report', 'made-with', { title: rubric.title, version: rubric.version, digest: result.rubric.digest.slice(0, 19) })}. ${rubric.notice}`,
        ),
        width,
      ),
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function heading({ draft, reviewer, source }: AssessmentResult, width: number, style: Style): string {
  const by = [reviewer.name, reviewer.organisation].filter((part) => part !== undefined).join(', ');
  const facts = [draft.jurisdiction, draft.version, draft.date, by && phrase('report', 'by-line', { name: by })]
    .filter(Boolean)
    .map((fact) => visible(String(fact)));
  const lines = [style.bold(wrapped(visible(draft.title ?? source), width))];
  if (facts.length > 0) lines.push(wrapped(facts.join(' · '), width));
  return lines.join('\n');
}

function verdict(assessment: AssessmentResult, rubric: Rubric, width: number, style: Style): string {
  const { score, low, high, answered, applicable, notApplicable, notAsked, deducted, band } = assessment;
  if (applicable === 0) return wrapped(phrase('report', 'score-nothing-applies'), width);
  if (score === null) return wrapped(phrase('report', 'score-none', { low: showScore(low), high: showScore(high) }), width);
  const counts = [
    answered === applicable
      ? phrase('report', 'all-answered', { n: applicable })
      : phrase('report', 'some-answered', { answered, n: applicable }),
  ];
  if (notApplicable > 0) counts.push(phrase('report', 'set-aside', { n: notApplicable }));
  if (notAsked > 0) counts.push(phrase('report', 'not-asked', { n: notAsked }));
  const tone = toneOf(rubric, band, style);
  const lines = [
    `${phrase('report', 'score')} ${style.bold(tone(showScore(score, bandBounds(rubric))))} / 100   ${style.bold(tone(visible(bandTitle(rubric, band))))}`,
  ];
  if (answered < applicable)
    lines.push(wrapped(phrase('report', 'range', { low: showScore(low), high: showScore(high) }), width));
  lines.push(wrapped(counts.join(', '), width));
  if (deducted > 0) lines.push(wrapped(phrase('report', 'deducted', { points: showPoints(deducted) }), width));
  for (const sentence of capSentences(rubric, assessment)) lines.push(style.bad(wrapped(visible(sentence), width)));
  return lines.join('\n');
}

function panelLines({ panel }: AssessmentResult, width: number, style: Style): string {
  if (!panel) return '';
  return [style.bold(phrase('panel', 'record-title')), wrapped(visible(recordSentences(panel).join(' ')), width)].join('\n');
}

function featureLines({ features }: AssessmentResult, rubric: Rubric, width: number, style: Style): string {
  const rows = features.map((feature) => ({ feature, ...featureCells(feature, rubric) }));
  const last = Math.max(...rows.map((row) => row.verdict.length));
  // On a narrow terminal the bar goes first, then the title is cut: numbers and bands are never cut.
  const cells = width - last - 6 - 4 >= 34 ? 10 : 0;
  const room = Math.max(10, width - last - 6 - (cells > 0 ? cells + 1 : 0) - 4);
  const lines = rows.map(({ feature, score, verdict: named }) => {
    const tone = toneOf(rubric, feature.band, style);
    const drawn = cells > 0 ? `${tone(bar(feature.score, cells))} ` : '';
    return `${fitted(visible(feature.title), room)}  ${drawn}${score.padStart(6)}  ${tone(named)}`.trimEnd();
  });
  return [style.bold(phrase('report', 'features')), ...lines].join('\n');
}

function featureCells(feature: FeatureResult, rubric: Rubric): { score: string; verdict: string } {
  if (feature.applicable === 0) return { score: 'n/a', verdict: '' };
  const range = feature.answered < feature.applicable ? ` (${showRange(feature.low, feature.high)})` : '';
  if (feature.score === null) return { score: '-', verdict: phrase('report', 'not-answered-short') };
  return { score: showScore(feature.score, bandBounds(rubric)), verdict: visible(bandTitle(rubric, feature.band)) + range };
}

function gapLines({ gaps }: AssessmentResult, rubric: Rubric, width: number, style: Style): string {
  if (gaps.length === 0) return phrase('report', 'gaps-none');
  const questions = questionsOf(rubric);
  const found = gaps.filter(({ answered }) => answered);
  const open = gaps.filter(({ answered }) => !answered);
  const shown = found.slice(0, gapsShown);
  const rest = found.slice(gapsShown);
  const sum = (some: readonly Gap[]): string => showPoints(some.reduce((total, gap) => total + gap.points, 0));
  const lines = [style.bold(phrase('report', 'gaps'))];
  for (const gap of shown) lines.push(...gapEntry(gap, questions.get(gap.question)?.text ?? '', width, style));
  if (rest.length > 0) lines.push(wrapped(phrase('report', 'gaps-more', { n: rest.length, points: sum(rest) }), width));
  if (open.length > 0) {
    lines.push(wrapped(phrase('report', 'gaps-open', { n: open.length, points: sum(open) }), width));
    const critical = open.filter((gap) => gap.critical).map(({ question }) => question);
    if (critical.length > 0)
      lines.push(wrapped(visible(phrase('report', 'gaps-open-critical', { ids: critical.join(', ') })), width, 2));
  }
  return lines.join('\n');
}

function gapEntry(gap: Gap, text: string, width: number, style: Style): string[] {
  const marks = [phrase('report', 'gap-level', { level: gap.level, top: gap.top })];
  if (gap.critical && gap.level === 0) marks.push(style.bad(phrase('report', 'critical-word')));
  else if (gap.critical) marks.push(phrase('report', 'critical'));
  const line = phrase('report', 'gap-line', { points: showPoints(gap.points), question: visible(gap.question) });
  const lines = [wrapped(`${style.bold(line)}  ${marks.join(', ')}`, width), style.dim(wrapped(visible(text), width, 4))];
  if (gap.gap) lines.push(wrapped(visible(gap.gap), width, 4));
  return lines;
}

function flagLines({ flags, flagsChecked }: AssessmentResult, rubric: Rubric, width: number, style: Style): string {
  if (rubric.flags.length === 0) return '';
  if (flags.length === 0)
    return `${style.bold(phrase('report', 'flags'))}\n${phrase('report', flagsChecked === 0 ? 'flags-not-looked' : 'flags-none')}`;
  const texts = new Map(rubric.flags.map((flag) => [flag.id, flag.text]));
  const lines = gravestFirst(flags).flatMap((flag) => {
    const tone = flag.severity === 'severe' ? style.bad : flag.severity === 'serious' ? style.fair : style.dim;
    return [
      wrapped(
        `${tone(phrase('report', `severity-${flag.severity}`))}  ${style.bold(visible(flag.id))}  ${visible(texts.get(flag.id) ?? '')}`,
        width,
      ),
      wrapped(visible(flag.because ?? phrase('report', 'no-reason')), width, 4),
    ];
  });
  return [style.bold(phrase('report', 'flags')), ...lines].join('\n');
}

function stepLines({ steps }: AssessmentResult, width: number, style: Style): string {
  if (steps.length === 0) return '';
  const lines = steps.map((step) => {
    return `${fitted(visible(step.title), Math.max(20, width - 32))}  ${stepWords(step)}`;
  });
  return [`${style.bold(phrase('report', 'steps'))} (${phrase('report', 'steps-note')})`, ...lines].join('\n');
}

function evidenceLines(assessment: AssessmentResult, width: number, style: Style): string {
  const sentences = evidenceSentences(assessment);
  if (sentences.length === 0) return '';
  return [style.bold(phrase('report', 'evidence-title')), wrapped(visible(sentences.join(' ')), width)].join('\n');
}

function reviewLines({ review }: AssessmentResult, width: number, style: Style): string {
  if (review.length === 0) return '';
  const lines = review.map(({ id, because }) => wrapped(visible(phrase('report', 'review-line', { id, because })), width, 2));
  return [style.bold(phrase('report', 'review-title')), ...lines].join('\n');
}

function notes(assessment: AssessmentResult, rubric: Rubric, width: number, style: Style): string[] {
  const blocks: string[] = [];
  if (assessment.ignored.length > 0) {
    const lines = assessment.ignored.map(({ question, because }) =>
      wrapped(visible(phrase('report', 'ignored-line', { question, because })), width, 2),
    );
    blocks.push([style.bold(phrase('report', 'ignored')), ...lines].join('\n'));
  }
  const { carried } = assessment;
  if (carried) {
    const lines = carriedLines(assessment);
    const title = phrase('report', 'carried', { from: carried.from, version: rubric.version });
    blocks.push([style.bold(visible(title)), ...lines.map((line) => wrapped(visible(line), width, 2))].join('\n'));
  }
  return blocks;
}

function gateLines({ gates }: AssessmentResult, width: number, style: Style): string {
  if (gates.length === 0) return '';
  const lines = gates.map((gate) => (gate.holds ? style.good : style.bad)(wrapped(visible(gateSentence(gate)), width, 2)));
  return [style.bold(phrase('report', 'gates')), ...lines].join('\n');
}
