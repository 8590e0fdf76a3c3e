import { integersFrom } from './random.js';

/** Texts that spreadsheets, CSV and YAML are known to damage. */
const oddTexts = [
  '=1+1',
  '+49 30 1234',
  '-',
  '@SUM(A1)',
  "'quoted",
  '007',
  '1.10',
  '2-3',
  '2 - not a level',
  'TRUE',
  'null',
  '#REF!',
  'yes: no',
  '- a list\n- of two',
  'first line\n\nthird line',
  'tab\there',
  ' leading and trailing ',
  'trailing line break\n',
  'a "quote", a comma; a semicolon | a bar',
  '<b>&amp; "markup"</b>',
  '_x000D_ and _x0041_',
  'حرية التعبير والخصوصية',
  '表现自由 與 隱私',
  'emoji 🏛️ and 𝒸𝓊𝓇𝓈𝒾𝓋ℯ',
  'non\u00a0breaking\u00a0space',
  'x'.repeat(300),
];

/**
 * A random answers file, as plain data: valid for the rubric, with every field somewhere, and texts that are easily damaged.
 * @param {object} rubric as `compass rubric show --format json` prints it
 * @param {number} seed
 * @param {{ plain?: boolean }} [options] `plain`: texts of ordinary words only
 */
export function randomAnswers(rubric, seed, { plain = false } = {}) {
  const below = integersFrom(seed);
  const chance = (percent) => below(100) < percent;
  const pick = (list) => list[below(list.length)];
  const words = () =>
    Array.from({ length: 1 + below(12) }, () => pick(['the', 'authority', 'shall', 'ensure', 'remedy', 'risk', 'people'])).join(
      ' ',
    );
  const text = () => (plain || chance(60) ? words() : pick(oddTexts));
  const maybe = (percent, key, value) => (chance(percent) ? { [key]: value() } : {});
  const date = () => `20${10 + below(30)}-0${1 + below(9)}-${10 + below(18)}`;
  const piece = (keys) => {
    const found = Object.assign({}, ...keys.map((key) => maybe(60, key, text)));
    return Object.keys(found).length > 0 ? found : { at: `art. ${1 + below(40)}` };
  };
  const evidence = (keys) => maybe(50, 'evidence', () => Array.from({ length: 1 + below(6) }, () => piece(keys)));
  const answer = (question) => {
    const others = {
      ...maybe(15, 'elsewhere', () => ({
        level: below(question.levels.length),
        ...maybe(60, 'law', text),
        ...maybe(40, 'at', text),
        ...maybe(20, 'note', text),
      })),
      ...maybe(50, 'rationale', text),
      ...evidence(['at', 'quote', 'note']),
      ...maybe(40, 'confidence', () => pick(['low', 'medium', 'high'])),
      ...maybe(20, 'owner', text),
      ...maybe(20, 'due', date),
      ...maybe(10, 'review', text),
      ...maybe(5, 'dissent', () => [{ reviewer: 'B', level: 0, rationale: text() }]),
      ...maybe(3, 'was', () => ({ level: 1, note: text() })),
    };
    if (chance(8)) return { notApplicable: text(), ...others };
    if (chance(5)) return Object.keys(others).length > 0 ? others : 0;
    const marks = question.marks && chance(80) ? question.marks.map(({ id }) => id).filter(() => chance(50)) : undefined;
    const level = levelFor(question, marks, below(question.levels.length));
    const entry = { level, ...(marks && { marks }), ...others };
    return Object.keys(entry).length === 1 ? level : entry;
  };
  const some = (list, percent, make) =>
    Object.fromEntries(list.filter(() => chance(percent)).map((each) => [each.id, make(each)]));
  const filled = 5 + below(95);
  const file = {
    format: 'compass-answers/1',
    rubric: { id: rubric.id, version: rubric.version },
    draft: {
      title: words(),
      ...maybe(50, 'jurisdiction', text),
      ...maybe(50, 'version', text),
      ...maybe(50, 'date', date),
      ...maybe(20, 'note', text),
    },
    reviewer: { name: `Reviewer ${seed}`, ...maybe(50, 'organisation', text) },
    answers: some(
      rubric.features.flatMap(({ questions }) => questions),
      filled,
      answer,
    ),
    features: some(rubric.features, 3, () => ({ notApplicable: text() })),
    steps: some(
      rubric.steps.flatMap(({ questions }) => questions),
      filled,
      () => ({
        ...maybe(90, 'status', () => pick(['addressed', 'partly', 'missing'])),
        ...maybe(50, 'notes', text),
        ...evidence(['document', 'at', 'quote', 'note']),
        review: words(),
      }),
    ),
    flags: some(rubric.flags, filled, () => ({
      present: chance(50),
      ...maybe(50, 'rationale', text),
      ...evidence(['at', 'quote', 'note']),
    })),
  };
  return Object.fromEntries(Object.entries(file).filter(([, value]) => Object.keys(value).length > 0));
}

/** The highest level up to `wanted` for which the ticked marks are enough. */
function levelFor({ need = {}, marks: all = [] }, ticked, wanted) {
  if (!ticked) return wanted;
  const fits = (level) =>
    ticked.length >= (need[level] ?? 0) && all.every(({ id, from = Infinity }) => from > level || ticked.includes(id));
  let level = wanted;
  while (level > 0 && !fits(level)) level--;
  return level;
}
