// Imports many filled workbooks in one run, and compares the time with the bare work of unpacking and parsing them.
//   nice node bench/import.js [workbooks]
// The workbooks have random answers: 20 different ones, each copied under other reviewers' names.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { randomAnswers } from './random-answers.js';

const compass = fileURLToPath(new URL('../bin/compass.js', import.meta.url));
const total = Number(process.argv[2] ?? 1000);
const different = Math.min(20, total);
/** Of the clock by which Linux counts processor time, for each second. */
const ticks = 100;
const folder = mkdtempSync(join(tmpdir(), 'compass-import-'));

const rubric = JSON.parse(execFileSync(process.execPath, [compass, 'rubric', 'show', '--format', 'json'], { maxBuffer: 1e8 }));
const names = makeWorkbooks();
console.log(`${total} workbooks of ${Math.round(readFileSync(join(folder, names[0])).length / 1024)} kB each`);
const bare = bareRead(names);
console.log(`unpacking and parsing their XML: ${bare.toFixed(1)} s`);
for (const count of [Math.ceil(total / 10), total]) {
  const { seconds, processor, peak, code } = await run(names.slice(0, count), `out-${count}`);
  const written = readdirSync(join(folder, `out-${count}`)).length;
  const ratio = seconds / ((bare * count) / total);
  console.log(
    `compass import of ${count}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor time), ${Math.round(peak / 1024)} MB, exit ${code}, ${written} files, ${ratio.toFixed(1)} times the bare read`,
  );
}
rmSync(folder, { recursive: true });

function makeWorkbooks() {
  const seeds = Array.from({ length: different }, (_, at) => at + 1);
  const parts = seeds.map((seed) => {
    const answers = join(folder, `${seed}.answers.json`);
    const workbook = join(folder, `made-${seed}.xlsx`);
    writeFileSync(answers, JSON.stringify(randomAnswers(rubric, seed, { plain: true })));
    execFileSync(process.execPath, [compass, 'form', answers, '--output', workbook, '--quiet']);
    return unzipSync(readFileSync(workbook));
  });
  return Array.from({ length: total }, (_, at) => {
    const seed = (at % different) + 1;
    const name = `q-${String(at + 1).padStart(5, '0')}.xlsx`;
    const renamed = Object.entries(parts[seed - 1]).map(([path, bytes]) => {
      const text = Buffer.from(bytes).toString('utf8');
      return [path, Buffer.from(text.replaceAll(`>Reviewer ${seed}<`, `>Reviewer ${at + 1}<`))];
    });
    writeFileSync(join(folder, name), zipSync(Object.fromEntries(renamed)));
    return name;
  });
}

/** Seconds that the libraries need for what no import can do without. */
function bareRead(all) {
  const started = performance.now();
  for (const name of all) {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(folder, name))))) {
      if (path.startsWith('xl/worksheets/')) new Parser({}, { xmlMode: true }).end(Buffer.from(bytes).toString('utf8'));
    }
  }
  return (performance.now() - started) / 1000;
}

/** Runs one import. The peak of its memory is in kB; processor time counts all its threads, also while other programs run. */
async function run(files, output) {
  const started = performance.now();
  const child = spawn(process.execPath, [compass, 'import', ...files, '--output', output, '--quiet'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  let processor = 0;
  const timer = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      processor = (Number(fields[11]) + Number(fields[12])) / ticks;
    } catch {}
  }, 50);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - started) / 1000, processor, peak, code };
}
