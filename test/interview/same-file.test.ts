import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type AnswersStore, openAnswers } from '../../src/answers/store.ts';
import type { Answer, Assessment, FlagAnswer, StepAnswer } from '../../src/core/answers.ts';
import { createSession } from '../../src/form/model/create-session.ts';
import type { Session } from '../../src/form/model/session.ts';
import {
  clearedChange,
  confidenceChange,
  levelChange,
  notApplicableChange,
  presentChange,
  reasonsChange,
  statusChange,
} from '../../src/interview/changes.ts';
import { type Change, withEvidence, withReview } from '../../src/interview/entries.ts';
import { begin, respond, upcoming } from '../../src/interview/machine.ts';
import type { Item } from '../../src/interview/plan.ts';
import type { Ask, Input } from '../../src/interview/state.ts';
import { feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';
import { Browser } from '../form/model/fake-platform.ts';

const marks = ['one', 'two'].map((id) => ({ id, text: id, gap: '' }));
const prepared = rubricOf([feature('f', [question('f.a', { marks, need: { 2: 1, 3: 2 } }), question('f.b')])], {
  steps: [
    { id: 's', title: 'Step', summary: '', questions: [{ id: 's.g', text: 'Guiding?', help: '', principles: [], was: [] }] },
  ],
  flags: [flag('watch')],
});
const folder = mkdtempSync(join(tmpdir(), 'compass-same-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let files = 0;

interface Desk {
  readonly store: AnswersStore;
  readonly text: () => Promise<string>;
}

async function desk(): Promise<Desk> {
  files += 1;
  const path = join(folder, `${files}.answers.yaml`);
  const store = await openAnswers(path, 'x.answers.yaml', prepared);
  return { store, text: () => readFile(path, 'utf8').catch(() => '') };
}

async function save({ store }: Desk, change: Change): Promise<void> {
  if (change.section === 'draft') await store.setDraft(change.value);
  else if (change.section === 'reviewer') await store.setReviewer(change.value);
  else if (change.section === 'answers') await store.setAnswer(change.id, change.value);
  else if (change.section === 'steps') await store.setStep(change.id, change.value);
  else await store.setFlag(change.id, change.value);
}

/** Somebody at a terminal who presses what the picks say. */
async function interview(picks: readonly number[]): Promise<Desk> {
  const at = await desk();
  let next = upcoming({ prepared }, at.store.assessment(), begin({ prepared }, at.store.assessment()));
  for (const pick of picks) {
    if (!next.ask) break;
    const step = respond({ prepared }, at.store.assessment(), next.state, inputFor(next.ask, pick));
    for (const change of step.changes) await save(at, change);
    next = upcoming({ prepared }, at.store.assessment(), step.state);
  }
  return at;
}

function inputFor(ask: Ask, pick: number): Input {
  switch (ask.kind) {
    case 'key': {
      const { from = 0, to = -1 } = ask.numbers ?? {};
      const choices: Input[] = [
        ...Array.from({ length: to - from + 1 }, (_, index): Input => ({ kind: 'number', number: from + index })),
        ...ask.keys
          .filter(({ key }) => key !== 'q')
          .map(({ key }): Input => (key === 'b' ? { kind: 'back' } : { kind: 'key', key })),
      ];
      return choices[pick % choices.length] ?? { kind: 'back' };
    }
    case 'choice':
      // The last choice of the menu is to stop.
      return { kind: 'choice', index: pick % Math.max(1, ask.choices.length - 1) };
    case 'read':
      return { kind: 'back' };
    default:
      return pick % 7 === 0
        ? { kind: 'back' }
        : { kind: 'text', text: ['', 'art. 3', 'because: of this', 'more'][pick % 4] ?? '' };
  }
}

type Act = (assessment: Assessment) => Change;

/** What makes an entry as it is, one act for each part of it: the form's way. */
function actsFor(item: Item, entry: Answer | StepAnswer | FlagAnswer): Act[] {
  const acts: Act[] = [];
  const { id } = item;
  const { evidence = [], review } = entry;
  const reversed = evidence.map((piece) => Object.fromEntries(Object.entries(piece).reverse()));
  const reasons = 'status' in entry ? entry.notes : entry.rationale;
  if (evidence.length > 0) acts.push((now) => withEvidence(now, item, reversed));
  if (reasons !== undefined) acts.push((now) => reasonsChange(now, item, reasons));
  if ('level' in entry) {
    const { level, marks: ticked, confidence } = entry;
    if (level !== null) acts.push((now) => levelChange(now, id, level, ticked));
    if (confidence) acts.push((now) => confidenceChange(now, id, confidence));
  } else if ('status' in entry) {
    const { status } = entry;
    if (status !== null) acts.push((now) => statusChange(now, id, status));
  } else if ('present' in entry) {
    const { present } = entry;
    if (present !== null) acts.push((now) => presentChange(now, id, present));
  }
  if (review !== undefined) acts.push((now) => withReview(now, item, review));
  return acts;
}

/** The same answers by single acts in another order. */
async function rebuilt(assessment: Assessment, order: readonly number[]): Promise<Desk> {
  const acts: Act[] = [];
  if (assessment.draft.title !== undefined) acts.push(() => ({ section: 'draft', value: assessment.draft }));
  if (Object.keys(assessment.reviewer).length > 0) acts.push(() => ({ section: 'reviewer', value: assessment.reviewer }));
  for (const [id, entry] of assessment.answers) acts.push(...actsFor({ kind: 'question', id }, entry));
  for (const [id, entry] of assessment.steps) acts.push(...actsFor({ kind: 'guiding', id }, entry));
  for (const [id, entry] of assessment.flags) acts.push(...actsFor({ kind: 'flag', id }, entry));
  const shuffled = acts
    .map((act, index) => ({ act, rank: order[index % order.length] ?? 0, index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ act }) => act);
  // It takes the mark for review away, and must come before that.
  for (const [id, { notApplicable }] of assessment.answers)
    if (notApplicable !== null) shuffled.unshift((now) => notApplicableChange(now, id, notApplicable));
  const at = await desk();
  for (const act of shuffled) await save(at, act(at.store.assessment()));
  return at;
}

/** Somebody at the form in a browser who gives the answers of an assessment, in another order. */
function form(assessment: Assessment, order: readonly number[]): Session {
  const answers = { name: 'x.answers.yaml', text: '' };
  const payload = { version: '', rubric: prepared.rubric, digest: prepared.digest, key: '', answers };
  const session = createSession(payload, new Browser().tab().platform);
  session.setDraft(assessment.draft);
  session.setReviewer(assessment.reviewer);
  const acts = [
    ...[...assessment.answers].flatMap(([id, answer]) => questionActs(session, id, answer)),
    ...[...assessment.steps].flatMap(([id, { status, notes }]) => [
      () => session.setStatus(id, status),
      () => session.setReasons({ kind: 'guiding', id }, notes ?? ''),
    ]),
    ...[...assessment.flags].flatMap(([id, { present, rationale, evidence }]) => [
      () => session.setPresent(id, present),
      () => session.setReasons({ kind: 'flag', id }, rationale ?? ''),
      () => session.setEvidence({ kind: 'flag', id }, evidence),
    ]),
  ];
  const shuffled = acts
    .map((act, index) => ({ act, rank: order[index % order.length] ?? 0, index }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index);
  for (const { act } of shuffled) act();
  // Saying that a question does not apply takes its mark for review away, so the marks come last.
  for (const [id, { review }] of assessment.answers) session.setReview({ kind: 'question', id }, review);
  for (const [id, { review }] of assessment.steps) session.setReview({ kind: 'guiding', id }, review);
  for (const [id, { review }] of assessment.flags) session.setReview({ kind: 'flag', id }, review);
  return session;
}

function questionActs(session: Session, id: string, answer: Answer): (() => void)[] {
  const item: Item = { kind: 'question', id };
  const { level, marks: seen, notApplicable, rationale, evidence, confidence } = answer;
  const choose = (): void => {
    if (notApplicable !== null) session.setNotApplicable(id, notApplicable);
    if (level !== null) session.chooseLevel(id, level);
    // A tick that is taken away again says that the marks were looked for.
    if (seen) session.tick(id, 'one', true);
    for (const { id: mark } of seen ? marks : []) session.tick(id, mark, seen?.includes(mark) === true);
  };
  return [
    choose,
    () => session.setReasons(item, rationale ?? ''),
    () => session.setEvidence(item, evidence),
    () => session.setConfidence(id, confidence),
  ];
}

describe('the same answers', () => {
  it('are the same file, byte for byte, whatever the order of acts and the user interface', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(997), { minLength: 10, maxLength: 60 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }),
        async (picks, order) => {
          const one = await interview(picks);
          const other = await rebuilt(one.store.assessment(), order);
          const text = await one.text();
          expect(await other.text()).toBe(text);
          const page = form(one.store.assessment(), order).state();
          expect(page.pending.size).toBe(0);
          // A new answers file is written with the first answer.
          if (text !== '') expect(page.text).toBe(text);
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);

  it('that are taken back leave no trace', async () => {
    const at = await desk();
    await save(at, levelChange(at.store.assessment(), 'f.b', 1));
    const before = await at.text();
    await save(at, levelChange(at.store.assessment(), 'f.a', 2, ['one']));
    await save(at, presentChange(at.store.assessment(), 'watch', true));
    await save(at, clearedChange(at.store.assessment(), { kind: 'question', id: 'f.a' }));
    await save(at, clearedChange(at.store.assessment(), { kind: 'flag', id: 'watch' }));
    expect(await at.text()).toBe(before);
  });

  it('have the keys of an entry, and the sections, in one order', async () => {
    const at = await desk();
    const item: Item = { kind: 'question', id: 'f.a' };
    await save(at, presentChange(at.store.assessment(), 'watch', true));
    await save(at, withReview(at.store.assessment(), item, 'later'));
    await save(at, confidenceChange(at.store.assessment(), 'f.a', 'low'));
    await save(at, withEvidence(at.store.assessment(), item, [{ quote: 'shall', at: 'art. 1' }]));
    await save(at, levelChange(at.store.assessment(), 'f.a', 2, ['one']));
    await save(at, { section: 'draft', value: { jurisdiction: 'Examplia' } });
    await save(at, { section: 'draft', value: { jurisdiction: 'Examplia', title: 'A bill' } });
    expect(await at.text()).toBe(`format: compass-answers/1
rubric: { id: small, version: 1.0.0 }
draft:
  title: A bill
  jurisdiction: Examplia
answers:
  f.a:
    level: 2
    marks:
      - one
    evidence:
      - at: art. 1
        quote: shall
    confidence: low
    review: later
flags:
  watch:
    present: true
`);
  });
});
