import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { type AnswersText, readAnswersText, withChanges } from '../../../answers/answers-text.ts';
import { type ImportClash, mergeImported } from '../../../answers/merge-imported.ts';
import { isJson, serialise } from '../../../answers/serialise.ts';
import type { Assessment } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { FilledPlace } from '../../../filled/field.ts';
import { describeClash } from '../../../interview/clash.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isAnswersFile } from '../../../run/inputs/find-inputs.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { readExisting } from '../../../source/read.ts';
import { slug } from '../../../text/slug.ts';
import type { ReadImport } from './assessments.ts';

/** An answers file that is to be written. */
export interface Target {
  readonly file: string;
  /** Set if nobody knows whose answers these are: they go into no file that is there. */
  readonly isNameless?: true;
  readonly imports: readonly ReadImport[];
}

/** What a target becomes. */
export interface Planned extends Target {
  /** The text that is there now; undefined if there is no file. */
  readonly before: string | undefined;
  readonly text: string;
  /** Answers of the file that others took the place of. */
  readonly replaced: readonly ImportClash[];
  /** Imported quotes that can't be looked up, since the file leads to no draft. */
  readonly uncheckedQuotes: number;
}

/** How files that are there are dealt with. */
export interface Merging {
  readonly prepared: PreparedRubric;
  /** Whether an imported answer takes the place of a different one. */
  readonly replaces: boolean;
}

/**
 * Distributes what was imported over answers files: all of it into the file that is named, or one file for each reviewer into a folder.
 * @throws CompassError if one file is named and the answers are of several reviewers, or may be
 */
export function targetsOf(imports: readonly ReadImport[], output: string): Target[] {
  if (!isAnswersFile(output)) return inFolder(imports, output);
  const reviewers = new Set(imports.flatMap(({ reviewer }) => reviewer ?? []));
  if (reviewers.size > 1) throw CompassError.of('import-many', output, { n: reviewers.size });
  const nameless = imports.filter(({ reviewer }) => reviewer === undefined).length;
  if (nameless > 0 && imports.length > 1) throw CompassError.of('import-nameless', output, { n: nameless });
  return [{ file: output, imports }];
}

function inFolder(imports: readonly ReadImport[], folder: string): Target[] {
  const taken = new Set<string>();
  return imports.map((each) => {
    const { reviewer = each.sender ?? 'reviewer', title = '' } = each;
    const candidates = [slug(reviewer), slug(`${reviewer} ${title}`)];
    if (each.reviewer === undefined)
      return { file: join(folder, `${candidates[0]}.answers.yaml`), isNameless: true, imports: [each] };
    let name = candidates.find((candidate) => !taken.has(candidate));
    for (let number = 2; name === undefined; number++) {
      const numbered = `${candidates[0]}-${number}`;
      if (!taken.has(numbered)) name = numbered;
    }
    taken.add(name);
    return { file: join(folder, `${name}.answers.yaml`), imports: [each] };
  });
}

/** Leaves out answers that another file has too, such as the same submission in two exports. */
export function withoutCopies(imports: readonly ReadImport[], tell: (line: string) => void): ReadImport[] {
  const byText = new Map<string, ReadImport>();
  for (const each of imports) {
    const first = byText.get(each.text);
    if (first === undefined) byText.set(each.text, each);
    else tell(phrase('import', 'same', { source: placeName(each), other: placeName(first) }));
  }
  return [...byText.values()];
}

/** Says which named reviewers have filled in the questionnaire twice for one draft: in a folder, each copy becomes a reviewer of a panel. */
export function tellOfSecondCopies(targets: readonly Target[], tell: (line: string) => void): void {
  const first = new Map<string, Target>();
  for (const target of targets) {
    const [each] = target.imports;
    if (each?.reviewer === undefined || target.imports.length > 1) continue;
    const key = JSON.stringify([slug(each.reviewer), slug(each.title ?? '')]);
    const other = first.get(key);
    if (other === undefined) first.set(key, target);
    else tell(phrase('import', 'second-copy', { reviewer: each.reviewer, file: target.file, other: other.file }));
  }
}

function placeName({ source, place }: ReadImport, more: FilledPlace = place): string {
  const position = [source, more.line].filter((part) => part !== undefined).join(':');
  return more.at === undefined ? position : `${position}: ${more.at}`;
}

/**
 * Works out the text of a target. Nothing is written.
 * @throws CompassError if the file that is there is invalid, was read by this run, or has other answers
 */
export async function plan(run: Run, { file, imports }: Target, merging: Merging): Promise<Planned> {
  const { prepared } = merging;
  const path = resolve(run.io.cwd(), file);
  if (await run.isProtected(path)) throw CompassError.of('output-is-input', file);
  const before = await readExisting(path, file, (await run.limits()).maxBytes);
  const relocated = await Promise.all(imports.map((each) => withDraftPath(run, each, path, prepared)));
  const [first, ...others] = relocated;
  // The usual case: a new file for one reviewer, whose text was checked when it was imported.
  if (before === undefined && first && others.length === 0 && !/\.json$/i.test(file)) {
    const uncheckedQuotes = (await leadsToDraft(path, first.draftText)) ? 0 : first.quotes;
    return { file, imports, before, text: first.text, replaced: [], uncheckedQuotes };
  }
  let current = before === undefined && first ? asFile(first, file, prepared) : readAnswersText(before ?? '', file, prepared);
  const replaced: ImportClash[] = [];
  for (const each of before === undefined ? others : relocated) current = merged(each, current, { ...merging, file, replaced });
  const quotes = relocated.reduce((sum, each) => sum + each.quotes, 0);
  const uncheckedQuotes = (await leadsToDraft(path, current.assessment.draft.text)) ? 0 : quotes;
  return { file, imports, before, text: current.text, replaced, uncheckedQuotes };
}

/** Whether the draft that an answers file names is where it says. */
async function leadsToDraft(path: string, draft: string | undefined): Promise<boolean> {
  if (draft === undefined) return false;
  return stat(resolve(dirname(path), draft)).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/**
 * The answers with the path of the draft from their new folder, if the draft is where the path leads from the file that was filled in. A
 * workbook that came back by mail is seldom beside the draft: then the path stays as it is.
 */
async function withDraftPath({ io }: Run, each: ReadImport, path: string, prepared: PreparedRubric): Promise<ReadImport> {
  const { source, text, draftText } = each;
  if (draftText === undefined || source === '-' || isAbsolute(draftText)) return each;
  const draft = resolve(io.cwd(), dirname(source), draftText);
  const name = relative(dirname(path), draft).replaceAll('\\', '/');
  const moved = name.startsWith('.') ? name : `./${name}`;
  const isThere = await stat(draft).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (!isThere || resolve(dirname(path), draftText) === draft) return each;
  const answers = readAnswersText(text, source, prepared);
  const value = { ...answers.assessment.draft, text: moved };
  return {
    ...each,
    draftText: moved,
    text: withChanges(answers, [{ section: 'draft', id: undefined, value, order: [] }], prepared).text,
  };
}

/** A new file: an answers file as it is, except that its name decides between YAML and JSON. */
function asFile({ text, source }: ReadImport, file: string, prepared: PreparedRubric): AnswersText {
  const parsed = isJson(file) ? readAnswersText(text, source, prepared).parsed : undefined;
  return readAnswersText(parsed ? serialise(parsed.document(), text, file) : text, file, prepared);
}

function merged(
  each: ReadImport,
  into: AnswersText,
  { file, prepared, replaces, replaced }: Merging & { readonly file: string; readonly replaced: ImportClash[] },
): AnswersText {
  const { assessment } = readAnswersText(each.text, each.source, prepared);
  const replacing = !replaces ? 'nothing' : each.isComplete ? 'all' : 'differing';
  const result = mergeImported(into, withPathOf(into.assessment, assessment), prepared, replacing);
  if ('clashes' in result) throw new CompassError(result.clashes.map((clash) => clashProblem(clash, each, file)));
  replaced.push(...result.replaced);
  return result.next;
}

/** The same text of the draft in another folder is no other draft: the path that is in the file stays. */
function withPathOf({ draft: { text, sha256 } }: Assessment, imported: Assessment): Assessment {
  const isSame = sha256 !== undefined && imported.draft.sha256?.toLowerCase() === sha256.toLowerCase();
  if (!isSame || text === undefined || imported.draft.text === undefined) return imported;
  return { ...imported, draft: { ...imported.draft, text } };
}

function clashProblem({ id, theirs, mine }: ImportClash, each: ReadImport, file: string): Problem {
  const from = placeName(each, each.places.get(id));
  return { code: 'import-clash', args: { id, ...describeClash({ theirs, mine }), from }, source: file };
}
