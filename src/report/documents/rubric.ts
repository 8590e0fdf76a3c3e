import type { Feature, Flag, Question, Rubric, Step } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Block, Detail, Document, Run, Runs, Table } from '../document/blocks.ts';
import { code, emphasis, joined, list, paragraph, plain, section, strong, words } from '../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../document/table.ts';
import { frameOf, principleWords } from '../words/phrases.ts';

/** All that the document of a rubric is made from. */
export interface RubricInput {
  readonly rubric: Rubric;
  readonly digest: string;
}

/** A rubric: every question with its levels; in full with its help and gap too, to read or to answer on paper. */
export function rubricDocument({ rubric, digest }: RubricInput, detail: Detail): Document {
  const { title, version } = rubric;
  return {
    title: `${title} ${version}`,
    ...frameOf(rubric),
    blocks: detail === 'full' ? fullRubric(rubric, digest) : briefRubric(rubric, digest),
  };
}

function fullRubric(rubric: Rubric, digest: string): Block[] {
  const { title, version, notice, id, features, steps } = rubric;
  return [
    { kind: 'heading', level: 1, text: `${title} ${version}` },
    ...(notice ? [paragraph([emphasis(notice)], 'notice')] : []),
    paragraph([code(id), plain(', '), code(digest)], 'ids'),
    ...bandSection(rubric),
    ...features.flatMap((feature, index) => featureSection(feature, index + 1)),
    ...steps.flatMap((step, index) => stepSection(step, index + 1)),
    ...flagSection(rubric),
    ...sourceSection(rubric),
  ];
}

function bandSection({ bands }: Rubric): Block[] {
  const items = bands.map(({ title, from, summary }): Runs[] => [
    [strong(title), plain(` (${phrase('report', 'band-from', { from })})`), ...(summary ? [plain(`: ${summary}`)] : [])],
  ]);
  return [section('bands', phrase('report', 'rubric-bands')), list(items)];
}

function featureSection({ title, summary, questions }: Feature, number: number): Block[] {
  return [
    { kind: 'heading', level: 2, text: title, number },
    ...(summary ? [paragraph(summary, 'about')] : []),
    ...questions.flatMap(questionEntry),
  ];
}

function questionEntry(question: Question): Block[] {
  const { id, text, help, gap } = question;
  return [
    { kind: 'heading', level: 3, text, id },
    paragraph(questionMarks(question), 'ids'),
    ...(help ? [paragraph(help)] : []),
    levelTable(question),
    ...(gap ? [paragraph([emphasis(phrase('report', 'to-close')), plain(` ${gap}`)], 'to-close')] : []),
  ];
}

function questionMarks({ id, principles, weight, critical, when }: Question): Run[] {
  const marks: Run[] = [
    ...(principles.length > 0 ? [plain(principleWords(principles))] : []),
    ...(weight === 1 ? [] : [plain(phrase('report', 'rubric-weight', { weight }))]),
    ...(critical ? [plain(phrase('report', 'critical'))] : []),
    ...(when
      ? [{ text: phrase('report', 'rubric-when', { question: when.question, level: when.atLeast }), to: when.question }]
      : []),
  ];
  return joined([code(id), ...marks], ', ');
}

function levelTable({ text, levels, values }: Question): Table {
  const columns: ColumnOf<number>[] = [
    right(phrase('report', 'table-level'), 8, (level) => words(String(level))),
    left(phrase('report', 'rubric-seen'), 82, (level) => words(levels[level] ?? '')),
    right(phrase('report', 'table-points'), 10, (level) => words(String(values[level]))),
  ];
  return tableOf(text, columns, [...levels.keys()]);
}

function stepSection({ title, summary, questions }: Step, number: number): Block[] {
  return [
    { kind: 'heading', level: 2, text: phrase('report', 'rubric-step', { number, title }) },
    ...(summary ? [paragraph(summary, 'about')] : []),
    list(questions.map(({ id, text, help }) => [[plain(`${text} (`), code(id), plain(')')], ...(help ? [[plain(help)]] : [])])),
  ];
}

function flagSection({ flags }: Rubric): Block[] {
  if (flags.length === 0) return [];
  return [section('flags', phrase('report', 'flags')), ...flags.flatMap(flagEntry)];
}

function flagEntry({ id, text, help, severity }: Flag): Block[] {
  return [
    { kind: 'heading', level: 3, text, id },
    paragraph([code(id), plain(', '), strong(phrase('report', `severity-${severity}`))], 'ids'),
    ...(help ? [paragraph(help)] : []),
  ];
}

function sourceSection({ sources }: Rubric): Block[] {
  if (sources.length === 0) return [];
  const items = sources.map(({ title, year, about }): Runs[] => [
    [plain(`${title}${year ? ` (${year})` : ''}${about ? `: ${about}` : ''}`)],
  ]);
  return [section('sources', phrase('report', 'rubric-sources')), list(items)];
}

function briefRubric({ title, version, notice, features, steps, flags }: Rubric, digest: string): Block[] {
  return [
    { kind: 'heading', level: 1, text: `${title} ${version}` },
    paragraph([{ text: digest, tone: 'dim' }]),
    ...(notice ? [paragraph(notice)] : []),
    ...features.flatMap((feature): Block[] => [
      { kind: 'heading', level: 2, text: `${feature.title} (${feature.id})` },
      ...feature.questions.flatMap(briefQuestion),
    ]),
    ...steps.flatMap((step): Block[] => [
      { kind: 'heading', level: 2, text: `${step.title} (${step.id})` },
      list(step.questions.map(({ id, text }) => [[strong(id)], [plain(text)]])),
    ]),
    ...(flags.length > 0 ? [section('flags', phrase('report', 'flags')), list(flags.map(flagLine))] : []),
  ];
}

function briefQuestion({ id, text, levels, critical, weight }: Question): Block[] {
  const marks = [
    ...(critical ? [phrase('report', 'critical')] : []),
    ...(weight === 1 ? [] : [phrase('report', 'rubric-weight', { weight })]),
  ];
  return [
    paragraph([strong(id), ...(marks.length > 0 ? [plain(`  ${marks.join(', ')}`)] : [])], 'entry'),
    paragraph(text),
    { kind: 'list', start: 0, items: levels.map((level) => [[plain(level)]]) },
  ];
}

function flagLine({ id, text, severity }: Flag): Runs[] {
  return [[strong(id), plain(`  ${phrase('report', `severity-${severity}`)}  ${text}`)]];
}
