// Measures how long `score --robustness` takes: the draws alone, for one law and for several, and the whole command.
//   npm run build && node bench/robustness.js
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.answers.yaml'));

const bundle = await rolldown({
  input: {
    robustness: `${root}src/core/robustness/robustness.ts`,
    method: `${root}src/core/robustness/result.ts`,
    score: `${root}src/core/score.ts`,
    load: `${root}src/rubric/load.ts`,
    read: `${root}src/answers/read.ts`,
  },
  platform: 'node',
  external: [/^node:/, /^[a-z@](?!:)/],
});
// In node_modules, so that imports of libraries are resolved.
const out = join(root, 'node_modules', '.compass-bench-robustness');
await bundle.write({ dir: out, format: 'esm' });
const load = (name) => import(pathToFileURL(join(out, `${name}.js`)).href);
const [{ drawRobustness }, { standardMethod }, { scoreAssessment }, { loadRubric }, { readAnswers }] = await Promise.all(
  ['robustness', 'method', 'score', 'load', 'read'].map(load),
);
rmSync(out, { recursive: true, force: true });

const prepared = await loadRubric(join(root, 'rubrics', 'ungps-compass'), 'rubrics/ungps-compass');
const laws = names.map((name) => {
  const { assessment } = readAnswers(readFileSync(join(root, 'examples', name), 'utf8'), name, prepared);
  return { assessment, result: scoreAssessment(prepared, assessment, name) };
});
const bill = laws.slice(0, 1);
const unsure = bill.map(({ assessment, result }) => ({
  result,
  assessment: {
    ...assessment,
    answers: new Map([...assessment.answers].map(([id, answer]) => [id, { ...answer, confidence: 'low' }])),
  },
}));

console.log(`${prepared.questions.size} questions, ${standardMethod.draws} draws\n`);
console.log('                                       uniform       dirichlet');
for (const [what, some] of [
  ['one law', bill],
  ['one law, every answer unsure', unsure],
  [`${laws.length} laws`, laws],
]) {
  const [uniform, dirichlet] = ['uniform', 'dirichlet'].map((weights) =>
    times(() => drawRobustness(prepared, some, { ...standardMethod, weights })),
  );
  console.log(`${what.padEnd(32)} ${uniform.padStart(16)} ${dirichlet.padStart(16)}`);
}
const command = (...args) =>
  times(
    () => execFileSync(process.execPath, [join(root, 'bin/compass.js'), 'score', `examples/${names[0]}`, ...args], { cwd: root }),
    5,
  );
console.log(`\nthe whole command, one law       ${command('--robustness').padStart(16)}`);
console.log(`the same without --robustness    ${command().padStart(16)}`);

/** Returns the time of the first call, before the code is optimised, and the shortest of the others. */
function times(work, rounds = 10) {
  const taken = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return `${taken[0].toFixed(0)} / ${Math.min(...taken.slice(1)).toFixed(0)} ms`;
}
