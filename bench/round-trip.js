// Random answers files, with texts that are easily damaged: written as workbooks, saved by LibreOffice (as .xlsx and .ods in turn), and
// imported again. What comes back must be the same, apart from comments and layout.
//   nice node bench/round-trip.js [files] [--without-libreoffice]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';
import { randomAnswers } from './random-answers.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compass = join(root, 'bin', 'compass.js');
const total = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 500);
/** Workbooks that LibreOffice opens in one run. */
const atOnce = 20;

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
const program = process.argv.includes('--without-libreoffice') ? undefined : office;
console.log(program ? 'saved by LibreOffice in between' : 'without LibreOffice in between');

const { loadRubric, readAnswers, scoreAssessment, questionnaireWorkbook, writeWorkbook } = await load();
const prepared = await loadRubric(join(root, 'rubrics', 'ungps-compass'), 'rubrics/ungps-compass');
const folder = mkdtempSync(join(tmpdir(), 'compass-round-trip-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

let wrong = 0;
for (let first = 1; first <= total; first += atOnce) {
  const seeds = Array.from({ length: Math.min(atOnce, total - first + 1) }, (_, at) => first + at);
  const files = new Map(seeds.map((seed) => [`q-${seed}.xlsx`, randomAnswers(prepared.rubric, seed)]));
  const batch = join(folder, `batch-${first}`);
  mkdirSync(batch);
  for (const [name, file] of files) writeFileSync(join(batch, name), workbookOf(file));
  const saved = program
    ? save(batch, [...files.keys()], first % (2 * atOnce) === 1 ? 'xlsx' : 'ods')
    : [...files.keys()].map((name) => join(batch, name));
  for (const path of saved) compare(path, files.get(path.split('/').at(-1).replace(/ods$/, 'xlsx')));
  rmSync(batch, { recursive: true });
  console.log(`${Math.min(first + atOnce - 1, total)} of ${total}: ${wrong} wrong`);
}
process.exitCode = wrong > 0 ? 1 : 0;

function workbookOf(file) {
  const { assessment } = readAnswers(JSON.stringify(file), 'a.answers.json', prepared);
  const result = scoreAssessment(prepared, assessment, 'a');
  return writeWorkbook(questionnaireWorkbook({ prepared, assessment, result, file, tool: 'bench' }));
}

function save(batch, names, format) {
  const out = join(batch, 'saved');
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  // With a new profile it may ask to be started again instead.
  for (let tries = 0; tries < 2; tries++) {
    spawnSync(program, [profile, '--headless', '--convert-to', format, '--outdir', out, ...names], { cwd: batch });
    try {
      const found = readdirSync(out).map((name) => join(out, name));
      if (found.length === names.length) return found;
    } catch {}
  }
  throw new Error('LibreOffice did not save all files');
}

function compare(path, file) {
  const back = `${path}.answers.yaml`;
  try {
    execFileSync(process.execPath, [compass, 'import', path, '--output', back, '--quiet'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (isDeepStrictEqual(parse(readFileSync(back, 'utf8')), JSON.parse(JSON.stringify(file)))) return;
    console.log(`${path}: something else came back`);
  } catch (error) {
    console.log(`${path}: ${String(error.stderr ?? error)}`);
  }
  wrong += 1;
}

/** The parts of compass that the package does not offer to others. */
async function load() {
  const modules = ['rubric/load', 'answers/read', 'core/score', 'workbook/questionnaire/questionnaire', 'workbook/write'];
  const entry = modules.map((name) => `export * from ${JSON.stringify(join(root, 'src', `${name}.ts`))};`).join('\n');
  const out = join(root, 'node_modules', '.compass-round-trip');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'entry.js'), entry);
  const bundle = await rolldown({ input: join(out, 'entry.js'), platform: 'node', logLevel: 'silent' });
  await bundle.write({ file: join(out, 'bundle.js'), format: 'esm', codeSplitting: false });
  return import(pathToFileURL(join(out, 'bundle.js')).href);
}
