import type { PanelResult } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Detail, Document } from '../../document/blocks.ts';
import { emphasis, paragraph, plain, section, strong } from '../../document/build.ts';
import { frameOf } from '../../words/phrases.ts';
import { agreementSection, questionSection } from './agreement.ts';
import { discussSection, flagSection, stepSection } from './discussion.ts';
import { whoSection } from './who.ts';
import { type PanelInput, panelFacts, panelTitle, settledSentence, warningSentence } from './words.ts';

/** Several reviewers of one draft: who answered what, how far they agree, and what to discuss first. */
export function panelDocument({ result, rubric }: PanelInput, detail: Detail): Document {
  const isFull = detail === 'full';
  const { draft } = result;
  return {
    title: panelTitle(result),
    ...frameOf(rubric),
    ...(draft.title !== undefined && { subject: draft.title }),
    blocks: [
      ...titleSection(result, rubric, isFull),
      ...whoSection(result, rubric, isFull),
      ...agreementSection(result, isFull),
      ...discussSection(result, rubric, isFull),
      ...flagSection(result, rubric, isFull),
      ...stepSection(result, rubric, isFull),
      ...(isFull ? questionSection(result, rubric) : []),
      ...settledSection(result),
      ...(isFull ? methodSection() : []),
    ],
    closing: isFull ? closing(result, rubric) : [paragraph(`${phrase('panel', 'method-limits')} ${rubric.notice}`, 'foot')],
  };
}

function titleSection(result: PanelResult, { notice }: Rubric, isFull: boolean): Block[] {
  return [
    { kind: 'heading', level: 1, text: panelTitle(result) },
    paragraph(panelFacts(result).join(' · '), isFull ? 'note' : undefined),
    ...result.warnings.map((warning) =>
      paragraph([strong(phrase('panel', 'forced')), plain(` ${warningSentence(warning)}`)], 'warning'),
    ),
    ...(isFull && notice ? [paragraph([emphasis(notice)], 'notice')] : []),
  ];
}

function settledSection(result: PanelResult): Block[] {
  const sentence = settledSentence(result);
  if (sentence === '') return [];
  return [section('settled', phrase('panel', 'settled')), paragraph(sentence)];
}

function methodSection(): Block[] {
  return [
    section('method', phrase('panel', 'method')),
    paragraph(phrase('panel', 'method-limits')),
    paragraph(phrase('panel', 'method-sources')),
  ];
}

function closing({ rubric: { digest }, tool }: PanelResult, { title, version, notice }: Rubric): Block[] {
  return [
    paragraph(phrase('panel', 'made-by', { title, version, digest, tool: tool.version })),
    ...(notice ? [paragraph([emphasis(notice)], 'notice')] : []),
  ];
}
