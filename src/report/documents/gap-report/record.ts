import type { Dissent } from '../../../core/answers.ts';
import type { AssessmentResult } from '../../../core/result.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Block, emphasis, list, paragraph, plain } from '../../document/blocks.ts';
import { dissentWords, recordSentences } from '../panel/record.ts';

/** The panel that the answers were settled from; empty where they are one reviewer's. */
export function recordSection({ panel }: AssessmentResult): Block[] {
  if (!panel) return [];
  return [{ kind: 'heading', level: 2, text: phrase('panel', 'record-title') }, paragraph(recordSentences(panel).join(' '))];
}

/** Views of a panel's reviewers that are not the answer; empty where there are none. */
export function dissentList(dissent: readonly Dissent[] | undefined): Block[] {
  if (!dissent || dissent.length === 0) return [];
  return [paragraph([emphasis(phrase('panel', 'record-dissent'))]), list(dissent.map((each) => [[plain(dissentWords(each))]]))];
}
