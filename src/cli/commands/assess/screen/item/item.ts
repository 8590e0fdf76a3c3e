import { highestLevel } from '../../../../../core/marks.ts';
import type { Question } from '../../../../../core/rubric.ts';
import { answerOf, evidenceOf } from '../../../../../interview/entries.ts';
import { pageOf } from '../../../../../interview/item/evidence.ts';
import { keptAnswer, statuses } from '../../../../../interview/item/item.ts';
import { proposalFor, shortfallArgs } from '../../../../../interview/item/marks.ts';
import { doubtOf } from '../../../../../interview/item/quotes.ts';
import { sceneOf } from '../../../../../interview/machine.ts';
import { textOf } from '../../../../../interview/plan.ts';
import type { Scene, Stage, State } from '../../../../../interview/state.ts';
import { phrase } from '../../../../../messages/phrases.ts';
import { clipped, labelled, oneLine, paragraph } from '../lines.ts';
import { rank, type Section } from '../sections.ts';
import type { View } from '../view.ts';
import {
  answerSection,
  evidenceCount,
  evidenceSection,
  marksSection,
  pieceLine,
  pieceWords,
  reviewSection,
  tickedLine,
} from './answer.ts';
import { header } from './header.ts';
import { casesSection } from './not-applicable.ts';
import { doubtLines, passageList, passagePreview } from './passages.ts';

/** What is above the prompt while an item is asked, at any stage. */
export function itemSections(view: View, { visit, stage }: Extract<State, { at: 'item' }>, width: number): Section[] {
  const scene = sceneOf(view, view.assessment, visit);
  if (!scene) return [];
  return [header(view, visit, width), textSection(view, scene, width), ...stageSections(view, scene, stage, width)];
}

function stageSections(view: View, scene: Scene, stage: Stage, width: number): Section[] {
  const { guide, ask } = view;
  const evidence = evidenceSection(scene, ask, width, stage.is === 'evidence');
  switch (stage.is) {
    case 'marks':
      return markStage(scene, stage, width);
    case 'not-applicable':
      return [casesSection(scene, width), answerSection(scene, width), reviewSection(scene, width)];
    case 'reasons':
    case 'editing':
      return [chosenSection(scene, width), evidence, reviewSection(scene, width), preview(view, scene, width)];
    case 'finish': {
      const none = { lines: [phrase('interview', 'evidence-none')] };
      return [
        chosenSection(scene, width),
        reasonsOnly(scene, width),
        evidence.lines.length > 0 ? evidence : none,
        preview(view, scene, width),
      ];
    }
    case 'passages':
    case 'open-passage':
      return guide ? [evidenceHint(scene, width), passageList(guide, pageOf(stage), width)] : [];
    case 'find-words':
    case 'provision':
    case 'evidence':
      return [evidence];
    case 'quote':
    case 'piece': {
      const doubt = stage.is === 'piece' ? doubtOf(scene, stage.piece) : undefined;
      const piece = evidenceOf(scene.assessment, scene.item)[stage.piece] ?? {};
      return [
        // What is wrong with a quote is shown together with its words.
        { lines: doubt && !piece.at ? [] : labelled('-', doubt ? (piece.at ?? '') : pieceWords(scene, piece), width) },
        { lines: doubt ? doubtLines(doubt, piece, width, view.style) : [] },
      ];
    }
    case 'doubt': {
      const doubt = doubtOf(scene, stage.piece);
      const piece = evidenceOf(scene.assessment, scene.item)[stage.piece] ?? {};
      return [{ lines: doubt ? doubtLines(doubt, piece, width, view.style) : [] }];
    }
    default:
      return answerStage(view, scene, width);
  }
}

function answerStage(view: View, scene: Scene, width: number): Section[] {
  const question = questionOf(scene);
  const { marks } = answerOf(scene.assessment, scene.item.id);
  return [
    levelsSection(scene, width),
    question ? marksSection(question, marks, width, view.ask) : { lines: [] },
    answerSection(scene, width),
    evidenceSection(scene, view.ask, width),
    reviewSection(scene, width),
    preview(view, scene, width),
  ];
}

/** The marks with their ticks, what they allow, and the level that Enter takes. */
function markStage(scene: Scene, stage: Extract<Stage, { is: 'marks' }>, width: number): Section[] {
  const question = questionOf(scene);
  if (!question) return [];
  const { level, highest, lacks } = proposalFor(question, stage);
  const say = (text: string): string[] => paragraph(text, width);
  const allowed =
    lacks && stage.level !== null
      ? [
          ...say(phrase('interview', shortfallKey(question, lacks), shortfallArgs(question, stage.level, lacks))),
          ...say(phrase('interview', 'shortfall-then', { level: highest })),
        ]
      : stage.level === null
        ? say(phrase('interview', 'allowed', { highest }))
        : say(phrase('interview', allowedKey(stage, level, highest), { level, highest }));
  const none = stage.ticked.length === 0 && highest > 0 ? say(phrase('interview', 'allowed-none', { highest })) : [];
  const marks = marksSection(question, stage.ticked, width);
  // The list that is asked about never becomes a hint, and is shortened only after everything else.
  const lines = marks.shorter?.find((version) => version.rank === rank.marksToLines)?.lines ?? [];
  return [
    levelsSection(scene, width, level),
    { ...marks, shorter: [{ rank: rank.levelsToOne, lines }] },
    { lines: [...allowed, ...none] },
  ];
}

function allowedKey(
  { ticked }: Extract<Stage, { is: 'marks' }>,
  level: number,
  highest: number,
): 'allowed-more' | 'allowed-chosen' | 'allowed-no-tick' {
  if (level < highest) return 'allowed-more';
  return ticked.length === 0 ? 'allowed-no-tick' : 'allowed-chosen';
}

type Lacks = NonNullable<ReturnType<typeof proposalFor>['lacks']>;

function shortfallKey(
  { marks = [] }: Question,
  { need, required }: Lacks,
): 'shortfall-all' | 'shortfall-some' | 'shortfall-required' {
  if (required) return 'shortfall-required';
  return need === marks.length ? 'shortfall-all' : 'shortfall-some';
}

/** The text of the item, which never becomes shorter. */
function textSection({ style }: View, scene: Scene, width: number): Section {
  const question = questionOf(scene);
  const text = paragraph(textOf(scene.questionnaire.prepared, scene.item), width).map((line) => style.bold(line));
  return { lines: [...text, ...(question?.critical ? paragraph(phrase('interview', 'critical'), width) : [])] };
}

/**
 * The levels or answers, each with its number.
 * @param named the one that stays where there is room for one only
 */
function levelsSection(scene: Scene, width: number, named?: number): Section {
  const texts = levelTexts(scene);
  const one = named === undefined ? undefined : texts[named];
  // Where a number ticks a mark, that of a level is called one.
  const label = (level: number): string =>
    named === undefined ? String(level) : phrase('interview', 'dissent-level', { level });
  const oneLevel = (text: string, level: number): string => oneLine(`  ${label(level)}  ${text}`, width);
  const shorter =
    named === undefined || one === undefined
      ? [
          {
            rank: rank.levelsToTwoLines,
            lines: texts.flatMap((text, level) => clipped(labelled(label(level), text, width), 2, width)),
          },
          { rank: rank.levelsToLines, lines: texts.map(oneLevel) },
        ]
      : [
          { rank: rank.passagesToLines, lines: labelled(label(named ?? 0), one, width) },
          { rank: rank.levelsToLines, lines: [oneLevel(one, named)] },
        ];
  return { lines: texts.flatMap((text, level) => labelled(label(level), text, width)), shorter };
}

/** What the numbers of an item's answer stand for, from 0. */
export function levelTexts(scene: Scene): readonly string[] {
  switch (scene.item.kind) {
    case 'question':
      return questionOf(scene)?.levels ?? [];
    case 'guiding':
      return statuses.map((status) => phrase('interview', status));
    case 'flag':
      return [phrase('interview', 'not-present'), phrase('interview', 'present')];
  }
}

/** The level that was chosen, in full, and the marks that were ticked. */
function chosenSection(scene: Scene, width: number): Section {
  const question = questionOf(scene);
  const answer = answerOf(scene.assessment, scene.item.id);
  const kept = keptAnswer(scene);
  if (!question || answer.level === null)
    return { lines: kept === undefined ? [] : paragraph(phrase('interview', 'answered-now', { answer: kept }), width) };
  const text = phrase('interview', 'level-now', { level: answer.level, text: question.levels[answer.level] ?? '' });
  const allowed = answer.level === 0 && answer.marks && answer.marks.length > 0 ? highestLevel(question, answer.marks) : 0;
  const contradiction = allowed > 0 ? paragraph(phrase('report', 'marks-allow', { level: allowed }), width) : [];
  const ticks = [...tickedLine(question, answer), ...contradiction];
  return {
    lines: [...paragraph(text, width), ...ticks],
    shorter: [{ rank: rank.levelsToLines, lines: [oneLine(text, width), ...ticks] }],
  };
}

/** The reasons without the answer, which is above them. */
function reasonsOnly(scene: Scene, width: number): Section {
  const { rationale } = answerOf(scene.assessment, scene.item.id);
  const flag = scene.assessment.flags.get(scene.item.id)?.rationale;
  const text = rationale ?? flag;
  if (!text) return { lines: [] };
  const said = phrase('interview', 'answered-reason', { text });
  return { lines: paragraph(said, width), shorter: [{ rank: rank.answerToLine, lines: [oneLine(said, width)] }] };
}

function evidenceHint(scene: Scene, width: number): Section {
  const pieces = evidenceOf(scene.assessment, scene.item);
  if (pieces.length === 0) return { lines: [] };
  const lines = pieces.map((piece) => oneLine(`  -  ${pieceLine(scene, piece)}`, width));
  const hint = oneLine(evidenceCount(scene, pieces), width);
  return { lines: [phrase('interview', 'evidence'), ...lines], shorter: [{ rank: rank.evidenceToLines, lines: [hint] }] };
}

/** Passages that may answer the item; none at the lowest level, where there is nothing to show. */
function preview({ guide, ask }: View, scene: Scene, width: number): Section {
  const { assessment, item } = scene;
  if (!guide || item.kind === 'guiding' || answerOf(assessment, item.id).level === 0) return { lines: [] };
  return passagePreview(guide, item.id, ask, width);
}

function questionOf({ questionnaire, item }: Scene): Question | undefined {
  return questionnaire.prepared.questions.get(item.id)?.question;
}
