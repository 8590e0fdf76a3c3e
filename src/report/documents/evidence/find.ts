import type { FindResult, Found, Hit } from '../../../core/evidence.ts';
import { type LineUnit, lineUnitOf } from '../../../core/reading.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { aside, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { nothingFound } from '../../../messages/warnings.ts';
import { showScore } from '../../../text/number.ts';
import type { Detail, Document } from '../../document/blocks.ts';
import { type Blocks, code, heading, listOfLines, paragraph, strong, type Text, toned } from '../../document/build.ts';
import type { Input } from '../../reporter.ts';
import { placeWords } from '../../words/evidence.ts';
import { documentOf, textsOf } from '../../words/rubric.ts';

/** All that the document of `compass evidence find` is made from. */
export type FindInput = Input<FindResult>;

/** A reading list: for each question its passages, the most relevant first. */
export function findDocument({ result, rubric }: FindInput, detail: Detail): Document {
  const title = phrase('report', 'find-title', { draft: result.draft });
  const texts = textsOf(rubric);
  const brief = result.results.map((found) => {
    const { question, query } = found;
    return [heading(2, question ?? query ?? ''), paragraph(question && texts.get(question)), hitList(found, result)];
  });
  const limits = result.results.some(({ hits }) => hits.length > 0) && phrase('report', 'find-limits');
  const head = [heading(1, title), paragraph(limits), paragraph(phrase('report', 'find-about'), 'about')];
  const blocks = detail === 'full' ? [head, readingList(result, rubric)] : [brief, paragraph(limits, 'foot')];
  return documentOf(rubric, title, { blocks });
}

/** Under a heading for each part of the rubric, an entry for each question. */
function readingList(result: FindResult, rubric: Rubric): Blocks {
  const { results } = result;
  const texts = textsOf(rubric);
  const { features, flags } = rubric;
  const parts = new Map([
    ...features.flatMap(({ title, questions }) => questions.map(({ id }) => [id, title] as const)),
    ...flags.map(({ id }) => [id, phrase('report', 'flags')] as const),
  ]);
  return results.map((found, index): Blocks => {
    const { question, query } = found;
    if (question === null) return [heading(2, query ?? ''), hitList(found, result)];
    const part = parts.get(question) ?? '';
    const before = results[index - 1]?.question;
    return [
      (!before || parts.get(before) !== part) && heading(2, part),
      heading(3, texts.get(question) ?? question, question),
      paragraph(code(question), 'ids'),
      hitList(found, result),
    ];
  });
}

function hitList({ hits }: Found, { reading }: FindResult): Blocks {
  if (hits.length === 0) return paragraph(nothingFound(reading.warnings));
  return { ...listOfLines(hits.map((hit) => [hitHead(hit, lineUnitOf(reading)), passageText(hit)])), spread: true };
}

function hitHead({ label, heading: title, score, line, page }: Hit, unit: LineUnit): Text {
  const place = placeWords({ foundAt: [], line, ...(page !== undefined && { page }) }, unit);
  const about = listed([phrase('report', 'find-score', { score: showScore(score) }), place].filter(Boolean));
  return [strong(label), title ? `  ${title}  ` : '  ', toned(aside(about).trimStart(), 'dim')];
}

/** The passage with the words that were searched for. */
function passageText({ passage, marks, cut }: Hit): Text {
  const parts = marks.map(([from, to], index): Text => {
    const end = marks[index - 1]?.[1] ?? 0;
    return [passage.slice(end, from), { text: passage.slice(from, to), style: 'match' }];
  });
  return [cut?.before && '… ', parts, passage.slice(marks.at(-1)?.[1] ?? 0), cut?.after && ' …'];
}
