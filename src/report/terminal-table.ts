import { isCriticalAtZero } from '../core/gaps.ts';
import type { AssessmentResult } from '../core/result.ts';
import { showRange, showScore } from './number.ts';
import { bandBounds, bandTitle, draftName, gateSentence, say } from './phrases.ts';
import { fitted, visible, wrapped } from './plain-text.ts';
import type { ReportInput } from './reporter.ts';
import { toneOf } from './style.ts';

/** Several drafts, the worst first. */
export function terminalTable({ result, rubric, width, style }: ReportInput): string {
  const rows = worstFirst(result.assessments);
  const bands = Math.max(say('table-band').length, ...rows.map((row) => bandTitle(rubric, row.band).length));
  const fixed = [7, 15, bands, 8, 5];
  const room = Math.max(16, width - fixed.reduce((sum, each) => sum + each + 2, 0));
  const lines: string[] = [];
  if (rows.length > 0) {
    const titles = [
      say('table-draft'),
      say('score'),
      say('table-range'),
      say('table-band'),
      say('table-critical-short'),
      say('table-flags'),
    ];
    lines.push(style.bold(columns(titles, [room, ...fixed])));
  }
  for (const row of rows) {
    const tone = toneOf(rubric, row.band, style);
    const critical = row.gaps.filter((gap) => isCriticalAtZero(gap)).length;
    const cells = [
      visible(draftName(row)),
      showScore(row.score, bandBounds(rubric)),
      row.answered < row.applicable ? showRange(row.low, row.high) : '',
      visible(bandTitle(rubric, row.band)),
      critical === 0 ? '' : String(critical),
      row.flags.length === 0 ? '' : String(row.flags.length),
    ];
    lines.push(tone(columns(cells, [room, ...fixed])));
    for (const gate of row.gates.filter((each) => !each.holds))
      lines.push(style.bad(wrapped(visible(gateSentence(gate)), width, 4)));
  }
  const { mean, median, min, max, assessed } = result.summary;
  const figures = { n: assessed, mean: showScore(mean), median: showScore(median), min: showScore(min), max: showScore(max) };
  const summary = [assessed === 0 ? say('batch-none') : say('batch-summary', figures)];
  if (result.failures.length > 0) summary.push(say('failures', { n: result.failures.length }));
  const made = say('made-with', { title: rubric.title, version: rubric.version, digest: result.rubric.digest.slice(0, 19) });
  return `${[...lines, '', wrapped(summary.join(' '), width), '', style.dim(wrapped(`${made}. ${visible(rubric.notice)}`, width))].join('\n').trimStart()}\n`;
}

/** Lowest score first; drafts without one before all others; then by their file's name. */
export function worstFirst(assessments: readonly AssessmentResult[]): AssessmentResult[] {
  const rank = ({ score }: AssessmentResult): number => score ?? -1;
  return [...assessments].sort((a, b) => rank(a) - rank(b) || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
}

function columns(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => fitted(cell, widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}
