// Measures how long it takes to write a blank workbook and to read a filled one, and compares reading with what it is made of: unpacking
// the zip archive, and running the XML parser over its sheets without doing anything.
//   node bench/workbook.js [workbooks]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { compassModules } from './compass-modules.js';

const workbooks = Number(process.argv[2] ?? 1000);
const root = fileURLToPath(new URL('..', import.meta.url));
const { loadRubric, readAnswers, newAnswersText, scoreAssessment, questionnaireWorkbook, writeWorkbook, readWorkbook } =
  await compassModules({
    load: 'rubric/load.ts',
    answers: 'answers/read.ts',
    'answers-text': 'answers/answers-text.ts',
    score: 'core/score.ts',
    questionnaire: 'workbook/questionnaire/questionnaire.ts',
    write: 'workbook/write.ts',
    read: 'workbook/read.ts',
  });
const prepared = await loadRubric(join(root, 'rubrics', 'ungps-compass'), 'rubrics/ungps-compass');
const bill = readFileSync(join(root, 'examples', 'bill-v2.answers.yaml'), 'utf8');

const before = process.cpuUsage();
const [first, blank] = timed(() => written(newAnswersText(prepared)));
const { user, system } = process.cpuUsage(before);
console.log(
  `blank workbook: ${first.toFixed(0)} ms the first time (${((user + system) / 1000).toFixed(0)} ms of processor time), ${median(() => written(newAnswersText(prepared))).toFixed(0)} ms after, ${kilobytes(blank)}`,
);
const [, filled] = timed(() => written(bill));
console.log(`filled workbook: ${median(() => written(bill)).toFixed(0)} ms, ${kilobytes(filled)}`);

const own = median(() => readWorkbook(filled, 'filled.xlsx'));
const bare = median(() => bareRead(filled));
console.log(
  `reading it: ${own.toFixed(1)} ms; unzipping and parsing alone: ${bare.toFixed(1)} ms; ratio ${(own / bare).toFixed(2)}`,
);

let most = 0;
const [all] = timed(() => {
  for (let count = 0; count < workbooks; count++) {
    readWorkbook(filled, 'filled.xlsx');
    if (count % 50 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
});
console.log(`${workbooks} workbooks: ${(all / 1000).toFixed(1)} s, at most ${(most / 1e6).toFixed(0)} MB`);

function written(text) {
  const { assessment, parsed } = readAnswers(text, 'bench.answers.yaml', prepared);
  const result = scoreAssessment(prepared, assessment, 'bench.answers.yaml');
  return writeWorkbook(questionnaireWorkbook({ prepared, assessment, result, file: parsed.value, tool: 'bench' }));
}

function bareRead(bytes) {
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith('.xml')) continue;
    const parser = new Parser({}, { xmlMode: true });
    parser.write(strFromU8(data));
    parser.end();
  }
}

function timed(work) {
  const start = performance.now();
  const value = work();
  return [performance.now() - start, value];
}

function median(work) {
  const times = Array.from({ length: 15 }, () => timed(work)[0]).sort((a, b) => a - b);
  return times[7];
}

function kilobytes(bytes) {
  return `${(bytes.length / 1000).toFixed(0)} kB`;
}
