import type { CompareResult, Comparison } from '../../../core/compare/result.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Detail, Document, Table } from '../../document/blocks.ts';
import { type Blocks, heading, list, paragraph, section, strong } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { failureSection, madeWithNote } from '../../words/draft.ts';
import { documentOf, noticeOf } from '../../words/rubric.ts';
import { bandRun, barOf, shownScore } from '../../words/score.ts';
import { lawsBlocks } from '../laws/laws.ts';
import { comparisonBlocks } from './comparison.ts';
import { arrow, carriedLines, datedNames, modeSentence, moveGroups, namesOf, noteSentences, titleOf } from './phrases.ts';

/** The changes between versions of a draft, or laws side by side. */
export function compareDocument(input: CompareInput, detail: Detail): Document {
  const { result, rubric } = input;
  const title = titleOf(result);
  const isBrief = detail === 'brief';
  return documentOf(rubric, title, {
    subject: phrase('docx', 'subject-compare', { rubric: rubric.title, version: rubric.version }),
    blocks: [
      heading(1, title),
      result.mode === 'versions' && paragraph(datedNames(result).join(arrow())),
      noteBlocks(input),
      !isBrief && noticeOf(rubric),
      result.mode === 'laws' ? lawsBlocks(input, detail) : versionBlocks(input, isBrief),
      failuresOf(result, isBrief),
    ],
    closing: [paragraph(modeSentence(result), isBrief ? 'foot' : undefined), madeWithNote(result, rubric, detail)],
  });
}

/** What a reader must know before trusting the comparison. */
function noteBlocks({ result, rubric }: CompareInput): Blocks {
  const notes = noteSentences(result, rubric).map((sentence, index) => {
    const tone = result.notes[index]?.code === 'forced' ? 'bad' : 'fair';
    return paragraph({ ...strong(sentence), tone }, 'warning');
  });
  return [notes, carriedLines(result).map((line) => paragraph(line, 'warning'))];
}

/** The files that could not be read. A terminal has the reasons on standard error. */
function failuresOf(result: CompareResult, isBrief: boolean): Blocks {
  const title = phrase('compare', 'failures');
  return isBrief ? section('failures', title, list(result.failures.map(({ source }) => source))) : failureSection(result, title);
}

/** Each version with the next and, of three or more, the first with the last. */
function versionBlocks(input: CompareInput, isBrief: boolean): Blocks {
  const { comparisons } = input.result;
  const whole = comparisons.at(-1);
  if (!whole) return [];
  const note = isBrief && paragraph(pointsNote(whole), 'foot');
  if (comparisons.length === 1)
    return [
      !isBrief && heading(2, phrase('report', 'summary'), 'summary'),
      comparisonBlocks({ comparison: whole, ...input, isBrief, isWhole: true, isOnly: true }),
      note,
    ];
  const names = namesOf(input.result);
  const title = phrase('compare', 'versions');
  return [
    section('versions', title, [versionTable(title, input, isBrief), { kind: 'band-key' }]),
    comparisons.map((comparison, index) => {
      const { from, to } = comparison;
      const text = phrase('compare', 'changes', { from: names[from] ?? '', to: names[to] ?? '' });
      return [
        // Numbered on a screen, where the heading of a comparison looks like those of its parts.
        heading(2, text, `from-${from}-to-${to}`, isBrief ? `${index + 1}.` : undefined),
        // A screen shows each step in short, and the comparison of the first with the last in full.
        comparisonBlocks({ comparison, ...input, isBrief, isWhole: !isBrief || comparison === whole, isOnly: false }),
      ];
    }),
    note,
  ];
}

function pointsNote(comparison: Comparison): string {
  const isCounted = moveGroups(comparison).some(({ key }) => !['better', 'worse'].includes(key));
  return inSentences([phrase('compare', 'points-about'), isCounted && phrase('compare', 'points-counted')]);
}

function versionTable(about: string, { result, rubric }: CompareInput, isBrief: boolean): Table {
  type Version = CompareResult['assessments'][number] & { readonly name: string };
  const names = datedNames(result);
  const figure = (key: 'score' | 'low' | 'high') =>
    right<Version>(phrase('compare', key), 9, (each) => shownScore(each[key], rubric));
  const bar = (each: Version) => each.applicable > 0 && barOf(each, each.name);
  const columns = [
    left<Version>(phrase('compare', 'version'), 25, ({ name }) => name),
    !isBrief && left<Version>(phrase('compare', 'chart'), 25, bar, { drawn: true }),
    figure('score'),
    figure('low'),
    figure('high'),
    left<Version>(phrase('compare', 'band'), 23, ({ band }) => bandRun(rubric, band)),
  ];
  return tableOf(
    about,
    columns,
    result.assessments.map((each, index) => ({ ...each, name: names[index] ?? '' })),
  );
}
