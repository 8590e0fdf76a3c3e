// Writes the tables of docs/rubric.md: the questions, the red flags, and the Guiding Principles with what asks about each.
// Run after a change to rubrics/ungps-compass: `node scripts/rubric-page.js`. With --check it only says whether the page is up to date.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { table, updatePage } from './page-blocks.js';

const folder = new URL('../rubrics/ungps-compass/', import.meta.url);
const page = new URL('../docs/rubric.md', import.meta.url);

/** With more questions than this, the table gives their number instead of their ids. */
const listedAtMost = 6;

const read = (path) => parse(readFileSync(new URL(path, folder), 'utf8'));

function readRubric() {
  const { features, steps, principles, conventions } = read('rubric.yaml');
  return {
    principles,
    conventions,
    features: features.map((id) => read(`features/${id}.yaml`)),
    steps: steps.map((id) => read(`steps/${id}.yaml`)),
    flags: read('flags.yaml').flags,
  };
}

/** The tables, by the name of the block that holds each in the page. */
function blocks() {
  const rubric = readRubric();
  return { questions: questionTables(rubric), flags: flagTable(rubric), principles: principleTable(rubric) };
}

function questionTables({ features }) {
  return features
    .map(({ id, title, questions }) => {
      const rows = questions.map((question) => {
        const critical = question.critical ? ' (critical)' : '';
        const { need = {}, marks = [] } = question;
        return [
          `\`${question.id}\`${critical}`,
          question.text,
          question.weight ?? 1,
          `${need[2]}, ${need[3]} of ${marks.length}`,
        ];
      });
      return `### ${title} (\`${id}\`)\n\n${table(['question', 'asks', 'weight', 'marks for levels 2, 3'], rows)}`;
    })
    .join('\n\n');
}

function flagTable({ flags }) {
  return table(
    ['flag', 'severity', 'present if'],
    flags.map(({ id, severity, text }) => [`\`${id}\``, severity, text]),
  );
}

/** Every principle with the questions, red flags and step questions that name it. */
function principleTable({ principles, features, steps, flags }) {
  const rows = Object.entries(principles).map(([number, substance]) => {
    const asks = ({ principles: named = [] }) => named.includes(Number(number));
    const questions = features.flatMap((feature) => feature.questions.filter(asks).map(({ id }) => `\`${id}\``));
    const inSteps = steps.flatMap((step) => step.questions.filter(asks).map(({ id }) => `\`${step.id}.${id}\``));
    const raised = flags.filter(asks).map(({ id }) => `\`${id}\``);
    return [number, substance, questions.join(', ') || '-', listed(raised), listed(inSteps)];
  });
  return table(['GP', 'substance', 'questions', 'red flags', 'step questions'], rows);
}

function listed(ids) {
  return ids.length === 0 ? '-' : ids.length <= listedAtMost ? ids.join(', ') : `${ids.length}`;
}

updatePage(page, blocks());
