import type { Assessment } from '../../core/answers.ts';
import type { Question } from '../../core/rubric.ts';
import { sameData } from '../../core/same-data.ts';
import * as edit from '../../interview/changes.ts';
import { answerOf, type Change, changed, entryOf, withEvidence, withReview } from '../../interview/entries.ts';
import { decided, shownChoice, ticked, type Wish, withoutId } from './pending.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

type ChangeOf = (assessment: Assessment) => Change;

type ChoiceActs = Pick<Session, 'chooseLevel' | 'tick' | 'leaveMarksOpen' | 'setNotApplicable' | 'clear'>;

/** The acts that answer a question, or take the answer back. Each ends a choice that waits. */
export function choiceActs(store: Store): ChoiceActs {
  const make = (id: string, changeOf: ChangeOf, act = ''): void => {
    const { assessment, pending, unexplained } = store.work;
    const left = { pending: withoutId(pending, id), unexplained: without(unexplained, id) };
    store.act({ assessment: changed(assessment, [changeOf(assessment)]), ...left }, act);
  };
  const wish = (id: string, wishOf: (shown: Wish, question: Question) => Wish): void => {
    const { assessment, pending } = store.work;
    const question = store.prepared.questions.get(id)?.question;
    if (!question) return;
    const decision = decided(assessment, question, wishOf(shownChoice(assessment, id, pending.get(id)), question));
    if ('pending' in decision) {
      const waiting = new Map([...pending, [id, decision.pending]]);
      store.act({ pending: waiting, unexplained: without(store.work.unexplained, id) }, '');
    } else make(id, () => decision.change);
  };
  return {
    chooseLevel: (id, level) => wish(id, ({ marks }) => ({ level, marks })),
    tick: (id, mark, isTicked) =>
      wish(id, ({ level, marks = [] }, question) => ({ level, marks: ticked(question, marks, mark, isTicked) })),
    leaveMarksOpen: (id) => wish(id, ({ level }) => ({ level, marks: undefined })),
    setNotApplicable: (id, reason) => {
      const act = `not-applicable ${id}`;
      if (reason.trim() !== '') return make(id, (assessment) => edit.notApplicableChange(assessment, id, reason.trim()), act);
      const { assessment, pending, unexplained } = store.work;
      const { notApplicable, ...answer } = answerOf(assessment, id);
      const cleared: Change = { section: 'answers', id, value: { ...answer, notApplicable: null } };
      store.act(
        {
          assessment: notApplicable === null ? assessment : changed(assessment, [cleared]),
          pending: withoutId(pending, id),
          unexplained: new Set([...unexplained, id]),
        },
        notApplicable === null ? '' : act,
      );
    },
    clear: (item) => {
      const { assessment, pending, unexplained, elsewhere } = store.work;
      const cleared = changed(assessment, [edit.clearedChange(assessment, item)]);
      if (item.kind !== 'question') return store.act({ assessment: cleared }, '');
      const { id } = item;
      const left = {
        pending: withoutId(pending, id),
        unexplained: without(unexplained, id),
        elsewhere: withoutId(elsewhere, id),
      };
      store.act({ assessment: cleared, ...left }, '');
    },
  };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : ids;
}

type EntryActs = Pick<
  Session,
  | 'setStatus'
  | 'setPresent'
  | 'setReasons'
  | 'setConfidence'
  | 'setElsewhere'
  | 'setEvidence'
  | 'setReview'
  | 'setDraft'
  | 'setReviewer'
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
    setElsewhere: (id, elsewhere, texts = {}) => {
      const { assessment, elsewhere: waiting } = store.work;
      const hasTexts = elsewhere === undefined && Object.keys(texts).length > 0;
      const others = withoutId(waiting, id);
      const left = hasTexts ? new Map([...others, [id, texts] as const]) : others;
      const isSame = elsewhere === undefined && answerOf(assessment, id).elsewhere === undefined;
      const content = isSame ? assessment : changed(assessment, [edit.elsewhereChange(assessment, id, elsewhere)]);
      store.act({ assessment: content, elsewhere: left }, `elsewhere ${id}`);
    },
    setEvidence: (item, evidence, isTyping = false) => {
      const filled = evidence.filter(({ at, quote, note, document }) => at || quote || note || document);
      const before = entryOf(store.work.assessment, item).evidence ?? [];
      // A piece that is emptied is taken away, which is undone on its own too.
      const index = filled.findIndex((piece, at) => !sameData(piece, before[at]));
      const act = isTyping && filled.length >= before.length ? `${item.id} evidence${index}` : '';
      make((assessment) => withEvidence(assessment, item, filled), act);
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
