// Interrupts `compass score` with several outputs at random moments, with SIGINT, SIGTERM and SIGKILL in turn. Checks after each that
// every output is either unchanged or complete, and that only SIGKILL leaves a temporary file.
//   node bench/interrupt.js [--moments 90] [--files 40] [--seed 1]
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generator } from './random.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '90' },
    files: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
});
const random = generator(Number(values.seed));
const signals = ['SIGINT', 'SIGTERM', 'SIGKILL'];
const outputs = { 'a.md': 'markdown', 'b.json': 'json', 'c.ndjson': 'ndjson', 'd.xml': 'junit' };
const before = 'written by an earlier run\n';

const work = mkdtempSync(join(tmpdir(), 'compass-interrupt-'));
try {
  for (let file = 0; file < Number(values.files); file++)
    cpSync(join(root, 'examples', 'bill.answers.yaml'), join(work, `${file}.answers.yaml`));
  const started = performance.now();
  await run(undefined, 0);
  const duration = performance.now() - started;
  const complete = read();
  const counts = { ended: 0, old: 0, new: 0, left: 0 };
  const faults = [];
  for (let moment = 0; moment < Number(values.moments); moment++) {
    for (const name of Object.keys(outputs)) writeFileSync(join(work, name), before);
    const signal = signals[moment % signals.length];
    // Half of the signals come in the last tenth of a run, when the outputs are written.
    const share = random() < 0.5 ? random() : 0.9 + random() * 0.15;
    counts.ended += (await run(signal, duration * share)) === signal ? 1 : 0;
    const after = read();
    for (const name of Object.keys(outputs)) {
      if (after[name] === before) counts.old += 1;
      else if (after[name] === complete[name]) counts.new += 1;
      else faults.push(`moment ${moment}, ${signal}: ${name} is neither unchanged nor complete`);
    }
    const left = readdirSync(work).filter((name) => name.endsWith('.tmp'));
    counts.left += left.length;
    if (left.length > 0 && signal !== 'SIGKILL') faults.push(`moment ${moment}, ${signal}: left ${left.join(', ')}`);
    for (const name of left) rmSync(join(work, name));
  }
  console.log(
    `seed ${values.seed}: ${values.moments} runs over ${values.files} files, of which ${counts.ended} were ended by a signal`,
  );
  console.log(
    `  outputs unchanged: ${counts.old}; outputs complete: ${counts.new}; temporary files left by SIGKILL: ${counts.left}`,
  );
  console.log(
    faults.length === 0 ? '  partial or broken: none' : `  partial or broken: ${faults.length}\n    ${faults.join('\n    ')}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @returns the signal that ended the process, or its exit code */
function run(signal, delay) {
  const wanted = Object.entries(outputs).flatMap(([file, format]) => ['-f', format, '-o', file]);
  const child = spawn(process.execPath, [join(root, 'bin', 'compass.js'), 'score', '.', '--quiet', ...wanted], {
    cwd: work,
    stdio: 'ignore',
  });
  const timer = signal && setTimeout(() => child.kill(signal), delay);
  return new Promise((resolve) => {
    child.on('close', (code, by) => {
      clearTimeout(timer);
      resolve(by ?? code);
    });
  });
}

function read() {
  return Object.fromEntries(Object.keys(outputs).map((name) => [name, readFileSync(join(work, name), 'utf8')]));
}
