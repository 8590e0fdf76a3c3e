import type { Feature, Flag, Question, Rubric, Step } from '../../core/rubric.ts';
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
import { left, right, tableOf } from '../document/table.ts';
import { documentOf, noticeOf, principleWords } from '../words/rubric.ts';

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
    ` (${phrase('report', 'band-from', { from })})`,
    summary && `: ${summary}`,
  ]);
  const sourceItems = sources.map(({ title, year, about }) => [title, year ? ` (${year})` : '', about && `: ${about}`].join(''));
  return [
    noticeOf(rubric),
    paragraph([code(id), ', ', code(digest)], 'ids'),
    section('bands', phrase('report', 'rubric-bands'), list(bandItems)),
    features.map(featureBlocks),
    steps.map(stepBlocks),
    section('flags', phrase('report', 'flags'), flags.map(flagBlocks)),
    section('sources', phrase('report', 'rubric-sources'), list(sourceItems)),
  ];
}

function featureBlocks({ title, summary, questions }: Feature, index: number): Blocks {
  return [heading(2, title, undefined, index + 1), paragraph(summary, 'about'), questions.map(questionBlocks)];
}

function questionBlocks({ id, text, help, gap, levels, values, ...question }: Question): Blocks {
  const columns = [
    right<number>(phrase('report', 'table-level'), 8, String),
    left<number>(phrase('report', 'rubric-seen'), 82, (level) => levels[level]),
    right<number>(phrase('report', 'table-points'), 10, (level) => values[level]),
  ];
  return [
    heading(3, text, id),
    paragraph(joined([code(id), ...marksOf(question)], ', '), 'ids'),
    paragraph(help),
    tableOf(text, columns, [...levels.keys()]),
    gap && paragraph([emphasis(phrase('report', 'to-close')), ` ${gap}`], 'to-close'),
  ];
}

function marksOf({ principles, weight, critical, when }: Pick<Question, 'principles' | 'weight' | 'critical' | 'when'>): Text[] {
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
    paragraph([code(id), ', ', strong(phrase('report', `severity-${severity}`))], 'ids'),
    paragraph(help),
  ];
}

function briefRubric({ notice, features, steps, flags }: Rubric, digest: string): Blocks {
  const flagItems = flags.map(({ id, text, severity }) => [strong(id), `  ${phrase('report', `severity-${severity}`)}  ${text}`]);
  return [
    paragraph(toned(digest, 'dim')),
    paragraph(notice),
    features.map(({ title, id, questions }) => [heading(2, `${title} (${id})`), questions.map(briefQuestion)]),
    steps.map(({ title, id, questions }) => [
      heading(2, `${title} (${id})`),
      listOfLines(questions.map((question) => [strong(question.id), question.text])),
    ]),
    section('flags', phrase('report', 'flags'), list(flagItems)),
  ];
}

function briefQuestion({ id, text, levels, critical, weight }: Question): Blocks {
  const marks = joined(
    [critical && phrase('report', 'critical'), weight !== 1 && phrase('report', 'rubric-weight', { weight })],
    ', ',
  );
  return [paragraph([strong(id), marks.length > 0 && ['  ', marks]], 'entry'), paragraph(text), { ...list(levels), start: 0 }];
}
