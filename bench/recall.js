// Measures how often `compass evidence find` has a correct provision among the first three, five and ten hits. The correct provisions
// are in bench/gold/, and for the invented laws in other languages beside their texts in test/draft/search/gold/.
//   node bench/recall.js [--misses] [folder with the laws' texts, with the file names of bench/gold/]
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const shown = process.argv.includes('--misses');
const laws = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
const cuts = [3, 5, 10];
const totals = { n: 0, hits: cuts.map(() => 0) };

const files = ['bench/gold', 'test/draft/search/gold'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => `${root}${folder}/${file}`),
);
for (const file of files) {
  const name = basename(file, '.yaml');
  const law = laws && readdirSync(laws).find((file) => file.startsWith(`${name}.`));
  const draft = [file.replace(/yaml$/, 'txt'), `${root}examples/${name}.md`, law && `${laws}/${law}`].find(
    (path) => path && existsSync(path),
  );
  if (!draft) {
    console.log(`${name.padEnd(12)} (no text)`);
    continue;
  }
  const gold = parse(readFileSync(file, 'utf8'));
  const output = execFileSync(
    process.execPath,
    [`${root}bin/compass.js`, 'evidence', 'find', '--all', '--limit', '10', '--format', 'json', '--draft', draft],
    { maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const found = new Map(
    JSON.parse(output).results.map(({ question, hits }) => [question, hits.map(({ label }) => unitOf(label))]),
  );
  const entries = Object.entries(gold);
  const ranks = entries.map(([question, correct]) => {
    const rank = (found.get(question) ?? []).findIndex((label) => correct.includes(label));
    return rank === -1 ? Number.POSITIVE_INFINITY : rank;
  });
  const hits = cuts.map((cut) => ranks.filter((rank) => rank < cut).length);
  report(name, entries.length, hits);
  totals.n += entries.length;
  for (const [index, count] of hits.entries()) totals.hits[index] += count;
  if (shown) {
    for (const [index, [question, correct]] of entries.entries()) {
      const rank = ranks[index];
      if (rank < 5) continue;
      const at = Number.isFinite(rank) ? `at ${rank + 1}` : 'not found';
      console.log(`    ${question}: ${correct.join(', ')} ${at}; first: ${found.get(question)?.slice(0, 5).join(', ')}`);
    }
  }
}
report('all', totals.n, totals.hits);

function report(name, n, hits) {
  const shares = hits.map((count, index) => `${cuts[index]}: ${((100 * count) / n).toFixed(1).padStart(5)} %`);
  console.log(`${name.padEnd(12)} ${String(n).padStart(3)} questions   correct one among the first ${shares.join('   ')}`);
}

/** The article or annex that contains a provision: `art. 14` for `art. 14(2)(b)`. */
function unitOf(label) {
  return label.replace(/,.*$/, '').replace(/\(.*$/, '');
}
