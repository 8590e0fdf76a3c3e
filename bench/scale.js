// Measures how time and memory grow with the number of assessments, for files in folders and for lines on standard input. Memory is
// measured on Linux only.
//   npm run build && node bench/scale.js [most lines] [most files]      (defaults: 1,000,000 and 100,000)
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLoad } from './load.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compass = join(root, 'bin', 'compass.js');
const [mostLines = 1_000_000, mostFiles = 100_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'compass-scale-'));
const steps = (most) => [100, 1000, 10_000, 100_000, 1_000_000].filter((count) => count <= most);

console.log('                          time   an assessment   first result   memory   results');
try {
  for (const count of steps(mostFiles)) {
    await makeLoad(folder, count);
    for (const format of ['ndjson', 'csv', 'terminal'])
      await measure(`${count} files, ${format}`, count, [folder, '--format', format]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const count of steps(mostLines)) await measure(`${count} lines, ndjson`, count, ['-', '--format', 'ndjson'], count);

async function measure(name, count, args, lines) {
  const start = performance.now();
  const made =
    lines === undefined
      ? undefined
      : spawn(process.execPath, [join(root, 'bench', 'load.js'), '--ndjson', String(lines)], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
  const child = spawn(process.execPath, [compass, 'score', ...args, '--quiet', '--no-config'], {
    stdio: [made ? made.stdout : 'ignore', 'pipe', 'inherit'],
  });
  let first;
  let memory = 0;
  let results = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid));
  }, 200);
  child.stdout.on('data', (chunk) => {
    first ??= performance.now() - start;
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) results += 1;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  const time = performance.now() - start;
  const cell = (text, width) => String(text).padStart(width);
  console.log(
    `${name.padEnd(22)} ${cell((time / 1000).toFixed(1), 6)} s ${cell(((time / count) * 1000).toFixed(0), 12)} µs ${cell(first.toFixed(0), 11)} ms ${cell(memory || '-', 6)} MB ${cell(results, 9)}`,
  );
}

/** The peak resident memory of a process, in MB. */
function peakOf(pid) {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
