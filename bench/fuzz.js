// Coverage-guided fuzzing of all code that handles untrusted input: answers, rubrics, configurations, stored results, drafts in each
// format, citations, and the escaping of text in each output format. The sources are bundled with a counter at the start of each
// block. An input that reaches a new block is added to the corpus, from which further inputs are made by mutation.
//   nice node bench/fuzz.js [inputs] [--seed N] [--out FOLDER]
// A finding is any error other than a CompassError, an input of 4 kB that takes more than 2 seconds of processor time, a hang (20
// seconds by the clock), or a message that is not readable. Each finding is written to FOLDER (default: fuzz-findings).
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { integersFrom } from './random.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'node_modules', '.compass-fuzz');
/** Bytes of a mutated input. */
const longest = 4000;
/** Bytes of an input that are reported if the worker hangs or crashes. */
const longestReported = 16_384;
const hangMs = 20_000;
const slowMs = 2000;

/** The main thread: starts one worker after the other, and prints their findings. */
async function lead() {
  const args = process.argv.slice(2);
  const option = (name, standard) => (args.includes(name) ? args[args.indexOf(name) + 1] : standard);
  const total = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
  const seed = Number(option('--seed', '1'));
  const faults = new Faults(option('--out', 'fuzz-findings'));
  const blocks = await bundle();
  console.log(`${total} inputs, seed ${seed}, ${blocks} blocks of code`);
  const run = { done: 0, total, seed, blocks, started: Date.now(), outcomes: {}, faults };
  while (run.done < total) await runWorker(run);
  printSummary(run);
  process.exitCode = faults.count > 0 ? 1 : 0;
}

/** Runs a worker until all inputs are done, or it hangs or crashes. Updates `run`. */
function runWorker(run) {
  const shared = new SharedArrayBuffer(16 + longestReported);
  const state = new Int32Array(shared, 0, 4);
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { shared, blocks: run.blocks, from: run.done, total: run.total, seed: run.seed + run.done },
    resourceLimits: { maxOldGenerationSizeMb: 1000 },
  });
  return new Promise((resolve) => {
    let [last, since] = [0, Date.now()];
    const watch = setInterval(() => {
      const now = Atomics.load(state, 0);
      if (now !== last) [last, since] = [now, Date.now()];
      else if (last > 0 && Date.now() - since > hangMs) void stop(`hangs: no end after ${hangMs} ms`);
    }, 500);
    const stop = async (fault) => {
      clearInterval(watch);
      const bytes = Buffer.from(new Uint8Array(shared, 16, state[1])).toString('base64');
      await run.faults.report({ target: Object.keys(run.outcomes)[state[2]] ?? '', fault, bytes });
      run.done += last;
      await worker.terminate();
      resolve();
    };
    worker.on('message', (message) => {
      if (message.fault) return void run.faults.report(message);
      addOutcomes(run.outcomes, message.outcomes);
      printProgress(run, message);
      if (message.end) {
        clearInterval(watch);
        run.done += message.done;
        resolve();
      }
    });
    worker.on('error', (error) => void stop(`ends the worker: ${error.message}`));
  });
}

/** Adds the counts of a worker's message, by target and outcome. */
function addOutcomes(all, more) {
  for (const [target, counts] of Object.entries(more)) {
    all[target] ??= {};
    for (const [code, count] of Object.entries(counts)) all[target][code] = (all[target][code] ?? 0) + count;
  }
}

function printProgress({ done, started, faults }, message) {
  const seconds = Math.round((Date.now() - started) / 1000);
  const { covered, corpus } = message;
  console.log(
    `${done + message.done} inputs, ${seconds} s, ${covered} blocks reached, ${corpus} inputs in the corpus, ${faults.count} faults`,
  );
}

function printSummary({ done, started, outcomes, faults }) {
  console.log(`\n${done} inputs in ${Math.round((Date.now() - started) / 1000)} s; faults: ${faults.count}`);
  for (const [target, counts] of Object.entries(outcomes)) {
    const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
    const all = sorted.reduce((sum, [, count]) => sum + count, 0);
    console.log(
      `  ${target.padEnd(9)} ${String(all).padStart(7)}  ${sorted.map(([code, count]) => `${code} ${count}`).join(', ')}`,
    );
  }
}

/** The findings so far. Findings with the same message and the same first stack frame are reported once. */
class Faults {
  #folder;
  #keys = new Set();

  constructor(folder) {
    this.#folder = folder;
  }

  get count() {
    return this.#keys.size;
  }

  async report({ target, fault, bytes }) {
    const key = `${target}: ${fault.replace(/[0-9"'`].*/s, '').slice(0, 90)} ${/at [^\n]*/.exec(fault)?.[0] ?? ''}`;
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    const file = join(this.#folder, `${target}-${this.count}`);
    console.log(`FAULT ${target}: ${fault}`);
    await mkdir(this.#folder, { recursive: true });
    await writeFile(file, Buffer.from(bytes, 'base64'));
    await writeFile(`${file}.txt`, `${fault}\n`);
  }
}

/** Bundles the targets with a counter in each block. Returns the number of blocks. */
async function bundle() {
  const { rolldown } = await import('rolldown');
  let blocks = 0;
  const nextHit = () => `globalThis.__hit[${blocks++}]=1`;
  const plugin = {
    name: 'count-blocks',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || /\/schema\//.test(id)) return null;
      return { code: instrumented(code, this.parse(code, { lang: 'ts' }), nextHit), moduleType: 'ts' };
    },
  };
  const built = await rolldown({
    input: { targets: `${root}test/hostile/fuzz-targets.ts`, mutate: `${root}test/hostile/mutate.ts` },
    platform: 'node',
    // Dynamic imports have no effect here, since everything is in one bundle.
    checks: { ineffectiveDynamicImport: false },
    external: [/^node:/, /^[a-z@](?!:)/],
    plugins: [plugin],
  });
  await built.write({ dir: out, format: 'esm', banner: 'globalThis.__hit ??= new Uint8Array(1 << 16);' });
  await built.close();
  return blocks;
}

/** Inserts a statement from `hit` at the start of each block, branch and operand that may be skipped. */
function instrumented(code, ast, hit) {
  const inserts = [];
  const wrap = ({ start, end, type }) => type !== 'BlockStatement' && inserts.push([start, `{${hit()};`, 1], [end, '}', 0]);
  const visit = (node) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach(visit);
    if (node.type === 'BlockStatement') inserts.push([node.start + 1, `${hit()};`, 1]);
    if (node.type === 'IfStatement') {
      wrap(node.consequent);
      if (node.alternate && node.alternate.type !== 'IfStatement') wrap(node.alternate);
    }
    if (node.type === 'ConditionalExpression')
      for (const side of [node.consequent, node.alternate]) inserts.push([side.start, `(${hit()},`, 1], [side.end, ')', 0]);
    if (node.type === 'LogicalExpression') inserts.push([node.right.start, `(${hit()},`, 1], [node.right.end, ')', 0]);
    if (node.type === 'SwitchCase' && node.consequent.length > 0) inserts.push([node.consequent[0].start, `${hit()};`, 1]);
    for (const value of Object.values(node)) if (value && typeof value === 'object') visit(value);
  };
  visit(ast);
  // At the same offset, ends come before starts, and the outer start before the inner one.
  inserts.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
  let [text, from] = ['', 0];
  for (const [at, piece] of inserts) {
    text += code.slice(from, at) + piece;
    from = at;
  }
  return text + code.slice(from);
}

/** A worker thread: tries inputs, and reports findings and progress to the main thread. */
async function work() {
  const { shared, blocks, from, total, seed } = workerData;
  const load = (name) => import(pathToFileURL(join(out, `${name}.js`)).href);
  const coverage = new Coverage(blocks);
  const [{ fuzzTargets, outcomeOf }, { mutated }] = await Promise.all([load('targets'), load('mutate')]);
  const random = integersFrom(seed);
  const targets = Object.entries(fuzzTargets(root)).map(([name, target]) => ({
    name,
    target,
    corpus: [...target.seeds],
    tried: 0,
    spent: 0,
  }));
  let outcomes = {};
  const reportProgress = (done, end) => {
    const corpus = targets.reduce((sum, each) => sum + each.corpus.length, 0);
    parentPort.postMessage({ done, covered: coverage.covered, corpus, outcomes, end });
    outcomes = {};
  };
  const wanted = total - from;
  for (let done = 0; done < wanted; done++) {
    // All targets get the same time, so that fast ones are tried more often.
    const index = targets.reduce((least, { spent }, each) => (spent < targets[least].spent ? each : least), 0);
    const entry = targets[index];
    const bytes = nextInput(entry, random, mutated);
    announce(shared, { done, bytes, index });
    const outcome = await tryInput(entry, bytes, outcomeOf);
    outcomes[entry.name] ??= {};
    outcomes[entry.name][outcome] = (outcomes[entry.name][outcome] ?? 0) + 1;
    if (coverage.isExtended() && bytes.length <= longest) entry.corpus.push(bytes);
    if (done % 10_000 === 9999) reportProgress(done + 1, false);
  }
  reportProgress(wanted, true);
}

/**
 * First the seeds, then mutations of inputs in the corpus. Half of these come from its newest 32, which have been tried least.
 */
function nextInput(entry, random, mutated) {
  const { target, corpus } = entry;
  const tried = entry.tried++;
  if (tried < target.seeds.length) return target.seeds[tried];
  const pick = () =>
    random(2) === 0 ? corpus[random(corpus.length)] : corpus[corpus.length - 1 - random(Math.min(corpus.length, 32))];
  return mutated(pick(), pick(), random, longest);
}

/** Writes the input to shared memory before it is tried, so that the main thread can report it if the worker hangs or crashes. */
function announce(shared, { done, bytes, index }) {
  const state = new Int32Array(shared, 0, 4);
  new Uint8Array(shared, 16).set(bytes.subarray(0, longestReported));
  state[1] = Math.min(bytes.length, longestReported);
  state[2] = index;
  Atomics.store(state, 0, done + 1);
}

/** @returns the outcome, or `FAULT` */
async function tryInput(entry, bytes, outcomeOf) {
  const report = (fault) => parentPort.postMessage({ target: entry.name, fault, bytes: Buffer.from(bytes).toString('base64') });
  const before = process.cpuUsage();
  let outcome;
  try {
    outcome = await outcomeOf(entry.target, bytes);
  } catch (error) {
    outcome = 'FAULT';
    report(String(error?.stack ?? error));
  }
  const { user } = process.cpuUsage(before);
  entry.spent += Math.max(20, user);
  if (user > slowMs * 1000) report(`slow: ${Math.round(user / 1000)} ms`);
  return outcome;
}

/** The blocks of code that were reached. The bundled code sets a flag for each block in `globalThis.__hit`. */
class Coverage {
  covered = 0;
  #hit = new Uint8Array(1 << 16);
  #seen = new Uint8Array(1 << 16);
  #blocks;

  constructor(blocks) {
    this.#blocks = blocks;
    globalThis.__hit = this.#hit;
  }

  /** Whether a block was reached for the first time since the last call. Resets the flags. */
  isExtended() {
    const before = this.covered;
    for (let block = 0; block < this.#blocks; block++) {
      if (this.#hit[block] === 0) continue;
      this.#hit[block] = 0;
      if (this.#seen[block] === 1) continue;
      this.#seen[block] = 1;
      this.covered++;
    }
    return this.covered > before;
  }
}

if (parentPort) await work();
else await lead();
