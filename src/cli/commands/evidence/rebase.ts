import { basename, dirname, join, relative, resolve } from 'node:path';
import { readAnswers } from '../../../answers/read.ts';
import { type Revision, reviseAnswers } from '../../../answers/revise.ts';
import type { Assessment } from '../../../core/answers.ts';
import { questionStates } from '../../../core/applicability.ts';
import type { Addition, EvidenceFate, RebaseResult } from '../../../core/evidence.ts';
import { toNumber } from '../../../core/exact.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { readLexicon } from '../../../draft/read-lexicon.ts';
import { additionsTo, type Fate, fatesOf, type Version } from '../../../draft/rebase/rebase.ts';
import { draftSearch } from '../../../draft/search/search.ts';
import { type Provision, walk } from '../../../draft/structure/provision.ts';
import { phrase } from '../../../messages/phrases.ts';
import { registry } from '../../../report/registry.ts';
import { draftFile, draftOpener } from '../../../run/draft-text.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { isKept } from '../../../run/kept.ts';
import { limitsOf } from '../../../run/limits.ts';
import { replaceFile, writeOutput } from '../../../run/output.ts';
import { openRubric } from '../../../run/rubrics.ts';
import { CompassError } from '../../../source/problem.ts';
import { readText } from '../../../source/read.ts';
import { visible } from '../../../text/visible.ts';
import { pairOutputs, refuseToOverwrite, splitOutputs, writeReports } from '../../output/outputs.ts';
import { queryOf } from './find.ts';
import type { RebaseOptions } from './options.ts';

/** An answer worth less than this share of its question is low: a new provision may raise it. */
const low = 0.5;
/** How far down the list of passages a new provision may stand to be worth a look. */
const likely = 2;

/** `compass evidence rebase`: exit code 0 when the file was carried over, whatever has to be looked at again; `score --fail-on review` is the gate. */
export async function runRebase(context: Context, file: string, options: RebaseOptions): Promise<number> {
  const { io } = context;
  const { taken: named, rest } = splitOutputs(options, (name) => !isReport(name));
  if (named.length > 1) throw CompassError.of('rebase-one-file', named[1] ?? '');
  const outputs = pairOutputs('compass evidence rebase', rest, registry['evidence rebase'], 'terminal');
  const prepared = await openRubric(context, options.rubric);
  refuseToOverwrite(context, outputs, [file]);
  const path = resolve(io.cwd(), file);
  const text = await readText(path, file, (await limitsOf(io)).maxBytes);
  const { assessment, parsed } = readAnswers(text, file, prepared);
  const open = draftOpener(io);
  const oldName = options.old ?? (await draftFile(io, file, { assessment, parsed }));
  const after = await open(options.draft);
  const before = await oldVersion(open, oldName, options.old !== undefined, assessment);
  if (before && before.draft.sha256 === after.draft.sha256) throw CompassError.of('rebase-same-text', options.draft);
  // The texts are known by now: the answers file must not be rewritten where a report of it would be refused.
  for (const { file: report } of outputs)
    if (report !== undefined && (await isKept(io, resolve(io.cwd(), report)))) throw CompassError.of('output-is-input', report);
  const fates = fatesOf(assessment, before, after);
  const review = reviewsOf(fates, basename(options.draft));
  const output = named[0] ?? file;
  const result: RebaseResult = {
    format: 'compass-rebase/1',
    source: file,
    output,
    from: before ? (oldName ?? null) : null,
    to: options.draft,
    evidence: fates.map(({ section, id, evidence, fate, at, differences, around }) => ({
      question: id,
      kind: section === 'answers' ? 'question' : 'flag',
      quote: evidence.quote ?? null,
      from: evidence.at ?? null,
      to: at,
      fate,
      ...(differences && { differences }),
      ...(around && { around }),
    })),
    review: review.map(({ section, id, because }) => ({
      question: id,
      kind: section === 'answers' ? 'question' : 'flag',
      because,
    })),
    additions: before ? await additionsFor(context, before, after, assessment, prepared) : [],
    summary: countFates(fates),
  };
  if (options.dryRun !== true) {
    const outputPath = resolve(io.cwd(), output);
    const draftPath = relative(dirname(outputPath), resolve(io.cwd(), options.draft)).replaceAll('\\', '/');
    const revised = reviseAnswers(
      { text, source: file, path: outputPath },
      revisionOf(fates, review, draftPath.startsWith('.') ? draftPath : `./${draftPath}`, after.draft.sha256),
      prepared,
    );
    // What could not be opened again must not replace what can.
    readAnswers(revised, output, prepared);
    if (outputPath === path) await replaceFile(io, output, text, revised);
    else await writeOutput(io, revised, output);
  }
  const { rubric } = prepared;
  await writeReports(context, outputs, registry['evidence rebase'], rest, (width, style) => ({ result, rubric, width, style }));
  if (outputs.some(({ format }) => format !== 'json'))
    io.stderr.write(
      `\n${options.dryRun ? phrase('report', 'rebase-dry') : visible(phrase('report', 'rebase-written', { output }))}\n`,
    );
  return exitCode.done;
}

/** Whether an output is a report by its ending; any other is the new answers file, which may be JSON. */
function isReport(file: string): boolean {
  return Object.entries(registry['evidence rebase']).some(
    ([name, { endings }]) => name !== 'json' && endings.some((ending) => file.toLowerCase().endsWith(ending)),
  );
}

/** The old text, where it is there and is the one that was assessed. Named by hand, it has to be there. */
async function oldVersion(
  open: ReturnType<typeof draftOpener>,
  name: string | undefined,
  required: boolean,
  { draft }: Assessment,
): Promise<Version | undefined> {
  if (name === undefined) return undefined;
  try {
    const version = await open(name);
    const isOther = draft.sha256 !== undefined && draft.sha256.toLowerCase() !== version.draft.sha256;
    return isOther && !required ? undefined : version;
  } catch (error) {
    if (error instanceof CompassError && !required) return undefined;
    throw error;
  }
}

function countFates(fates: readonly Fate[]): Record<EvidenceFate, number> {
  const count = (fate: EvidenceFate): number => fates.filter((each) => each.fate === fate).length;
  return {
    unchanged: count('unchanged'),
    moved: count('moved'),
    changed: count('changed'),
    gone: count('gone'),
    unknown: count('unknown'),
  };
}

function reviewsOf(fates: readonly Fate[], draft: string): { section: 'answers' | 'flags'; id: string; because: string }[] {
  const reasons = new Map<string, { section: 'answers' | 'flags'; id: string; because: string[] }>();
  for (const { section, id, fate, evidence, recast } of fates) {
    const reason = reasonFor(fate, recast);
    if (reason === undefined) continue;
    const entry = reasons.get(`${section}.${id}`) ?? { section, id, because: [] };
    const because = phrase('report', reason, { place: evidence.at ?? phrase('report', 'no-place'), draft });
    if (!entry.because.includes(because)) entry.because.push(because);
    reasons.set(`${section}.${id}`, entry);
  }
  return [...reasons.values()].map(({ because, ...rest }) => ({ ...rest, because: because.join('; ') }));
}

/** The sentence that says why an answer has to be looked at again; undefined where it need not be. */
function reasonFor(
  fate: EvidenceFate,
  recast: true | undefined,
): 'because-changed' | 'because-gone' | 'because-recast' | undefined {
  if (fate === 'changed') return 'because-changed';
  if (fate === 'gone') return 'because-gone';
  return recast && 'because-recast';
}

function revisionOf(fates: readonly Fate[], review: Revision['review'], text: string, sha256: string): Revision {
  return {
    draft: { text, sha256 },
    evidence: fates.flatMap(({ section, id, index, fate, at, quote }): Revision['evidence'][number][] => {
      if (fate === 'unchanged' || fate === 'unknown') return [];
      if (fate === 'gone') return [{ section, id, index, at: null, quote: null, keep: true }];
      return [{ section, id, index, at, ...(quote !== undefined && { quote }), keep: true }];
    }),
    review,
  };
}

/** Which new provisions stand among the best passages for a question that is open or low. */
async function additionsFor(
  { root }: Context,
  before: Version,
  after: Version,
  assessment: Assessment,
  prepared: PreparedRubric,
): Promise<Addition[]> {
  const added = additionsTo(before, after);
  if (added.length === 0) return [];
  const search = await draftSearch(after.draft, (language) => readLexicon(join(root, 'lexicon'), language));
  const homes = new Map<string, Provision>();
  for (const provision of added) for (const { provision: inner } of walk([provision])) homes.set(inner.label, provision);
  const questions = new Map<Provision, string[]>();
  const states = questionStates(prepared, assessment);
  for (const [id, { values }] of prepared.questions) {
    const state = states.get(id);
    const isLow = state?.kind === 'scored' && toNumber(values[state.level] ?? { num: 0n, den: 1n }) < low;
    if (state?.kind !== 'unanswered' && !isLow) continue;
    for (const { label } of search.find(queryOf(id, prepared), likely)) {
      const home = homes.get(label);
      if (home) questions.set(home, [...new Set([...(questions.get(home) ?? []), id])]);
    }
  }
  return added.flatMap((provision) => {
    const ids = questions.get(provision);
    const { label, heading, place } = provision;
    return ids ? [{ label, heading: heading ?? null, line: place.line ?? null, questions: ids }] : [];
  });
}
