// Measures start-up times compared with an empty Node script: the version, the score of one file, and the first prompt of assess.
//   npm run build && node bench/start.js [rounds]
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn as spawnTerminal } from '@lydell/node-pty';
import { answersOf, toYaml } from './load.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[2] ?? 20);
const folder = mkdtempSync(join(tmpdir(), 'compass-start-'));
writeFileSync(join(folder, 'one.answers.yaml'), toYaml(answersOf(1)));
for (const name of ['bill.answers.yaml', 'bill.md']) copyFileSync(join(root, 'examples', name), join(folder, name));
const compass = join(root, 'bin', 'compass.js');

const measures = [
  ['node -e 0', undefined, () => run(['-e', '0'])],
  ['compass --version', 1.25, () => run([compass, '--version'])],
  ['compass score one.answers.yaml', 2, () => run([compass, 'score', 'one.answers.yaml'])],
  ['compass score bill.answers.yaml, with its draft', undefined, () => run([compass, 'score', 'bill.answers.yaml'])],
  ['compass assess one.answers.yaml, first prompt', 3, () => firstPrompt([compass, 'assess', 'one.answers.yaml'])],
];
const least = measures.map(() => Number.POSITIVE_INFINITY);
// The measures take turns, so that other load on the machine affects all of them alike. The minimum is the least disturbed.
for (let round = 0; round < rounds; round++)
  for (const [index, [, , measure]] of measures.entries()) least[index] = Math.min(least[index], await measure());

console.log(`Node ${process.version}, the best of ${rounds}\n`);
for (const [index, [name, bound]] of measures.entries()) {
  const ratio = (least[index] / least[0]).toFixed(2);
  console.log(`${name.padEnd(50)} ${least[index].toFixed(0).padStart(5)} ms   x ${ratio}${bound ? `  (at most ${bound})` : ''}`);
}
rmSync(folder, { recursive: true, force: true });

function run(args) {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

function firstPrompt(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = spawnTerminal(process.execPath, args, { cwd: folder, cols: 80, rows: 24 });
    let screen = '';
    terminal.onData((data) => {
      screen += data;
      // The last line of the menu has been drawn.
      if (!screen.includes('Stop')) return;
      const taken = performance.now() - start;
      terminal.kill('SIGKILL');
      resolve(taken);
    });
    terminal.onExit(() => reject(new Error(`no prompt: ${screen}`)));
  });
}
