// Coverage-guided fuzzing of everything that reads what others made: answers, rubrics, configurations, stored results, drafts in each
// format, citations, and of what every format does to a text. No dependency: the sources are bundled with a counter at the start of
// each block, and an input that reaches a block for the first time joins the ones from which the next are made.
//   nice node bench/fuzz.js [inputs] [--seed N] [--out FOLDER]
// A fault is anything but a CompassError, an input of 4 kB that takes longer than 2 seconds of processor time (a hang: 20 s by the clock), or words that
// are not for people in a message. Each is written to FOLDER (default: fuzz-findings) under the name of its target.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'node_modules', '.compass-fuzz');
const longest = 4000;
const hangMs = 20_000;
const slowMs = 2000;
const longestKept = 16_384;

if (parentPort) await work();
else await lead();

async function lead() {
  const args = process.argv.slice(2);
  const option = (name, standard) => (args.includes(name) ? args[args.indexOf(name) + 1] : standard);
  const total = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1_000_000);
  const seed = Number(option('--seed', '1'));
  const folder = option('--out', 'fuzz-findings');
  const blocks = await bundle();
  console.log(`${total} inputs, seed ${seed}, ${blocks} blocks of code`);
  const found = new Map();
  const counts = {};
  let [done, covered, kept] = [0, 0, 0];
  const began = Date.now();
  while (done < total) {
    const shared = new SharedArrayBuffer(16 + longestKept);
    const state = new Int32Array(shared, 0, 4);
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { shared, blocks, from: done, total, seed: seed + done },
      resourceLimits: { maxOldGenerationSizeMb: 1000 },
    });
    await new Promise((resolve) => {
      let [last, since] = [0, Date.now()];
      const watch = setInterval(() => {
        const now = Atomics.load(state, 0);
        if (now !== last) [last, since] = [now, Date.now()];
        else if (last > 0 && Date.now() - since > hangMs) void stop(`hangs: no end after ${hangMs} ms`);
      }, 500);
      const stop = async (fault) => {
        clearInterval(watch);
        const bytes = Buffer.from(new Uint8Array(shared, 16, state[1])).toString('base64');
        await report({ target: Object.keys(counts)[state[2]] ?? '', fault, bytes });
        done += last;
        await worker.terminate();
        resolve();
      };
      worker.on('message', (message) => {
        if (message.fault) return void report(message);
        [covered, kept] = [message.covered, message.kept];
        for (const [target, outcomes] of Object.entries(message.outcomes)) {
          counts[target] ??= {};
          for (const [code, count] of Object.entries(outcomes)) counts[target][code] = (counts[target][code] ?? 0) + count;
        }
        const seconds = Math.round((Date.now() - began) / 1000);
        console.log(
          `${done + message.done} inputs, ${seconds} s, ${covered} blocks reached, ${kept} inputs kept, ${found.size} faults`,
        );
        if (message.end) {
          clearInterval(watch);
          done += message.done;
          resolve();
        }
      });
      worker.on('error', (error) => void stop(`ends the worker: ${error.message}`));
    });
  }
  console.log(`\n${done} inputs in ${Math.round((Date.now() - began) / 1000)} s; faults: ${found.size}`);
  for (const [target, outcomes] of Object.entries(counts)) {
    const listed = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
    const all = listed.reduce((sum, [, count]) => sum + count, 0);
    console.log(
      `  ${target.padEnd(9)} ${String(all).padStart(7)}  ${listed.map(([code, count]) => `${code} ${count}`).join(', ')}`,
    );
  }
  process.exitCode = found.size > 0 ? 1 : 0;

  async function report({ target, fault, bytes }) {
    const key = `${target}: ${fault.replace(/[0-9"'`].*/s, '').slice(0, 90)} ${/at [^\n]*/.exec(fault)?.[0] ?? ''}`;
    if (found.has(key)) return;
    found.set(key, fault);
    console.log(`FAULT ${target}: ${fault}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${target}-${found.size}`), Buffer.from(bytes, 'base64'));
    await writeFile(join(folder, `${target}-${found.size}.txt`), `${fault}\n`);
  }
}

/** Bundles the targets with their counters. @returns how many blocks there are */
async function bundle() {
  const { rolldown } = await import('rolldown');
  let blocks = 0;
  const plugin = {
    name: 'count-blocks',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || /\/schema\//.test(id)) return null;
      const inserts = [];
      const hit = () => `globalThis.__hit[${blocks++}]=1`;
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
      visit(this.parse(code, { lang: 'ts' }));
      // Ends before beginnings at one place, and the outer beginning before the inner.
      inserts.sort((a, b) => a[0] - b[0] || a[2] - b[2]);
      let [text, from] = ['', 0];
      for (const [at, piece] of inserts) {
        text += code.slice(from, at) + piece;
        from = at;
      }
      return { code: text + code.slice(from), moduleType: 'ts' };
    },
  };
  const built = await rolldown({
    input: { targets: `${root}test/hostile/fuzz-targets.ts`, mutate: `${root}test/hostile/mutate.ts` },
    platform: 'node',
    // What the program loads on demand is all here at once.
    checks: { ineffectiveDynamicImport: false },
    external: [/^node:/, /^[a-z@](?!:)/],
    plugins: [plugin],
  });
  await built.write({ dir: out, format: 'esm', banner: 'globalThis.__hit ??= new Uint8Array(1 << 16);' });
  await built.close();
  return blocks;
}

async function work() {
  const { shared, blocks, from, total, seed } = workerData;
  const state = new Int32Array(shared, 0, 4);
  const current = new Uint8Array(shared, 16);
  const hit = new Uint8Array(1 << 16);
  globalThis.__hit = hit;
  const load = (name) => import(pathToFileURL(join(out, `${name}.js`)).href);
  const [{ fuzzTargets, outcomeOf }, { mutated, numbersFrom }] = await Promise.all([load('targets'), load('mutate')]);
  const next = numbersFrom(seed);
  const targets = Object.entries(fuzzTargets(root)).map(([name, target]) => ({
    name,
    target,
    corpus: [...target.seeds],
    tried: 0,
    spent: 0,
  }));
  const seen = new Uint8Array(hit.length);
  let covered = 0;
  let outcomes = {};
  const tell = (done, end) => {
    const kept = targets.reduce((sum, { corpus }) => sum + corpus.length, 0);
    parentPort.postMessage({ done, covered, kept, outcomes, end });
    outcomes = {};
  };
  const wanted = total - from;
  for (let done = 0; done < wanted; done++) {
    // Each target gets the same time, so that the quick ones are tried most often.
    const index = targets.reduce((least, { spent }, each) => (spent < targets[least].spent ? each : least), 0);
    const { name, target, corpus } = targets[index];
    // What was kept last is tried most: it has been tried least.
    const pick = () =>
      next(2) === 0 ? corpus[next(corpus.length)] : corpus[corpus.length - 1 - next(Math.min(corpus.length, 32))];
    const tried = targets[index].tried++;
    const bytes = tried < target.seeds.length ? target.seeds[tried] : mutated(pick(), pick(), next, longest);
    current.set(bytes.subarray(0, longestKept));
    state[1] = Math.min(bytes.length, longestKept);
    state[2] = index;
    Atomics.store(state, 0, done + 1);
    const before = process.cpuUsage();
    let outcome;
    try {
      outcome = await outcomeOf(target, bytes);
    } catch (error) {
      outcome = 'FAULT';
      parentPort.postMessage({
        target: name,
        fault: String(error?.stack ?? error),
        bytes: Buffer.from(bytes).toString('base64'),
      });
    }
    const { user } = process.cpuUsage(before);
    targets[index].spent += Math.max(20, user);
    if (user > slowMs * 1000)
      parentPort.postMessage({
        target: name,
        fault: `slow: ${Math.round(user / 1000)} ms`,
        bytes: Buffer.from(bytes).toString('base64'),
      });
    outcomes[name] ??= {};
    outcomes[name][outcome] = (outcomes[name][outcome] ?? 0) + 1;
    let isNew = false;
    for (let block = 0; block < blocks; block++) {
      if (hit[block] === 0) continue;
      hit[block] = 0;
      if (seen[block] === 0) {
        seen[block] = 1;
        covered++;
        isNew = true;
      }
    }
    if (isNew && bytes.length <= longest) corpus.push(bytes);
    if (done % 10_000 === 9999) tell(done + 1, false);
  }
  tell(wanted, true);
}
