import type { CompareResult } from '../../../core/compare/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Document } from '../../document/blocks.ts';
import { emphasis, listOf, paragraph, section, strong } from '../../document/build.ts';
import type { CompareInput } from '../../reporter.ts';
import { failureLines, madeWith } from '../../words/phrases.ts';
import { lawsBlocks } from '../laws/laws.ts';
import { carriedLines, datedNames, modeSentence, noteSentences, titleOf } from './phrases.ts';
import { versionBlocks } from './versions.ts';

/** What moved between versions of a draft, or laws side by side. */
export function compareDocument(input: CompareInput, detail: Detail): Document {
  const { result, rubric } = input;
  const { language, bands, notice, version } = rubric;
  const title = titleOf(result);
  const mode = modeSentence(result);
  const made = madeWith(result, rubric, detail);
  const isBrief = detail === 'brief';
  return {
    title,
    language,
    scale: bands,
    notice,
    subject: phrase('docx', 'subject-compare', { rubric: rubric.title, version }),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(result.mode === 'versions' ? [paragraph(datedNames(result).join(' → '))] : []),
      ...noteBlocks(result, rubric),
      ...(isBrief || notice === '' ? [] : [paragraph([emphasis(notice)], 'notice')]),
      ...(result.mode === 'laws' ? lawsBlocks(input, detail) : versionBlocks(input, detail)),
      ...failureSection(result, isBrief),
    ],
    closing: isBrief
      ? [paragraph(mode, 'foot'), paragraph(made, 'foot')]
      : [paragraph(mode), paragraph([emphasis(made)], 'notice')],
  };
}

/** What has to be known before the comparison is trusted. */
function noteBlocks(result: CompareResult, rubric: Rubric): Block[] {
  const notes = noteSentences(result, rubric).map((sentence, index) => {
    const tone = result.notes[index]?.code === 'forced' ? 'bad' : 'fair';
    return paragraph([{ ...strong(sentence), tone }], 'warning');
  });
  return [...notes, ...carriedLines(result).map((line) => paragraph(line, 'warning'))];
}

/** The files that could not be read. A terminal has the reasons on standard error. */
function failureSection({ failures }: CompareResult, isBrief: boolean): Block[] {
  if (failures.length === 0) return [];
  const lines = isBrief ? failures.map(({ source }) => source) : failureLines(failures);
  return [section('failures', phrase('compare', 'failures')), listOf(lines)];
}
