// Kills `compass assess` with SIGKILL at random moments of a fast interview. Checks after each that the answers file is complete: it
// is valid, and has exactly the answers that were given, with or without the one in progress.
//   node bench/kill.js [--moments 300] [--seed 1] [--span 1200]
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { parse } from 'yaml';
import { generator } from './random.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compass = join(root, 'bin', 'compass.js');
const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    // Milliseconds of answering, about ten prompts, within which the process is killed.
    span: { type: 'string', default: '1200' },
  },
});
const moments = Number(values.moments);
const random = generator(Number(values.seed));
const span = Number(values.span);

const rubric = JSON.parse(execFileSync(process.execPath, [compass, 'rubric', 'show', '--format', 'json'], { encoding: 'utf8' }));
const questions = rubric.features.flatMap((feature) => feature.questions);

const work = mkdtempSync(join(tmpdir(), 'compass-kill-'));
const copies = join(work, 'copies');
mkdirSync(copies);
const counts = { killed: 0, withAnswer: 0, withoutAnswer: 0, answers: 0, leftovers: 0 };
const faults = [];

// What every screen of an interview begins and ends with.
const [drawing, drawn] = ['\u001b[?25l\u001b[H', '\u001b[?25h'];

/** Starts a new file, on which several interviews work one after the other. */
function begin(number) {
  const folder = join(work, `round-${number}`);
  mkdirSync(folder);
  return { folder, file: join(folder, 'x.answers.yaml'), saved: {}, left: [] };
}

/** Runs an interview, kills it and checks the file. */
async function killOnce(round, moment) {
  const person = new FastPerson(round);
  const fromStart = random() < 0.1;
  if (!fromStart) await person.reached('question');
  await new Promise((resolve) => setTimeout(resolve, random() * span));
  const before = Object.keys(round.saved).length;
  await person.kill();
  counts.killed += 1;
  const left = readdirSync(round.folder).filter((name) => /\.(tmp|lock)$/.test(name));
  if (left.some((name) => !round.left.includes(name))) counts.leftovers += 1;
  round.left = left;
  const { saved, next } = person;
  const text = existsSync(round.file) ? readFileSync(round.file, 'utf8') : undefined;
  let found;
  try {
    found = text === undefined ? {} : (parse(text).answers ?? {});
  } catch (error) {
    faults.push(`moment ${moment}: does not parse: ${error}`);
    return;
  }
  if (isDeepStrictEqual(found, next)) counts.withAnswer += isDeepStrictEqual(saved, next) ? 0 : 1;
  else if (isDeepStrictEqual(found, saved)) counts.withoutAnswer += 1;
  else faults.push(`moment ${moment}: ${JSON.stringify(difference(saved, found))}`);
  counts.answers += Math.max(0, Object.keys(found).length - before);
  round.saved = found;
  if (text !== undefined) copyFileSync(round.file, join(copies, `${moment}.answers.yaml`));
}

/** Makes leftover files look old, and checks that the first save of the next interview deletes them. */
async function checkCleanUp(round) {
  const longAgo = new Date(Date.now() - 60_000);
  for (const name of readdirSync(round.folder)) utimesSync(join(round.folder, name), longAgo, longAgo);
  const person = new FastPerson(round);
  await person.reached('reasons');
  await person.kill('SIGTERM');
}

/** Answers every prompt at once, and keeps track of what must be on disk. */
class FastPerson {
  /** The answers that were saved when the current prompt appeared. */
  saved;
  /** `saved` together with what has been typed since. */
  next;
  #pty;
  #output = '';
  #screen = '';
  #question;
  #level;
  #exited;
  #seen = new Set();
  #waiting = [];

  constructor(round) {
    this.saved = structuredClone(round.saved);
    this.next = structuredClone(round.saved);
    this.#pty = spawn(process.execPath, [compass, 'assess', 'x.answers.yaml'], {
      cols: 100,
      rows: 40,
      cwd: round.folder,
      env: { PATH: process.env.PATH ?? '', TERM: 'xterm', NO_COLOR: '1', XDG_STATE_HOME: join(work, 'state') },
    });
    this.#pty.onData((data) => this.#read(data));
    this.#exited = new Promise((resolve) => this.#pty.onExit(resolve));
  }

  reached(what) {
    if (this.#seen.has(what)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${what} was reached; the screen says:\n${this.#screen}`)), 20_000);
      this.#waiting.push({ what, resolve: () => resolve(clearTimeout(timer)) });
    });
  }

  async kill(signal = 'SIGKILL') {
    this.#pty.kill(signal);
    await this.#exited;
  }

  #read(data) {
    this.#output += data;
    const end = this.#output.lastIndexOf(drawn);
    const begin = this.#output.lastIndexOf(drawing, end);
    if (end === -1 || begin === -1) return;
    this.#screen = this.#output.slice(begin, end).replace(/\u001b\[[0-9;?]*[A-Za-z]|\r/g, '');
    this.#output = this.#output.slice(end + drawn.length);
    const lines = this.#screen.split('\n').map((line) => line.trimEnd());
    // A prompt behind which something is typed has been answered already.
    const prompt = this.#prompts.find(([words]) => lines.includes(words));
    if (!prompt) return;
    // A new prompt means that everything typed at the previous ones is saved.
    this.saved = structuredClone(this.next);
    prompt[1]();
  }

  #prompts = [
    ['Title of the draft:', () => this.#pty.write('A bill\r')],
    ...['Jurisdiction:', 'Version, for instance first reading:', 'Your name:', 'Your organisation:', 'What next?'].map(
      (words) => [words, () => this.#pty.write('\r')],
    ),
    ['Your answer, 0-3:', () => this.#answer()],
    ['Why this level?', () => this.#reason()],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`Tick what the text has, 1-${n}:`, () => this.#leaveMarks()]),
    ['Which provision shows it, e.g. art. 14(2)?', () => this.#provision()],
    ['Its words, typed or pasted:', () => this.#quote()],
    ['How sure are you?', () => this.#finish()],
  ];

  #answer() {
    this.#reach('question');
    const plain = this.#screen.replace(/\s+/g, ' ');
    this.#question = questions.find(({ text }) => plain.includes(text.replace(/\s+/g, ' ').trim()))?.id;
    // Where it was stopped, an interview goes on at a question that has its answer.
    const isNew = this.next[this.#question] === undefined;
    this.#level = Math.floor(random() * 3) + 1;
    this.#pty.write(isNew ? String(this.#level) : '\r');
  }

  /** The level is saved together with the marks. */
  #leaveMarks() {
    this.next[this.#question] = this.#level;
    this.#pty.write('s');
  }

  #entry() {
    const { next } = this;
    const id = this.#question;
    if (typeof next[id] === 'number') next[id] = { level: next[id] };
    return next[id];
  }

  #reason() {
    this.#reach('reasons');
    this.#entry().rationale = `Because of ${Math.floor(random() * 1e6)}: as it says.`;
    this.#pty.write(`${this.#entry().rationale}\r`);
  }

  #provision() {
    this.#entry().evidence = [{ at: 'art. 14(2)' }];
    this.#pty.write('art. 14(2)\r');
  }

  #quote() {
    const [evidence] = this.#entry().evidence;
    evidence.quote = 'shall be independent';
    this.#pty.write('shall be independent\r');
  }

  /** Adds evidence, and then gives the confidence. */
  #finish() {
    if (this.#entry().evidence === undefined) {
      this.#pty.write('t');
      return;
    }
    this.#entry().confidence = 'medium';
    this.#pty.write('2');
  }

  #reach(what) {
    this.#seen.add(what);
    for (const waiting of this.#waiting) if (waiting.what === what) waiting.resolve();
  }
}

function difference(expected, found) {
  const ids = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return ids
    .filter((id) => !isDeepStrictEqual(expected[id], found[id]))
    .map((id) => ({ id, expected: expected[id], found: found[id] }));
}

function runCompass(args) {
  try {
    return execFileSync(process.execPath, [compass, ...args], { encoding: 'utf8', maxBuffer: 1e9 });
  } catch (error) {
    return error.stdout;
  }
}

try {
  let round = begin(0);
  for (let moment = 0; moment < moments; moment++) {
    if (Object.keys(round.saved).length > questions.length - 12) round = begin(moment);
    await killOnce(round, moment);
  }
  const scored = JSON.parse(runCompass(['score', copies, '--format', 'json']));
  for (const { source, errors } of scored.failures) faults.push(`${source}: ${errors.map(({ message }) => message).join('; ')}`);
  await checkCleanUp(round);
  const rest = readdirSync(round.folder).filter((name) => name !== 'x.answers.yaml');
  if (rest.length > 0) faults.push(`never deleted: ${rest.join(', ')}`);
  console.log(`seed ${values.seed}: killed ${counts.killed} times, ${counts.answers} answers saved in between`);
  console.log(
    `  the file had the answer in progress ${counts.withAnswer} times, and all others but not that one ${counts.withoutAnswer} times`,
  );
  console.log(`  a temporary file or a lock was left ${counts.leftovers} times; later saves deleted them`);
  console.log(`  valid for compass score: ${scored.assessments.length} of ${scored.assessments.length + scored.failures.length}`);
  console.log(
    faults.length === 0 ? '  lost or broken: none' : `  lost or broken: ${faults.length}\n    ${faults.join('\n    ')}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
