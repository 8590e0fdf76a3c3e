import type { Answer, Dissent, Evidence, FlagAnswer, StepAnswer } from '../../../../core/answers.ts';
import { entryOf } from '../../../../interview/entries.ts';
import type { Item } from '../../../../interview/plan.ts';
import type { Notice } from '../../../../interview/state.ts';
import { listed } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { visible, wrapped } from '../../../../text/plain-text.ts';
import type { Interview } from '../interview.ts';
import { describe } from './answer.ts';
import { conventionsScreen, header, helpScreen, plainScreen, questionScreen } from './item.ts';
import { marksLine, shortfallText } from './marks.ts';
import { passageList, passagePreview, quoteRemark, wholeProvision } from './passages.ts';

/** A notice of the interview as a terminal shows it; empty if there is nothing to show. */
export function noticeText(interview: Interview, notice: Notice): string {
  const { prompter, guide } = interview;
  const width = prompter.width();
  const line = (text: string, indent = 0): string => `${wrapped(visible(text), width, indent)}\n`;
  const question = 'item' in notice ? interview.prepared.questions.get(notice.item.id)?.question : undefined;
  switch (notice.kind) {
    case 'item':
      return header(interview, notice.item, notice.part) + itemText(interview, notice.item);
    case 'now':
      return nowText(interview, notice.item, line);
    case 'help':
      return helpText(interview, notice.item);
    case 'conventions':
      return conventionsScreen(interview.prepared.rubric.conventions ?? [], width);
    case 'marks':
      return question ? marksLine(question, width) : '';
    case 'wrong-tick':
      return line(phrase('interview', 'wrong-tick', notice));
    case 'shortfall':
      return question ? line(shortfallText(question, notice)) : '';
    case 'evidence':
      return notice.evidence.map((piece) => evidenceLine(piece, line)).join('');
    case 'passages':
      return guide ? passageList(guide, notice.hits, width) : '';
    case 'provision':
      return guide ? wholeProvision(guide, notice.hit, width) : '';
    case 'taken':
      return line(phrase('interview', 'taken', { at: notice.at }));
    case 'typed-quote': {
      const remark = guide && quoteRemark(guide, notice.evidence);
      return remark ? line(remark) : '';
    }
    case 'part-done':
      return `\n${phrase('interview', 'part-done', { title: notice.title })}\n\n`;
    case 'blank-line':
      return '\n';
  }
}

type Line = (text: string, indent?: number) => string;

function itemText(interview: Interview, item: Item): string {
  const { prompter, prepared, guide, store } = interview;
  const width = prompter.width();
  const question = prepared.questions.get(item.id)?.question;
  const plain = prepared.guidingQuestions.get(item.id) ?? prepared.flags.get(item.id);
  const text = question ? questionScreen(question, width) : plain ? plainScreen(plain, width) : '';
  const passages = guide && item.kind !== 'guiding' ? passagePreview(guide, item.id, width) : '';
  return text + passages + reviewText(entryOf(store.assessment(), item), width);
}

function nowText({ store }: Interview, item: Item, line: Line): string {
  const entry = entryOf(store.assessment(), item);
  const answer =
    'status' in entry
      ? (entry.status ?? '')
      : 'present' in entry
        ? phrase('interview', entry.present ? 'present' : 'not-present')
        : describe(entry);
  return answer === '' ? '' : line(phrase('interview', 'answered-now', { answer }));
}

function helpText({ prompter, prepared }: Interview, { id }: Item): string {
  const entry = prepared.questions.get(id)?.question ?? prepared.guidingQuestions.get(id) ?? prepared.flags.get(id);
  return entry ? helpScreen(entry, prepared.rubric.principles, prompter.width()) : '';
}

function evidenceLine({ at, quote }: Evidence, line: Line): string {
  const words = [at, quote && `"${quote}"`].filter(Boolean).join(': ');
  return words ? line(words, 2) : '';
}

/** Why an answer is marked for review, what its evidence was, and what a panel's reviewers made of it. */
function reviewText(entry: Answer | FlagAnswer | StepAnswer, width: number): string {
  const line = (text: string, indent = 0): string => wrapped(visible(text), width, indent);
  const dissent = entry.dissent
    ? `${[phrase('interview', 'dissent'), ...entry.dissent.map((each) => line(dissentLine(each), 2))].join('\n')}\n\n`
    : '';
  if (entry.review === undefined) return dissent;
  const was = ('evidence' in entry ? entry.evidence : []).map(formerWords).filter((words) => words !== '');
  const lines = [
    line(phrase('interview', 'to-review', { because: entry.review })),
    ...was.map((words) => line(phrase('interview', 'evidence-was', { words }), 2)),
  ];
  return `${dissent}${lines.join('\n')}\n`;
}

/** What a piece of evidence was before the draft changed. */
function formerWords({ was }: Evidence): string {
  const { at, quote } = (was ?? {}) as { at?: unknown; quote?: unknown };
  return [at, quote === undefined ? undefined : `"${quote}"`].filter((part) => part !== undefined).join(': ');
}

/** A view of a reviewer in a line. */
function dissentLine({ reviewer, level, marks, notApplicable, present, status, rationale }: Dissent): string {
  const view =
    level !== undefined
      ? listed(
          [
            phrase('interview', 'dissent-level', { level }),
            marks && phrase('interview', 'dissent-marks', { marks: listed(marks) || '-' }),
          ].filter(Boolean),
        )
      : notApplicable !== undefined
        ? `${phrase('interview', 'not-applicable')}: ${notApplicable}`
        : present !== undefined
          ? phrase('interview', present ? 'present' : 'not-present')
          : (status ?? '');
  return [reviewer, view, rationale].filter((part) => part !== undefined && part !== '').join(': ');
}
