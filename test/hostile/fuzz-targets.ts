import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { migrateAnswers } from '../../src/answers/migrate.ts';
import { readAnswers } from '../../src/answers/read.ts';
import { reviseAnswers } from '../../src/answers/revise.ts';
import { parseResult } from '../../src/cli/commands/score/baseline.ts';
import { baselineGates } from '../../src/core/baseline.ts';
import type { AssessmentResult, Result } from '../../src/core/result.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { prepareRubric } from '../../src/core/rubric.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { summarise } from '../../src/core/summary.ts';
import { readCitations } from '../../src/draft/citations/citation.ts';
import { normalizedCitation } from '../../src/draft/citations/spelling.ts';
import { quoteFinder } from '../../src/draft/quotes/quotes.ts';
import { parseDraft } from '../../src/draft/read.ts';
import { lexiconOf } from '../../src/draft/search/lexicon.ts';
import { draftSearch } from '../../src/draft/search/search.ts';
import { toCsv } from '../../src/report/escape/csv.ts';
import { toCommand } from '../../src/report/escape/github.ts';
import { html } from '../../src/report/escape/html.ts';
import { toJson } from '../../src/report/escape/json.ts';
import { inline } from '../../src/report/escape/markdown.ts';
import { messageText, uriOf } from '../../src/report/escape/sarif.ts';
import { xmlLine } from '../../src/report/escape/xml.ts';
import { registry } from '../../src/report/registry.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import type { RubricFolder } from '../../src/rubric/folder.ts';
import { lintRubric } from '../../src/rubric/lint.ts';
import { resolveRubric } from '../../src/rubric/resolve.ts';
import { formatProblem } from '../../src/run/outputs/print-problems.ts';
import { validateConfig } from '../../src/schema/config-validator.js';
import { validateFeature, validateFlags, validateRubric, validateStep } from '../../src/schema/rubric-validators.js';
import { type ParsedSource, parseSource } from '../../src/source/parse.ts';
import { CompassError, type Problem } from '../../src/source/problem.ts';
import { decodeText } from '../../src/source/read.ts';
import { schemaProblems } from '../../src/source/schema-problems.ts';
import { fitted, visible, wrapped } from '../../src/text/plain-text.ts';
import { pdf } from '../draft/readers/pdf-file.ts';
import { importTargets } from './fuzz-import.ts';
import {
  answersSeeds,
  asAkn,
  asHtml,
  asMhtml,
  asOdt,
  asPage,
  asPlainText,
  asRtf,
  asWord,
  citations,
  configSeed,
  streamSeeds,
} from './fuzz-seeds.ts';
import { scoreStream } from './fuzz-stream.ts';
import type { Target } from './fuzz-target.ts';

/** What must not be written to a terminal unescaped: control characters except line feed, and bidirectional controls. */
export const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Checks that each problem has a readable message and a valid position. */
export function inspect(problems: readonly Problem[]): void {
  if (problems.length === 0) throw new Error('failed without a problem');
  for (const problem of problems.slice(0, 50)) {
    const text = formatProblem(problem);
    if (raw.test(text)) throw new Error(`raw characters: ${JSON.stringify(text)}`);
    if (/^\s+at .*:\d+:\d+\)?$/m.test(text) || /\bundefined\b|\[object |\bNaN\b/.test(text.split('\n')[0] ?? ''))
      throw new Error(`not readable: ${text}`);
    if ((problem.line ?? 1) < 1 || (problem.column ?? 1) < 1) throw new Error(`no such position: ${JSON.stringify(problem)}`);
  }
}

/**
 * Runs a target.
 * @returns the code of the first problem, or `read`
 * @throws any error other than a CompassError
 */
export async function outcomeOf(target: Target, bytes: Uint8Array): Promise<string> {
  try {
    await target.run(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    inspect(error.problems);
    return error.problems[0]?.code ?? '';
  }
}

/** @param folder the root of the repository */
export function fuzzTargets(folder: string): Readonly<Record<string, Target>> {
  const file = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
  const starter = partsOf(
    file('examples', 'starter-rubric', 'rubric.yaml'),
    file('examples', 'starter-rubric', 'features', 'oversight.yaml'),
  );
  const prepared = prepareRubric(resolveRubric(starter), 'sha256:0');
  const answers = file('examples', 'bill.answers.yaml')
    .split('\n')
    .slice(0, 22)
    .join('\n')
    .replace('ungps-compass, version: 2.0.0', 'starter, version: 0.1.0');
  const law = file('examples', 'bill.md').slice(0, 2500);
  const bytes = (...texts: string[]): Uint8Array[] => texts.map((text) => Buffer.from(text));
  return {
    answers: { seeds: bytes(...answersSeeds(answers)), run: (given) => readAll(given, prepared) },
    stream: {
      seeds: bytes(...streamSeeds),
      run: async (given) => {
        const stderr = await scoreStream(given, prepared);
        if (raw.test(stderr)) throw new Error(`raw characters: ${JSON.stringify(stderr)}`);
      },
    },
    config: { seeds: bytes(configSeed), run: (given) => validated(given, validateConfig) },
    rubric: {
      seeds: bytes(
        `${file('examples', 'starter-rubric', 'rubric.yaml')}\n=====\n${file('examples', 'starter-rubric', 'features', 'oversight.yaml')}`,
      ),
      run: lintAll,
    },
    step: {
      seeds: bytes(file('rubrics', 'ungps-compass', 'steps', 'scoping.yaml').slice(0, 1200)),
      run: (given) => validated(given, validateStep),
    },
    flags: {
      seeds: bytes(file('rubrics', 'ungps-compass', 'flags.yaml').slice(0, 1200)),
      run: (given) => validated(given, validateFlags),
    },
    result: { seeds: bytes(resultSeed(prepared)), run: (given) => compareBaseline(given, prepared) },
    text: { seeds: bytes(law, asPlainText), run: (given) => useDraft(given, 'law.txt') },
    markdown: { seeds: bytes(law), run: (given) => useDraft(given, 'law.md') },
    html: { seeds: bytes(asHtml), run: (given) => useDraft(given, 'law.html') },
    akn: {
      seeds: bytes(file('test', 'fixtures', 'drafts', 'bill.akn.xml').slice(0, 3000), asAkn),
      run: (given) => useDraft(given, 'law.xml'),
    },
    word: { seeds: bytes(asWord), run: (given) => useDraft(zipSync({ 'word/document.xml': given }, { level: 0 }), 'law.docx') },
    packed: {
      seeds: [zipSync({ 'word/document.xml': strToU8(asWord), 'word/styles.xml': strToU8('<w:styles/>') })],
      run: (given) => useDraft(given, 'law.docx'),
    },
    odt: {
      seeds: bytes(asOdt),
      run: (given) => {
        const mimetype = strToU8('application/vnd.oasis.opendocument.text');
        return useDraft(zipSync({ mimetype, 'content.xml': given }, { level: 0 }), 'law.odt');
      },
    },
    rtf: { seeds: bytes(asRtf), run: (given) => useDraft(given, 'law.rtf') },
    mhtml: { seeds: bytes(asMhtml), run: (given) => useDraft(given, 'law.mhtml') },
    page: { seeds: bytes(asPage), run: (given) => useDraft(pdf([Buffer.from(given).toString('latin1')]), 'law.pdf') },
    pdf: { seeds: [pdf([asPage])], run: (given) => useDraft(given, 'law.pdf') },
    ...importTargets(prepared),
    citation: { seeds: bytes(...citations), run: cite },
    escapes: {
      seeds: bytes('<a href="x">|`[x](javascript:y)\u001b[31m\u202e=1+1;@x', '{0} {x} ::set-output name=x::y%0A'),
      run: escapeAll,
    },
  };
}

function partsOf(main: string, feature: string): RubricFolder {
  const part = <T>(
    text: string,
    source: string,
    validate: Parameters<typeof schemaProblems>[0],
  ): { parsed: ParsedSource; value: T } => {
    const parsed = parseSource(text, source);
    if ('problems' in parsed) throw new CompassError(parsed.problems);
    const problems = schemaProblems(validate, parsed);
    if (problems.length > 0) throw new CompassError(problems);
    return { parsed, value: parsed.value as T };
  };
  return {
    main: part(main, 'rubric.yaml', validateRubric),
    features: [part(feature, 'features/oversight.yaml', validateFeature)],
    steps: [],
    flags: undefined,
    unlisted: [],
  };
}

function lintAll(given: Uint8Array): void {
  const [main = '', feature = ''] = decodeText(given, 'rubric.yaml').split('\n=====\n');
  const folder = partsOf(main, feature);
  const { errors, notes } = lintRubric(folder);
  if (errors.length > 0) throw new CompassError(errors);
  if (notes.length > 0) inspect(notes);
  const prepared = prepareRubric(resolveRubric(folder), 'sha256:0');
  const head = `format: compass-answers/1\nrubric: { id: ${JSON.stringify(prepared.rubric.id)}, version: ${prepared.rubric.version} }\n`;
  const { assessment } = readAnswers(head, 'x.answers.yaml', prepared);
  scoreAssessment(prepared, assessment, 'x.answers.yaml');
}

function validated(given: Uint8Array, validate: Parameters<typeof schemaProblems>[0]): void {
  const parsed = parseSource(decodeText(given, 'file.yaml'), 'file.yaml');
  if ('problems' in parsed) throw new CompassError(parsed.problems);
  const problems = schemaProblems(validate, parsed);
  if (problems.length > 0) throw new CompassError(problems);
}

/** Counts the calls of the targets, so that slow checks can be done in some of them only. */
let turn = 0;

/** Reads and scores an answers file, and writes a report, each time in the next format. Sometimes also rewrites the file. */
async function readAll(given: Uint8Array, prepared: PreparedRubric): Promise<void> {
  const text = decodeText(given, 'x.answers.yaml');
  const { assessment } = readAnswers(text, 'x.answers.yaml', prepared);
  const scored = scoreAssessment(prepared, assessment, 'x.answers.yaml');
  if (Number.isNaN(scored.low) || (scored.low ?? 0) < 0 || (scored.high ?? 0) > 100) throw new Error(`low ${scored.low}`);
  turn += 1;
  const names = Object.keys(registry.score);
  const name = names[turn % names.length] ?? '';
  const reporter = await registry.score[name]?.load();
  const printed = reporter?.({
    result: resultOf(scored),
    rubric: prepared.rubric,
    assessments: [assessment],
    width: 80,
    style: plainStyle,
  });
  const plain = typeof printed === 'string' ? printed.replaceAll('\r\n', '\n') : '';
  if (raw.test(plain)) throw new Error(`raw characters in ${name}`);
  if (turn % 8 === 0) {
    const revision = { draft: { text: './x.md', sha256: 'ab'.repeat(32) }, evidence: [], review: [] };
    readAnswers(
      reviseAnswers({ text, source: 'x.answers.yaml', path: 'x.answers.yaml' }, revision, prepared),
      'x.answers.yaml',
      prepared,
    );
    readAnswers(migrateAnswers(text, 'x.answers.yaml', prepared).text, 'x.answers.yaml', prepared);
  }
}

function compareBaseline(given: Uint8Array, prepared: PreparedRubric): void {
  const stored = parseResult(decodeText(given, 'baseline.json'), 'baseline.json');
  const { assessment } = readAnswers('format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\n', 'x', prepared);
  const now = scoreAssessment(prepared, assessment, 'x');
  for (const before of stored.assessments) baselineGates(now, before, 0);
}

async function useDraft(given: Uint8Array, name: string): Promise<void> {
  const draft = await parseDraft(given, name);
  turn += 1;
  if (turn % 4 === 0) {
    const finder = quoteFinder(draft);
    const text = Buffer.from(given).toString('latin1');
    finder.find(text.slice(turn % 97, (turn % 97) + 80));
    finder.find('the freedom of [...] expression; providers shall report');
  }
  if (turn % 16 === 0) {
    const search = await draftSearch(draft, async () => lexiconOf({ groups: [['court', 'tribunal']] }));
    search.find({ words: 'may people complain to a court?', terms: ['court', 'due process'] }, 3);
  }
}

function cite(given: Uint8Array): void {
  const at = new TextDecoder().decode(given);
  readCitations(at);
  normalizedCitation(at);
}

function escapeAll(given: Uint8Array): void {
  const text = new TextDecoder().decode(given);
  const lines = [
    toCsv([[text]])
      .slice(1)
      .replace(/\r\n$/, '\n'),
    toCommand('error', { file: text, title: text }, text, text),
    html`<p title="${text}">${text}</p>`.markup,
    inline(text),
    messageText(text),
    uriOf(text),
    xmlLine(text),
    toJson(text),
    visible(text),
    fitted(visible(text), 20),
    wrapped(visible(text), 40),
  ];
  for (const line of lines) if (raw.test(line)) throw new Error(`raw characters: ${JSON.stringify(line)}`);
  if (!/^<p title="[^"<>]*">[^<>]*<\/p>$/.test(lines[2] ?? '')) throw new Error(`markup: ${lines[2]}`);
  if ((lines[1] ?? '').split('\n').length !== 2) throw new Error(`a second command: ${lines[1]}`);
  if (JSON.parse(lines[7] ?? '') !== text) throw new Error('JSON changes the text');
  const field = (lines[0] ?? '').trim().replace(/^"|"$/g, '');
  if (field.split(';').some((part) => /^[=+\-@]/.test(part) && !/^[+-]?[\d.]+\s*$/.test(part)))
    throw new Error(`a formula: ${lines[0]}`);
}

function resultSeed(prepared: PreparedRubric): string {
  const { assessment } = readAnswers('format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\n', 'x', prepared);
  const scored = scoreAssessment(prepared, assessment, 'x');
  return JSON.stringify(resultOf(scored));
}

function resultOf(scored: AssessmentResult): Result {
  return {
    format: 'compass-result/1',
    tool: { name: 'ungps-compass', version: '0' },
    rubric: { id: 'starter', version: '0.1.0', digest: 'sha256:0' },
    assessments: [scored],
    failures: [],
    summary: summarise([scored], []),
  };
}
