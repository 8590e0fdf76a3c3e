import { join, resolve } from 'node:path';
import type { FindResult, Found } from '../../../core/evidence.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { readDraft } from '../../../draft/read.ts';
import { readLexicon } from '../../../draft/read-lexicon.ts';
import type { Query } from '../../../draft/search/query.ts';
import { type DraftSearch, draftSearch } from '../../../draft/search/search.ts';
import { findReport } from '../../../report/find-terminal.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { keep } from '../../../run/kept.ts';
import { limitsOf } from '../../../run/limits.ts';
import { printWarnings } from '../../../run/reading-warnings.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { nearest } from '../../../source/nearest.ts';
import { CompassError } from '../../../source/problem.ts';
import { checkFormat, printEvidence } from './check.ts';
import type { FindOptions } from './options.ts';

/** How many passages are shown where nothing is said. */
const usualLimit = 5;
const readingListLimit = 3;

/** `compass evidence find`: exit code 0, also where nothing matches. */
export async function runFind(context: Context, words: readonly string[], options: FindOptions): Promise<number> {
  const format = checkFormat('find', options);
  const prepared = await openRubric(context, options.rubric);
  const asked = askedFor(words.join(' ').trim(), options.all === true, prepared);
  const limit = parseLimit(options.limit) ?? (options.all ? readingListLimit : usualLimit);
  const path = resolve(context.io.cwd(), options.draft);
  keep(context.io, path);
  const draft = await readDraft(path, options.draft, (await limitsOf(context.io)).maxBytes);
  const search = await draftSearch(draft, (language) => readLexicon(join(context.root, 'lexicon'), language));
  const results = asked.map((each) => found(each, search, limit, prepared));
  printWarnings(context.io, draft);
  const result: FindResult = { format: 'compass-find/1', draft: options.draft, reading: draft.reading, results };
  await printEvidence(context, result, options, format, (data, width, style) => findReport(data, prepared.rubric, width, style));
  return exitCode.done;
}

interface Asked {
  readonly question: string | null;
  readonly query: string | null;
}

function askedFor(words: string, all: boolean, prepared: PreparedRubric): Asked[] {
  if (all && words === '') return [...prepared.questions.keys()].map((question) => ({ question, query: null }));
  if (all) throw CompassError.of('find-all-or-words', 'compass evidence find');
  if (words === '') throw CompassError.of('find-what', 'compass evidence find');
  if (prepared.questions.has(words) || prepared.flags.has(words)) return [{ question: words, query: null }];
  // What looks like an id and is none is a misspelt one, not words to search for.
  if (/^[a-z][a-z-]*\.[a-z-]+$/.test(words)) {
    const suggestion = nearest(words, [...prepared.questions.keys()]);
    throw CompassError.of('explain-unknown', 'compass evidence find', {
      id: words,
      ...(suggestion !== undefined && { suggestion }),
    });
  }
  return [{ question: null, query: words }];
}

function found({ question, query }: Asked, search: DraftSearch, limit: number, prepared: PreparedRubric): Found {
  const wanted = question === null ? { words: query ?? '', terms: [] } : queryOf(question, prepared);
  return { question, query, hits: search.find(wanted, limit) };
}

/** What to search a draft for to answer a question of the rubric, or to see whether a red flag is present. */
export function queryOf(id: string, { questions, flags }: PreparedRubric): Query {
  const question = questions.get(id)?.question ?? flags.get(id);
  return { words: question?.text ?? '', terms: question?.terms ?? [] };
}

function parseLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= 1000) return value;
  throw CompassError.of('bad-number', 'compass evidence find', { option: '--limit', least: 1, most: 1000, found: `"${text}"` });
}
