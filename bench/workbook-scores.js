// Fills in the workbook of `compass form` at random, lets LibreOffice calculate its formulas, and compares the scores with compass's:
// with the bundled rubric, and with variants of it that have conditions, other weights, points and caps.
//   node bench/workbook-scores.js [fillings] [first]       the first one is 0 by default: each number is another filling
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compassModules } from './compass-modules.js';
import { integersFrom } from './random.js';

const fillings = Number(process.argv[2] ?? 200);
const from = Number(process.argv[3] ?? 0);
/** Workbooks that LibreOffice opens in one run. */
const atOnce = 20;
const tolerance = 1e-9;

const root = fileURLToPath(new URL('..', import.meta.url));
const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!program) {
  console.log('LibreOffice is not installed: nothing is compared.');
  process.exit(0);
}

const { loadRubric, prepareRubric, scoreAssessment, emptyAssessment, questionnaireWorkbook, writeWorkbook, readWorkbook } =
  await compassModules({
    load: 'rubric/load.ts',
    rubric: 'core/rubric.ts',
    score: 'core/score.ts',
    answers: 'core/answers.ts',
    questionnaire: 'workbook/questionnaire/questionnaire.ts',
    write: 'workbook/write.ts',
    read: 'workbook/read.ts',
  });
const bundled = await loadRubric(join(root, 'rubrics', 'ungps-compass'), 'rubrics/ungps-compass');
const folder = mkdtempSync(join(tmpdir(), 'compass-workbooks-'));
const out = join(folder, 'calculated');
mkdirSync(out);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

let worst = 0;
let differences = 0;
for (let first = 0; first < fillings; first += atOnce) {
  const batch = Array.from({ length: Math.min(atOnce, fillings - first) }, (_, index) => filling(from + first + index));
  for (const { name, bytes } of batch) writeFileSync(join(folder, name), bytes);
  const files = batch.map(({ name }) => join(folder, name));
  // A profile of its own: an office that is open would take the files and convert nothing.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  spawnSync(program, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files]);
  for (const { name, rubric, result } of batch)
    compareScores(name, rubric, result, readWorkbook(readFileSync(join(out, name)), name));
  for (const file of files) rmSync(file);
  console.log(`${first + batch.length} of ${fillings}; greatest difference ${worst.toExponential(1)}; wrong ${differences}`);
}
process.exitCode = differences > 0 ? 1 : 0;

function filling(seed) {
  const below = integersFrom(seed + 1);
  const prepared = seed % 2 === 0 ? bundled : prepareRubric(variant(bundled.rubric, below), 'sha256:variant');
  const assessment = answered(prepared, below);
  const result = scoreAssessment(prepared, assessment, 'random');
  const workbook = questionnaireWorkbook({ prepared, assessment, result, tool: 'bench' });
  return { name: `filling-${seed}.xlsx`, rubric: prepared.rubric, result, bytes: writeWorkbook(withoutValues(workbook)) };
}

/** Formulas without the values that compass gives them: LibreOffice has to calculate all of them. */
function withoutValues(workbook) {
  const bare = (cell) => (cell?.formula === undefined ? cell : { formula: cell.formula, style: cell.style });
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(bare) })),
  }));
  return { ...workbook, sheets };
}

/** The rubric with conditions on every third question or so, also across features, and with other numbers. */
function variant(rubric, below) {
  const before = [];
  const features = rubric.features.map((feature) => ({
    ...feature,
    weight: 1 + below(30) / 10,
    questions: feature.questions.map((question) => {
      const parent = below(3) === 0 ? before[before.length - 1 - below(Math.min(before.length, 12))] : undefined;
      const points = question.levels.map(() => below(400)).sort((a, b) => a - b);
      const changed = {
        ...question,
        weight: (1 + below(300)) / 100,
        values: [...points.slice(0, -1), 401].map((value) => value / 4),
        ...(parent && { when: { question: parent.id, atLeast: below(parent.levels.length) } }),
      };
      before.push(changed);
      return changed;
    }),
  }));
  const flags = rubric.flags.map((flag) => ({ ...flag, deduct: below(4) === 0 ? below(60) / 10 : 0 }));
  return { ...rubric, features, flags };
}

/** Answers to some questions: few, most or all of them. */
function answered({ rubric }, below) {
  const open = [2, 3, 5, 10, 1000][below(5)];
  const questions = rubric.features.flatMap((feature) => feature.questions);
  const answers = questions.flatMap(({ id, levels }) => {
    if (below(open) === 0) return [];
    if (below(12) === 0) return [[id, { level: null, notApplicable: 'a reason', evidence: [] }]];
    return [[id, { level: below(levels.length), notApplicable: null, evidence: [] }]];
  });
  const features = rubric.features.flatMap(({ id }) => (below(15) === 0 ? [[id, { notApplicable: 'a reason' }]] : []));
  const flags = rubric.flags.flatMap(({ id }) => (below(2) === 0 ? [] : [[id, { present: below(8) === 0, evidence: [] }]]));
  const statuses = ['addressed', 'partly', 'missing'];
  const guiding = rubric.steps.flatMap((step) => step.questions);
  const steps = guiding.flatMap(({ id }) => (below(3) === 0 ? [] : [[id, { status: statuses[below(3)], evidence: [] }]]));
  return {
    ...emptyAssessment(),
    answers: new Map(answers),
    features: new Map(features),
    flags: new Map(flags),
    steps: new Map(steps),
  };
}

function compareScores(name, rubric, result, workbook) {
  const sheet = workbook.sheets.find((each) => each.name === 'Scores');
  const text = (row, column) => shownValue(sheet.rows.find(({ number }) => number === row)?.cells.get(column));
  const first = 5;
  const rows = [...result.features, { ...result, id: 'overall' }];
  for (const [index, { id, score, low, high, answered: count, applicable }] of rows.entries()) {
    const expected = [score, low, high, count, applicable];
    for (const [at, value] of expected.entries())
      check(`${name} ${id} ${['score', 'low', 'high', 'answered', 'applicable'][at]}`, value, text(first + index, 4 + at));
  }
  const after = first + rows.length + 1;
  const title = (band) => rubric.bands.find((each) => each.id === band)?.title ?? null;
  check(`${name} band`, title(result.band), text(after, 3));
  check(`${name} band without caps`, title(result.uncappedBand), text(after + 1, 3));
  check(`${name} deducted`, result.deducted, text(after + 2, 3));
  for (const [index, { id, coverage }] of result.steps.entries())
    check(`${name} step ${id}`, coverage, text(after + 5 + index, 3));
}

function shownValue(cell) {
  const value = cell?.value;
  if (value === undefined || (value.kind === 'text' && value.text === '')) return null;
  return value.kind === 'number' ? value.number : (value.text ?? value.error);
}

function check(what, expected, found) {
  const apart =
    typeof expected === 'number' && typeof found === 'number'
      ? Math.abs(expected - found)
      : expected === found
        ? 0
        : Number.POSITIVE_INFINITY;
  if (apart < tolerance) worst = Math.max(worst, apart);
  else {
    differences += 1;
    console.log(`${what}: compass ${expected}, LibreOffice ${found}`);
  }
}
