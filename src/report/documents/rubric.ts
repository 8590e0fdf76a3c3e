import type { Cap, Feature, Flag, Mark, Question, Rubric, Step } from '../../core/rubric.ts';
import { after, aside, inSentences, sentence, withColon } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Detail, Document } from '../document/blocks.ts';
import {
  type Blocks,
  code,
  emphasis,
  heading,
  joined,
  list,
  listOfLines,
  paragraph,
  section,
  strong,
  type Text,
  toned,
} from '../document/build.ts';
import { filled, left, right, tableOf } from '../document/table.ts';
import { conventionList, documentOf, noticeOf, principleWords } from '../words/rubric.ts';
import { bandTitle } from '../words/score.ts';

/** All that the document of a rubric is made from. */
export interface RubricInput {
  readonly rubric: Rubric;
  readonly digest: string;
}

/** A rubric: every question with its levels; in full with its help and gap too, to read or to answer on paper. */
export function rubricDocument({ rubric, digest }: RubricInput, detail: Detail): Document {
  const title = `${rubric.title} ${rubric.version}`;
  const blocks = detail === 'full' ? fullRubric(rubric, digest) : briefRubric(rubric, digest);
  return documentOf(rubric, title, { blocks: [heading(1, title), blocks] });
}

function fullRubric(rubric: Rubric, digest: string): Blocks {
  const { id, features, steps, bands, flags, sources } = rubric;
  const bandItems = bands.map(({ title, from, summary }) => [
    strong(title),
    aside(phrase('report', 'band-from', { from })),
    summary && `${phrase('values', 'label-separator')}${summary}`,
  ]);
  const sourceItems = sources.map(({ title, year, about }) => withColon(`${title}${year ? aside(String(year)) : ''}`, about));
  return [
    noticeOf(rubric),
    paragraph([code(id), phrase('values', 'list-separator'), code(digest)], 'ids'),
    section('bands', phrase('report', 'rubric-bands'), list(bandItems)),
    section('caps', phrase('report', 'rubric-caps'), list(capItems(rubric))),
    section('conventions', phrase('report', 'rubric-conventions'), conventionList(rubric)),
    features.map(featureBlocks),
    steps.map(stepBlocks),
    section('flags', phrase('report', 'flags'), flags.map(flagBlocks)),
    section('sources', phrase('report', 'rubric-sources'), list(sourceItems)),
  ];
}

/** The caps, each in a sentence. */
function capItems(rubric: Rubric): string[] {
  return rubric.caps.map(({ when, band, atLeast = 1 }: Cap) =>
    phrase('report', `rubric-cap-${when}`, { band: bandTitle(rubric, band), n: atLeast }),
  );
}

function featureBlocks({ title, summary, questions }: Feature, index: number): Blocks {
  return [heading(2, title, undefined, `${index + 1}.`), paragraph(summary, 'about'), questions.map(questionBlocks)];
}

function questionBlocks(whole: Question): Blocks {
  const { id, text, help, gap, levels, values, ...question } = whole;
  const columns = [
    right<number>(phrase('report', 'table-level'), 8, String),
    left<number>(phrase('report', 'rubric-seen'), 82, (level) => levels[level]),
    right<number>(phrase('report', 'table-points'), 10, (level) => values[level]),
  ];
  return [
    heading(3, text, id),
    paragraph(joined([code(id), ...traitsOf(question)], phrase('values', 'list-separator')), 'ids'),
    paragraph(help),
    tableOf(text, columns, [...levels.keys()]),
    markTable(whole),
    gap && paragraph([emphasis(phrase('report', 'to-close')), after(phrase('report', 'to-close'), gap)], 'to-close'),
  ];
}

/** The marks of a question, what each is worth writing for, and how many of them a level needs. */
function markTable({ marks = [], ...question }: Question): Blocks {
  const columns = [
    left<Mark>(phrase('report', 'rubric-marks'), 40, ({ id, text }) => [`${text} (`, code(id), ')']),
    right<Mark>(phrase('report', 'rubric-mark-from'), 10, ({ from }) => from),
    left<Mark>(phrase('report', 'table-write'), 50, ({ gap }) => gap),
  ];
  return (
    marks.length > 0 && [
      tableOf(phrase('report', 'rubric-marks'), filled(columns, marks), marks),
      paragraph(needSentences({ marks, ...question })),
    ]
  );
}

/** How many marks each level needs, in a sentence for each level. */
function needSentences({ marks = [], need = {} }: Pick<Question, 'marks' | 'need'>): string {
  const needs = Object.entries(need).map(([level, least]) =>
    phrase('report', 'rubric-need', { level, need: least, n: marks.length }),
  );
  return inSentences(needs);
}

function traitsOf({ principles, weight, critical, when }: Pick<Question, 'principles' | 'weight' | 'critical' | 'when'>): Text[] {
  return [
    principles.length > 0 && principleWords(principles),
    weight !== 1 && phrase('report', 'rubric-weight', { weight }),
    critical && phrase('report', 'critical'),
    when && { text: phrase('report', 'rubric-when', { question: when.question, level: when.atLeast }), to: when.question },
  ];
}

function stepBlocks({ title, summary, questions }: Step, index: number): Blocks {
  return [
    heading(2, phrase('report', 'rubric-step', { number: index + 1, title })),
    paragraph(summary, 'about'),
    listOfLines(questions.map(({ id, text, help }) => [[`${text} (`, code(id), ')'], help])),
  ];
}

function flagBlocks({ id, text, help, severity }: Flag): Blocks {
  return [
    heading(3, text, id),
    paragraph([code(id), phrase('values', 'list-separator'), strong(phrase('report', `severity-${severity}`))], 'ids'),
    paragraph(help),
  ];
}

function briefRubric(rubric: Rubric, digest: string): Blocks {
  const { notice, features, steps, flags } = rubric;
  const flagItems = flags.map(({ id, text, severity }) => [strong(id), `  ${phrase('report', `severity-${severity}`)}  ${text}`]);
  return [
    paragraph(toned(digest, 'dim')),
    paragraph(notice),
    section('conventions', phrase('report', 'rubric-conventions'), conventionList(rubric)),
    features.map(({ title, id, questions }) => [heading(2, `${title} (${id})`), questions.map(briefQuestion)]),
    steps.map(({ title, id, questions }) => [
      heading(2, `${title} (${id})`),
      listOfLines(questions.map((question) => [strong(question.id), question.text])),
    ]),
    section('flags', phrase('report', 'flags'), list(flagItems)),
    section('caps', phrase('report', 'rubric-caps'), list(capItems(rubric))),
  ];
}

function briefQuestion(question: Question): Blocks {
  const { id, text, levels, critical, weight, marks = [] } = question;
  const traits = joined(
    [critical && phrase('report', 'critical'), weight !== 1 && phrase('report', 'rubric-weight', { weight })],
    phrase('values', 'list-separator'),
  );
  const markItems = marks.map((mark) => [
    strong(mark.id),
    `  ${mark.text}`,
    mark.from !== undefined && aside(phrase('report', 'rubric-mark-from-short', { level: mark.from })),
  ]);
  return [
    paragraph([strong(id), traits.length > 0 && ['  ', traits]], 'entry'),
    paragraph(text),
    { ...list(levels), start: 0 },
    marks.length > 0 && [
      paragraph(inSentences([sentence(phrase('report', 'rubric-marks')), needSentences(question)])),
      list(markItems),
    ],
  ];
}
