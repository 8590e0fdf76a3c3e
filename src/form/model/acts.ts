import type { Assessment } from '../../core/answers.ts';
import type { Question } from '../../core/rubric.ts';
import * as edit from '../../interview/changes.ts';
import { answerOf, type Change, changed, entryOf, withEvidence, withReview } from '../../interview/entries.ts';
import { decided, shownChoice, ticked, type Wish, withoutPending } from './pending.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

type ChangeOf = (assessment: Assessment) => Change;

type ChoiceActs = Pick<Session, 'chooseLevel' | 'tick' | 'leaveMarksOpen' | 'setNotApplicable' | 'clear'>;

/** The acts that answer a question, or take the answer back. Each ends a choice that waits. */
export function choiceActs(store: Store): ChoiceActs {
  const make = (id: string, changeOf: ChangeOf, act = ''): void => {
    const { assessment, pending } = store.work;
    store.act({ assessment: changed(assessment, [changeOf(assessment)]), pending: withoutPending(pending, id) }, act);
  };
  const wish = (id: string, wishOf: (shown: Wish, question: Question) => Wish): void => {
    const { assessment, pending } = store.work;
    const question = store.prepared.questions.get(id)?.question;
    if (!question) return;
    const decision = decided(assessment, question, wishOf(shownChoice(assessment, id, pending.get(id)), question));
    if ('pending' in decision) store.act({ pending: new Map([...pending, [id, decision.pending]]) }, '');
    else make(id, () => decision.change);
  };
  return {
    chooseLevel: (id, level) => wish(id, ({ marks }) => ({ level, marks })),
    tick: (id, mark, isTicked) =>
      wish(id, ({ level, marks = [] }, question) => ({ level, marks: ticked(question, marks, mark, isTicked) })),
    leaveMarksOpen: (id) => wish(id, ({ level }) => ({ level, marks: undefined })),
    setNotApplicable: (id, reason) => make(id, notApplicable(id, reason.trim()), `not-applicable ${id}`),
    clear: (item) => make(item.id, (assessment) => edit.clearedChange(assessment, item)),
  };
}

function notApplicable(id: string, reason: string): ChangeOf {
  return (assessment) =>
    reason === ''
      ? { section: 'answers', id, value: { ...answerOf(assessment, id), notApplicable: null } }
      : edit.notApplicableChange(assessment, id, reason);
}

type EntryActs = Pick<
  Session,
  'setStatus' | 'setPresent' | 'setReasons' | 'setConfidence' | 'setEvidence' | 'setReview' | 'setDraft' | 'setReviewer'
>;

/** The other acts that change an entry of the answers file. */
export function entryActs(store: Store): EntryActs {
  const make = (changeOf: ChangeOf, act = ''): void => {
    const { assessment } = store.work;
    store.act({ assessment: changed(assessment, [changeOf(assessment)]) }, act);
  };
  return {
    setStatus: (id, status) => make((assessment) => edit.statusChange(assessment, id, status)),
    setPresent: (id, present) => make((assessment) => edit.presentChange(assessment, id, present)),
    setReasons: (item, text) => make((assessment) => edit.reasonsChange(assessment, item, text.trim()), `reasons ${item.id}`),
    setConfidence: (id, confidence) => make((assessment) => edit.confidenceChange(assessment, id, confidence)),
    setEvidence: (item, evidence) => {
      const filled = evidence.filter(({ at, quote, note, document }) => at || quote || note || document);
      // Typing in a piece is undone at once, another piece on its own.
      make((assessment) => withEvidence(assessment, item, filled), `evidence${filled.length} ${item.id}`);
    },
    setReview: (item, because) => {
      const reason = because?.trim() ?? '';
      if (reason === '' && entryOf(store.work.assessment, item).review === undefined) return;
      const changeOf: ChangeOf = (assessment) =>
        reason === '' ? edit.reviewedChange(assessment, item) : withReview(assessment, item, reason);
      make(changeOf, `review ${item.id}`);
    },
    setDraft: (value) => make(() => ({ section: 'draft', value }), 'draft'),
    setReviewer: (value) => make(() => ({ section: 'reviewer', value }), 'reviewer'),
  };
}
