import { basename, resolve } from 'node:path';
import type { Assessment } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { languages } from '../../../draft/search/language.ts';
import type { DraftText } from '../../../draft/structure/provision.ts';
import type { DraftPayload, Lexicons } from '../../../form/payload.ts';
import { clauses } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { allowedDraft, refuseItself } from '../../../run/drafts/draft-access.ts';
import { draftLink } from '../../../run/drafts/draft-link.ts';
import { readDraftFile } from '../../../run/drafts/open-draft.ts';
import { printWarnings } from '../../../run/drafts/print-warnings.ts';
import { queriesFor, searchDraft } from '../../../run/drafts/search-draft.ts';
import type { Run } from '../../../run/run.ts';
import type { ParsedSource } from '../../../source/parse.ts';
import { CompassError, problemMessage } from '../../../source/problem.ts';
import { visible } from '../../../text/visible.ts';

/** As many passages as the page shows for one question. */
const mostPassages = 8;

interface DraftRequest {
  readonly prepared: PreparedRubric;
  /** The answers file; undefined if the page begins a new one. */
  readonly source: string | undefined;
  readonly assessment: Assessment;
  readonly problem: ParsedSource['problem'];
  /** The file that `--draft` names; undefined takes the one that the answers name. */
  readonly given: string | undefined;
  /** What `--rubric` names. */
  readonly named: string | undefined;
}

/** The draft for the page, and what its engine needs. */
export interface PageDraft {
  readonly draft: DraftPayload;
  readonly lexicons: Lexicons;
}

/**
 * Reads the draft for the page, and says on standard error what has to be known about it.
 * @returns undefined if there is none, or if the one that the answers name can't be read
 * @throws CompassError if the file of `--draft` can't be read, or the draft that the answers name may not be read
 */
export async function readPageDraft(run: Run, request: DraftRequest): Promise<PageDraft | undefined> {
  const { source = '-', assessment, problem, given } = request;
  const name = given ?? (await allowedDraft(run, source, assessment, problem));
  if (name === undefined) return undefined;
  if (given !== undefined) await refuseItself(run, source, given);
  try {
    const draft = await readDraftFile(run, name);
    printWarnings(run.io, draft);
    return await pageDraft(run, request, draft);
  } catch (error) {
    if (!(error instanceof CompassError) || given !== undefined) throw error;
    const why = clauses(error.problems.map((each) => `${each.source}: ${problemMessage(each)}`));
    tell(run, phrase('interview', 'draft-unread', { why }));
    return undefined;
  }
}

async function pageDraft(run: Run, request: DraftRequest, draft: DraftText): Promise<PageDraft> {
  const { source, assessment, given } = request;
  const link = await draftLink(run, draft, {
    file: source === '-' ? undefined : source,
    known: assessment.draft,
    isGiven: given !== undefined,
    say: (line) => tell(run, line),
  });
  return {
    draft: {
      // Without the folders of this machine: the page is passed on.
      text: { ...draft, source: basename(draft.source) },
      suggestions: await suggestionsFor(run, request, draft),
      ...(link && { link }),
    },
    lexicons: await lexiconsFor(run, draft),
  };
}

async function suggestionsFor(
  run: Run,
  { prepared, named }: DraftRequest,
  draft: DraftText,
): Promise<DraftPayload['suggestions']> {
  const { find } = await searchDraft(run, draft);
  const queryOf = await queriesFor(run, { prepared, named, draft });
  const ids = [...prepared.questions.keys(), ...prepared.flags.keys()];
  return Object.fromEntries(ids.map((id) => [id, find(queryOf(id), mostPassages)]));
}

/** The lexicon of the draft's language, if there is one, and English, in which a draft may be searched too. */
async function lexiconsFor({ root }: Run, { reading }: DraftText): Promise<Lexicons> {
  const { readLexiconFile } = await import('../../../draft/read-lexicon.ts');
  const needed = languages.filter((language) => language === reading.language || language === 'en');
  const folder = resolve(root, 'lexicon');
  return Object.fromEntries(
    await Promise.all(needed.map(async (language) => [language, await readLexiconFile(folder, language)] as const)),
  );
}

function tell({ io }: Run, line: string): void {
  io.stderr.write(`${visible(line)}\n`);
}
