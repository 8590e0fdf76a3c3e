import type { FindResult, Found, Hit } from '../../../core/evidence.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { nothingFound } from '../../../messages/warnings.ts';
import type { Block, Detail, Document, Run, Runs } from '../../document/blocks.ts';
import { code, paragraph, plain, strong } from '../../document/build.ts';
import { frameOf, placeWords } from '../../words/phrases.ts';

/** All that the document of `compass evidence find` is made from. */
export interface FindInput {
  readonly result: FindResult;
  readonly rubric: Rubric;
}

/** A question or red flag of the rubric, and the part of the rubric that it stands in. */
interface Asked {
  readonly text: string;
  readonly part: string;
}

/** A reading list: for each question its passages, the likeliest first. */
export function findDocument({ result, rubric }: FindInput, detail: Detail): Document {
  const title = phrase('report', 'find-title', { draft: result.draft });
  const asked = askedOf(rubric);
  const limits = paragraph(phrase('report', 'find-limits'), 'foot');
  return {
    title,
    ...frameOf(rubric),
    blocks:
      detail === 'full'
        ? [
            { kind: 'heading', level: 1, text: title },
            paragraph(phrase('report', 'find-limits')),
            paragraph(phrase('report', 'find-about'), 'about'),
            ...readingList(result, asked),
          ]
        : [...result.results.flatMap((found) => [...briefHead(found, asked), ...hitList(found, result)]), limits],
  };
}

function askedOf({ features, flags }: Rubric): ReadonlyMap<string, Asked> {
  const questions = features.flatMap(({ title, questions: list }) =>
    list.map(({ id, text }) => [id, { text, part: title }] as const),
  );
  return new Map<string, Asked>([
    ...questions,
    ...flags.map(({ id, text }) => [id, { text, part: phrase('report', 'flags') }] as const),
  ]);
}

/** Under a heading for each part of the rubric, one for each question. */
function readingList(result: FindResult, asked: ReadonlyMap<string, Asked>): Block[] {
  const { results } = result;
  return results.flatMap((found, index): Block[] => {
    const { question, query } = found;
    if (question === null) return [{ kind: 'heading', level: 2, text: query ?? '' }, ...hitList(found, result)];
    const part = asked.get(question)?.part ?? '';
    const before = results[index - 1]?.question;
    const isNewPart = !before || asked.get(before)?.part !== part;
    return [
      ...(isNewPart ? [{ kind: 'heading', level: 2, text: part } as const] : []),
      { kind: 'heading', level: 3, text: asked.get(question)?.text ?? question, id: question },
      paragraph([code(question)], 'ids'),
      ...hitList(found, result),
    ];
  });
}

function briefHead({ question, query }: Found, asked: ReadonlyMap<string, Asked>): Block[] {
  if (question === null) return [{ kind: 'heading', level: 2, text: query ?? '' }];
  return [{ kind: 'heading', level: 2, text: question }, paragraph(asked.get(question)?.text ?? '')];
}

function hitList({ hits }: Found, { reading }: FindResult): Block[] {
  if (hits.length === 0) return [paragraph(nothingFound(reading.warnings))];
  return [{ kind: 'list', spread: true, items: hits.map((hit) => [headRuns(hit), passageRuns(hit)]) }];
}

function headRuns({ label, heading, score, line, page }: Hit): Runs {
  const place = placeWords({ foundAt: [], line, ...(page !== undefined && { page }) });
  const about = [phrase('report', 'find-score', { score: score.toFixed(1) }), place].filter(Boolean).join(', ');
  return [strong(label), plain(heading ? `  ${heading}  ` : '  '), { text: `(${about})`, tone: 'dim' }];
}

/** The passage with the words that were searched for. */
function passageRuns({ passage, marks }: Hit): Runs {
  const runs: Run[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    runs.push(plain(passage.slice(at, from)), { text: passage.slice(from, to), set: 'match' });
    at = to;
  }
  return [...runs, plain(passage.slice(at))].filter(({ text }) => text !== '');
}
