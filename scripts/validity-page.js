// Writes the tables of docs/validity.md from the answers files of test/validity and examples. Run after a change to these files or to
// rubrics/ungps-compass: `npm run build && node scripts/validity-page.js`. With --check it only says whether the page is up to date.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { table, updatePage } from './page-blocks.js';

const root = new URL('..', import.meta.url);
const folder = (path) => new URL(`test/validity/${path}/`, root);
const compassPath = fileURLToPath(new URL('bin/compass.js', root));

/** Pairs of questions whose levels correlate more than this are listed. */
const closePair = 0.9;

const names = {
  lgpd: 'Brazil, Lei 13.709/2018 (data protection)',
  lcen: 'France, Loi 2004-575 (digital economy)',
  psti: 'United Kingdom, PSTI Act 2022 (product security)',
  'eu-dsa': 'EU, Regulation 2022/2065 (Digital Services Act)',
  'eu-csddd': 'EU, Directive 2024/1760 (due diligence)',
  'eu-ai-act': 'EU, Regulation 2024/1689 (AI Act)',
  bill: 'The example bill, first reading',
  'bill-v2': 'The example bill, second reading',
};

const capWords = {
  'critical-at-zero': 'critical questions at 0',
  'severe-flag': 'severe red flags',
  'serious-flags': 'serious red flags',
};

const compass = (...args) => JSON.parse(execFileSync(process.execPath, [compassPath, ...args, '--format', 'json'], options));
const options = { cwd: fileURLToPath(root), encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] };

const filesIn = (url) =>
  readdirSync(url)
    .filter((name) => name.endsWith('.answers.yaml'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, url)));

/** The panels of independent readers, one for each law. */
function panels() {
  return Object.keys(names)
    .filter((law) => existsSync(folder(`laws/${law}`)))
    .map((law) => ({ law, panel: compass('panel', ...filesIn(folder(`laws/${law}`))) }));
}

const showPercent = (value) => value.toFixed(1);
const showAlpha = (value) => (value === null ? 'no variation' : value.toFixed(2));

function agreementTable(all) {
  const rows = all.map(({ law, panel }) => {
    const { percent, alpha, marks } = panel.agreement.overall;
    return [
      names[law],
      panel.reviewers,
      showPercent(percent),
      showAlpha(alpha.ordinal),
      showPercent(marks.percent),
      showAlpha(marks.alpha),
    ];
  });
  return table(['law', 'readers', 'equal levels, %', 'ordinal alpha', 'equal marks, %', 'nominal alpha of marks'], rows);
}

/** The questions on which the readers of a law differ most. */
function splitTable(all) {
  const rows = all.flatMap(({ law, panel }) =>
    panel.agreement.questions
      .filter(({ spread, mixed }) => spread > 1 || mixed)
      .map(({ id, levels }) => [names[law], `\`${id}\``, levels.map((level) => level ?? 'n/a').join(', ')]),
  );
  return rows.length === 0 ? 'None.' : table(['law', 'question', 'levels'], rows);
}

function actTable(acts) {
  const { bands } = compass('rubric', 'show');
  const titleOf = (band) => bands.find(({ id }) => id === band)?.title;
  const rows = acts
    .toSorted((one, other) => other.score - one.score)
    .map(({ draft, score, band, caps, flags }) => {
      return [
        draft.title,
        score.toFixed(1),
        titleOf(band),
        caps.map(({ when }) => capWords[when]).join(', ') || '-',
        flags.length,
      ];
    });
  return table(['act', 'score', 'band', 'caps', 'red flags'], rows);
}

/** What each question moves over its whole range, on a sheet where all questions apply. */
function swingTable() {
  const { features } = compass('rubric', 'show');
  const rows = features.map(({ id, questions }) => {
    const sum = questions.reduce((total, { weight }) => total + weight, 0);
    const points = (weight) => ((100 * weight) / sum / features.length).toFixed(2);
    const double = questions.filter(({ weight }) => weight === 2).map((question) => `\`${question.id.split('.')[1]}\``);
    return [`\`${id}\``, points(1), double.length === 0 ? '-' : `${points(2)} (${double.join(', ')})`];
  });
  return table(['feature', 'points of a question of weight 1', 'of weight 2'], rows);
}

/** For each law one list of levels by question: the settled answers, or the median of the readers. */
function levelsOfLaws(all, acts) {
  const levelOf = ({ level, state }) => (state === 'scored' ? level : undefined);
  const { assessments } = compass('score', ...filesIn(new URL('examples/', root)));
  const settled = [...assessments, ...acts].map(
    ({ questions }) => new Map(questions.map((question) => [question.id, levelOf(question)])),
  );
  const read = all
    .filter(({ law }) => !existsSync(new URL(`examples/${law}.answers.yaml`, root)))
    .map(({ panel }) => new Map(panel.agreement.questions.map(({ id, levels }) => [id, median(levels)])));
  return [...settled, ...read];
}

function median(levels) {
  const ranked = levels.filter((level) => level !== null).toSorted((one, other) => one - other);
  return ranked[Math.floor((ranked.length - 1) / 2)];
}

/** Pearson's correlation of the levels of two questions over the laws that have both, and their number. */
function correlation(laws, first, second) {
  const pairs = laws
    .map((levels) => [levels.get(first), levels.get(second)])
    .filter((pair) => pair.every((level) => level !== undefined));
  const mean = (side) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [meanFirst, meanSecond] = [mean(0), mean(1)];
  const sumOf = (product) => pairs.reduce((sum, [one, other]) => sum + product(one - meanFirst, other - meanSecond), 0);
  const r = sumOf((x, y) => x * y) / Math.sqrt(sumOf((x) => x * x) * sumOf((_, y) => y * y));
  return { r, n: pairs.length };
}

function closePairTable(all, acts) {
  const laws = levelsOfLaws(all, acts);
  const ids = [...laws[0].keys()];
  const pairs = ids.flatMap((first, index) =>
    ids.slice(index + 1).map((second) => ({ first, second, ...correlation(laws, first, second) })),
  );
  const close = pairs.filter(({ r }) => r > closePair).toSorted((one, other) => other.r - one.r);
  const rows = close.map(({ first, second, r, n }) => [`\`${first}\``, `\`${second}\``, r.toFixed(2), n]);
  const counted = `${laws.length} laws, ${pairs.length} pairs, ${rows.length} above ${closePair}.`;
  return rows.length === 0 ? counted : `${counted}\n\n${table(['question', 'question', 'correlation', 'laws'], rows)}`;
}

const all = panels();
const acts = compass('score', ...filesIn(folder('acts'))).assessments;
updatePage(new URL('docs/validity.md', root), {
  agreement: agreementTable(all),
  splits: splitTable(all),
  acts: actTable(acts),
  swings: swingTable(),
  pairs: closePairTable(all, acts),
});
