// Generates the input of the other benchmarks: answers files of 56 answers with evidence, about 17 kB each, all different.
//   node bench/load.js FOLDER [files] [--json]       subfolders of 1,000 files each
//   node bench/load.js --ndjson [assessments]        one assessment per line, to standard output
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { integersFrom } from './random.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = JSON.parse(readFileSync(join(root, 'dist/rubrics/ungps-compass.json'), 'utf8'));
const { rubric } = compiled;
const questions = rubric.features.flatMap((feature) => feature.questions);
const words = readFileSync(join(root, 'examples/bill.md'), 'utf8')
  .replace(/[^A-Za-z ]+/g, ' ')
  .split(/\s+/)
  .filter(Boolean);

function sentence(random, length) {
  const start = random(words.length - length);
  return words.slice(start, start + length).join(' ');
}

/** The content of the answers file with this number. */
export function answersOf(number, count = 56) {
  const random = integersFrom(number + 1);
  const unanswered = new Set();
  while (unanswered.size < questions.length - count) unanswered.add(random(questions.length));
  const answers = {};
  for (const [index, question] of questions.entries()) {
    if (unanswered.has(index)) continue;
    answers[question.id] = {
      level: random(question.levels.length),
      rationale: `${sentence(random, 14)}: ${sentence(random, 6)}.`,
      evidence: [{ at: `art. ${1 + random(60)}(${1 + random(9)})`, quote: sentence(random, 12) }],
      confidence: ['low', 'medium', 'high'][random(3)],
    };
  }
  return {
    format: 'compass-answers/1',
    rubric: { id: rubric.id, version: rubric.version },
    draft: { title: `Draft act no. ${number}`, jurisdiction: 'Examplia', version: 'first reading', date: '2026-03-02' },
    reviewer: { name: `Reviewer ${number % 7}`, organisation: 'Examplia Institute' },
    answers,
  };
}

/** The file in YAML, as a person or `compass assess` would write it. */
export function toYaml({ format, rubric, draft, reviewer, answers }) {
  const lines = [
    `format: ${format}`,
    `rubric: { id: ${rubric.id}, version: ${rubric.version} }`,
    'draft:',
    ...Object.entries(draft).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
    `reviewer: { name: ${reviewer.name}, organisation: ${reviewer.organisation} }`,
    'answers:',
  ];
  for (const [id, { level, rationale, evidence, confidence }] of Object.entries(answers)) {
    lines.push(`  ${id}:`, `    level: ${level}`, `    rationale: "${rationale}"`, '    evidence:');
    for (const { at, quote } of evidence) lines.push(`      - { at: "${at}", quote: "${quote}" }`);
    lines.push(`    confidence: ${confidence}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Fills a folder with files. Keeps existing ones. */
export async function makeLoad(folder, count, json = false) {
  for (let start = 0; start < count; start += 1000) {
    const part = join(folder, String(start / 1000).padStart(4, '0'));
    await mkdir(part, { recursive: true });
    const present = new Set(readdirSync(part));
    for (let number = start; number < Math.min(count, start + 1000); number++) {
      const name = `${String(number).padStart(7, '0')}.answers.${json ? 'json' : 'yaml'}`;
      if (present.has(name)) continue;
      const answers = answersOf(number);
      await writeFile(join(part, name), json ? `${JSON.stringify(answers, null, 2)}\n` : toYaml(answers));
    }
  }
}

async function main() {
  const args = process.argv.slice(2);
  const [first, second] = args.filter((argument) => !argument.startsWith('--'));
  if (args.includes('--ndjson')) {
    process.stdout.on('error', () => process.exit());
    for (let number = 0; number < Number(first ?? 1000); number++) {
      if (!process.stdout.write(`${JSON.stringify(answersOf(number))}\n`)) await once(process.stdout, 'drain');
    }
  } else if (first) await makeLoad(first, Number(second ?? 10_000), args.includes('--json'));
  else console.error('usage: node bench/load.js FOLDER [files] [--json] | --ndjson [assessments]');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
