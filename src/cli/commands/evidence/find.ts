import type { FindResult, Found } from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Query } from '../../../draft/search/query.ts';
import type { DraftSearch } from '../../../draft/search/search.ts';
import { registry } from '../../../report/registry.ts';
import { readDraftFile } from '../../../run/drafts/open-draft.ts';
import { printWarnings } from '../../../run/drafts/print-warnings.ts';
import { queriesFor, searchDraft } from '../../../run/drafts/search-draft.ts';
import type { Run } from '../../../run/run.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import { badNumber, parseNumber } from '../../options/parse-number.ts';
import { pairOutputs, writeReports } from '../../output/outputs.ts';
import type { FindOptions } from './options.ts';

/** How many passages are shown without `--limit`. */
const usualLimit = 5;
const readingListLimit = 3;

/** `compass evidence find`: exit code 0, even if nothing matches. */
export async function runFind(run: Run, words: readonly string[], options: FindOptions): Promise<number> {
  const formats = registry['evidence find'];
  const outputs = pairOutputs('compass evidence find', options, formats, 'terminal');
  const prepared = await run.openRubric(options.rubric);
  const asked = askedFor(words.join(' ').trim(), options.all === true, prepared);
  const limit = parseLimit(options.limit) ?? (options.all ? readingListLimit : usualLimit);
  const draft = await readDraftFile(run, options.draft);
  printWarnings(run.io, draft);
  const search = await searchDraft(run, draft);
  const queryOf = await queriesFor(run, { prepared, named: options.rubric, draft });
  const results = asked.map((each) => found(each, search, limit, queryOf));
  const result: FindResult = { format: 'compass-find/1', draft: options.draft, reading: draft.reading, results };
  const { rubric } = prepared;
  await writeReports(run, { outputs, formats, inputFor: (layout) => ({ result, rubric, ...layout }) }, options);
  return exitCode.done;
}

/** What to search for: a question or red flag by its id, or words. */
interface Asked {
  readonly question: string | null;
  readonly query: string | null;
}

function askedFor(words: string, all: boolean, prepared: PreparedRubric): Asked[] {
  if (all && words === '') return [...prepared.questions.keys()].map((question) => ({ question, query: null }));
  if (all) throw CompassError.of('find-all-or-words', 'compass evidence find');
  if (words === '') throw CompassError.of('find-what', 'compass evidence find');
  if (prepared.questions.has(words) || prepared.flags.has(words)) return [{ question: words, query: null }];
  // What looks like an id is taken for a misspelt one, not for words to search for.
  if (/^[a-z][a-z-]*\.[a-z-]+$/.test(words)) {
    const suggestion = nearest(words, [...prepared.questions.keys()]);
    if (suggestion === undefined) throw CompassError.of('find-unknown', 'compass evidence find', { id: words });
    throw CompassError.of('find-unknown-near', 'compass evidence find', { id: words, suggestion });
  }
  return [{ question: null, query: words }];
}

function found({ question, query }: Asked, search: DraftSearch, limit: number, queryOf: (id: string) => Query): Found {
  const wanted = question === null ? { words: query ?? '', terms: [] } : queryOf(question);
  return { question, query, hits: search.find(wanted, limit) };
}

const limitBounds = { least: 1, most: 1000 };

function parseLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = parseNumber(text, { ...limitBounds, whole: true });
  if (limit === undefined)
    throw new CompassError([{ ...badNumber('--limit', text, limitBounds), source: 'compass evidence find' }]);
  return limit;
}
