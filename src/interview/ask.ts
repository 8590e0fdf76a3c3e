import type { Answer, Confidence, Dissent, Evidence, FlagAnswer, StepAnswer } from '../core/answers.ts';
import { phrase } from '../messages/phrases.ts';
import { visible, wrapped } from '../text/plain-text.ts';
import { describe } from './describe.ts';
import type { Interview } from './interview.ts';
import { askPassages, passagePreview, quoteRemark } from './passages.ts';
import type { Item, Part } from './plan.ts';
import { type Back, back } from './prompter.ts';
import { TheirsKept } from './saving.ts';
import { header, helpScreen, plainScreen, questionScreen } from './screen.ts';
import { askText } from './typed.ts';

/** Where to go after an item. */
export type Move = 'next' | 'back' | 'menu' | 'stop';

const navigation: Readonly<Record<string, Move>> = { s: 'next', b: 'back', j: 'menu', q: 'stop' };

/** Puts one item to the reviewer and saves the answer, piece by piece, as it is given. */
export async function askItem(interview: Interview, item: Item, part: Part): Promise<Move> {
  for (;;) {
    interview.prompter.print(header(interview, item, part));
    try {
      return await askOnce(interview, item);
    } catch (error) {
      // The question is put again, with what stands in the file now.
      if (!(error instanceof TheirsKept)) throw error;
    }
  }
}

async function askOnce(interview: Interview, item: Item): Promise<Move> {
  switch (item.kind) {
    case 'question':
      return askQuestion(interview, item.id);
    case 'guiding':
      return askGuidingQuestion(interview, item.id);
    case 'flag':
      return askFlag(interview, item.id);
  }
}

async function askQuestion(interview: Interview, id: string): Promise<Move> {
  const { prompter, store, prepared } = interview;
  const question = prepared.questions.get(id)?.question;
  if (!question) return 'next';
  const top = question.levels.length - 1;
  const digits = question.levels.map((_, level) => String(level)).filter((digit) => digit.length === 1);
  const { guide } = interview;
  prompter.print(questionScreen(question, prompter.width()));
  if (guide) prompter.print(passagePreview(guide, id, prompter.width()));
  showReview(interview, store.assessment().answers.get(id));
  for (;;) {
    const current = store.assessment().answers.get(id);
    const now = current && describe(current);
    if (now) prompter.print(`${wrapped(visible(phrase('interview', 'answered-now', { answer: now })), prompter.width())}\n`);
    const keys = [...digits, 'n', ...(guide ? ['p'] : []), 's', 'b', 'j', '?', 'q'];
    const key = await prompter.key(phrase('interview', guide ? 'keys-question-draft' : 'keys-question', { top }), keys);
    const move = navigation[key];
    if (move) return move;
    if (key === 'p') {
      const answer = (): Answer => store.assessment().answers.get(id) ?? { level: null, notApplicable: null, evidence: [] };
      await askEvidence(interview, id, answer().evidence, (evidence) => store.setAnswer(id, { ...answer(), evidence }));
    } else if (key === '?') prompter.print(helpScreen(question, prepared.rubric.principles, prompter.width()));
    else if (key === 'n') {
      const reason = await askReason(interview, id, current);
      if (reason === back) continue;
      const { level: _, notApplicable: __, review: ___, ...kept } = current ?? { evidence: [] };
      await store.setAnswer(id, { ...kept, level: null, notApplicable: reason });
      return 'next';
    } else {
      // The level is on disk before its reasons are asked for.
      await store.setAnswer(id, { evidence: [], ...current, level: Number(key), notApplicable: null });
      if ((await askReasons(interview, id)) === back) continue;
      // Gone through to the end, the answer has been looked at again.
      const { review, ...settled } = store.assessment().answers.get(id) ?? {
        level: Number(key),
        notApplicable: null,
        evidence: [],
      };
      if (review !== undefined) await store.setAnswer(id, settled);
      return 'next';
    }
  }
}

/** Why an answer is to be looked at again, what its evidence was, and what a panel's reviewers made of it. */
function showReview({ prompter }: Interview, answer: Answer | FlagAnswer | StepAnswer | undefined): void {
  if (answer?.dissent) {
    const lines = answer.dissent.map((each) => wrapped(visible(dissentLine(each)), prompter.width(), 2));
    prompter.print(`${[phrase('interview', 'dissent'), ...lines].join('\n')}\n\n`);
  }
  if (answer?.review === undefined) return;
  prompter.print(`${wrapped(visible(phrase('interview', 'to-review', { because: answer.review })), prompter.width())}\n`);
  for (const { was } of 'evidence' in answer ? answer.evidence : []) {
    const { at, quote } = (was ?? {}) as { at?: unknown; quote?: unknown };
    const words = [at, quote === undefined ? undefined : `"${quote}"`].filter((part) => part !== undefined).join(': ');
    if (words) prompter.print(`${wrapped(visible(phrase('interview', 'evidence-was', { words })), prompter.width(), 2)}\n`);
  }
}

/** A view of a reviewer in a line. */
function dissentLine({ reviewer, level, notApplicable, present, status, rationale }: Dissent): string {
  const view =
    level !== undefined
      ? phrase('interview', 'dissent-level', { level })
      : notApplicable !== undefined
        ? `${phrase('interview', 'not-applicable')}: ${notApplicable}`
        : present !== undefined
          ? phrase('interview', present ? 'present' : 'not-present')
          : (status ?? '');
  return [reviewer, view, rationale].filter((part) => part !== undefined && part !== '').join(': ');
}

async function askReason(interview: Interview, id: string, current: Answer | undefined): Promise<string | Back> {
  const keep = (notApplicable: string): Promise<void> =>
    interview.store.setAnswer(id, { evidence: [], ...current, level: null, notApplicable });
  for (;;) {
    const prompt = [phrase('interview', 'reason'), current?.notApplicable ?? ''] as const;
    const reason = await askText(interview, id, prompt, current?.level == null ? keep : undefined);
    if (reason !== '') return reason;
  }
}

/** Rationale, evidence and confidence of an answer whose level is saved. Esc in the first one goes back to the level. */
async function askReasons(interview: Interview, id: string): Promise<Back | undefined> {
  const { prompter, store } = interview;
  const answer = (): Answer => store.assessment().answers.get(id) ?? { level: null, notApplicable: null, evidence: [] };
  for (let stage = 0; stage < 3; ) {
    if (stage === 0) {
      const rationale = await askText(interview, id, [phrase('interview', 'why'), answer().rationale ?? ''], (half) =>
        store.setAnswer(id, { ...answer(), rationale: half }),
      );
      if (rationale === back) return back;
      const { rationale: before, ...rest } = answer();
      if (rationale !== (before ?? '')) await store.setAnswer(id, rationale === '' ? rest : { ...rest, rationale });
      stage = 1;
    } else if (stage === 1) {
      const went = await askEvidence(interview, id, answer().evidence, (evidence) =>
        store.setAnswer(id, { ...answer(), evidence }),
      );
      stage = went === back ? 0 : 2;
    } else {
      const key = await prompter.key(phrase('interview', 'confidence'), ['l', 'm', 'h', '\r', '\n', 'b']);
      if (key === 'b') {
        stage = 1;
        continue;
      }
      const confidence = ({ l: 'low', m: 'medium', h: 'high' } as Record<string, Confidence>)[key];
      if (confidence) await store.setAnswer(id, { ...answer(), confidence });
      stage = 3;
    }
  }
  return undefined;
}

/** Pieces of evidence: from the draft's passages where its text is there, otherwise typed. */
async function askEvidence(
  interview: Interview,
  id: string,
  present: readonly Evidence[],
  save: (evidence: readonly Evidence[]) => Promise<void>,
): Promise<Back | undefined> {
  const { prompter, guide } = interview;
  for (const { at, quote } of present) {
    const words = [at, quote && `"${quote}"`].filter(Boolean).join(': ');
    if (words) prompter.print(`${wrapped(visible(words), prompter.width(), 2)}\n`);
  }
  if (guide) {
    return askPassages(prompter, guide, id, present, save, (evidence) => typeEvidence(interview, id, evidence, save, 'once'));
  }
  return (await typeEvidence(interview, id, present, save, 'until-none')) === back ? back : undefined;
}

/** Evidence typed by hand, one piece after another or a single one; each is saved when its provision is known, and again with its words. */
async function typeEvidence(
  interview: Interview,
  id: string,
  present: readonly Evidence[],
  save: (evidence: readonly Evidence[]) => Promise<void>,
  how: 'once' | 'until-none',
): Promise<readonly Evidence[] | Back> {
  const { prompter, guide } = interview;
  let evidence = [...present];
  for (;;) {
    const message = phrase('interview', evidence.length === 0 || how === 'once' ? 'at' : 'at-more');
    const at = await askText(interview, id, [message, ''], (half) => save([...evidence, { at: half }]));
    if (at === back) return back;
    if (at === '') return evidence;
    evidence = [...evidence, { at }];
    await save(evidence);
    const quote = await askText(interview, id, [phrase('interview', 'quote'), ''], (half) =>
      save([...evidence.slice(0, -1), { at, quote: half }]),
    );
    if (quote === back) {
      evidence = evidence.slice(0, -1);
      await save(evidence);
    } else if (quote !== '') {
      evidence = [...evidence.slice(0, -1), { at, quote }];
      await save(evidence);
      const remark = guide && quoteRemark(guide, { at, quote });
      if (remark) prompter.print(`${wrapped(visible(remark), prompter.width())}\n`);
    }
    if (how === 'once' && quote !== back) return evidence;
  }
}

async function askGuidingQuestion(interview: Interview, id: string): Promise<Move> {
  const { prompter, store, prepared } = interview;
  const question = prepared.guidingQuestions.get(id);
  if (!question) return 'next';
  prompter.print(plainScreen(question, prompter.width()));
  showReview(interview, store.assessment().steps.get(id));
  for (;;) {
    const current = store.assessment().steps.get(id);
    if (current?.status) prompter.print(`${phrase('interview', 'answered-now', { answer: current.status })}\n`);
    const key = await prompter.key(phrase('interview', 'keys-guiding'), ['a', 'p', 'm', 's', 'b', 'j', '?', 'q']);
    const move = navigation[key];
    if (move) return move;
    if (key === '?') {
      prompter.print(helpScreen(question, prepared.rubric.principles, prompter.width()));
      continue;
    }
    const status = key === 'a' ? 'addressed' : key === 'p' ? 'partly' : 'missing';
    await store.setStep(id, { ...current, status });
    const notes = await askText(interview, id, [phrase('interview', 'notes'), current?.notes ?? ''], (half) =>
      store.setStep(id, { ...current, status, notes: half }),
    );
    if (notes === back) continue;
    const { notes: before, review, ...rest } = store.assessment().steps.get(id) ?? { status };
    const looked = notes === '' ? rest : { ...rest, notes };
    if (notes !== (before ?? '') || review !== undefined) await store.setStep(id, looked);
    return 'next';
  }
}

async function askFlag(interview: Interview, id: string): Promise<Move> {
  const { prompter, store, prepared } = interview;
  const flag = prepared.flags.get(id);
  if (!flag) return 'next';
  const { guide } = interview;
  prompter.print(plainScreen(flag, prompter.width()));
  if (guide) prompter.print(passagePreview(guide, id, prompter.width()));
  showReview(interview, store.assessment().flags.get(id));
  for (;;) {
    const current = store.assessment().flags.get(id);
    if (current && current.present !== null) {
      prompter.print(
        `${phrase('interview', 'answered-now', { answer: phrase('interview', current.present ? 'present' : 'not-present') })}\n`,
      );
    }
    const key = await prompter.key(phrase('interview', 'keys-flag'), ['y', 'n', 's', 'b', 'j', '?', 'q']);
    const move = navigation[key];
    if (move) return move;
    if (key === '?') {
      prompter.print(helpScreen(flag, prepared.rubric.principles, prompter.width()));
      continue;
    }
    const present = key === 'y';
    await store.setFlag(id, { evidence: [], ...current, present });
    const rationale = await askText(interview, id, [phrase('interview', 'why-flag'), current?.rationale ?? ''], (half) =>
      store.setFlag(id, { evidence: [], ...current, present, rationale: half }),
    );
    if (rationale === back) continue;
    const { rationale: before, review, ...rest } = store.assessment().flags.get(id) ?? { present, evidence: [] };
    const looked = rationale === '' ? rest : { ...rest, rationale };
    if (rationale !== (before ?? '') || review !== undefined) await store.setFlag(id, looked);
    if (!present) return 'next';
    const answer = (): typeof rest => store.assessment().flags.get(id) ?? rest;
    const went = await askEvidence(interview, id, answer().evidence, (evidence) => store.setFlag(id, { ...answer(), evidence }));
    if (went !== back) return 'next';
  }
}
