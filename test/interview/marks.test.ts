import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { shortfall } from '../../src/core/marks.ts';
import type { Mark } from '../../src/core/rubric.ts';
import { changed } from '../../src/interview/entries.ts';
import { keepHalfTyped } from '../../src/interview/item/half-typed.ts';
import { proposalFor } from '../../src/interview/item/marks.ts';
import { respond, type Upcoming, upcoming } from '../../src/interview/machine.ts';
import type { Input, Notice, State } from '../../src/interview/state.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const mark = (id: string, from?: number): Mark => ({ id, text: `is ${id}`, gap: '', ...(from && { from }) });
const marks = [mark('right', 2), mark('costs'), mark('time')];
const asked = question('f.a', { marks, need: { 2: 1, 3: 3 } });
const prepared = rubricOf([feature('f', [asked, question('f.b')])], {
  more: { conventions: [{ id: 'force', text: 'Binding: somebody can enforce it.' }] },
});
const titled: Assessment = { ...emptyAssessment(), draft: { title: 'A bill' } };
const answered = (answer: Partial<Answer>): Assessment => ({
  ...titled,
  answers: new Map([['f.a', { level: null, notApplicable: null, evidence: [], ...answer }]]),
});

const key = (pressed: string): Input => ({ kind: 'key', key: pressed });
const number = (typed: number): Input => ({ kind: 'number', number: typed });
const enter = key('enter');
const text = (typed: string): Input => ({ kind: 'text', text: typed });
const back: Input = { kind: 'back' };

interface Played {
  readonly assessment: Assessment;
  readonly next: Upcoming;
  readonly notices: readonly Notice[];
}

/** Answers the first question, from an assessment. */
function play(from: Assessment, ...inputs: Input[]): Played {
  const part = { id: 'f', title: 'F', items: [{ kind: 'question', id: 'f.a' }] } as const;
  const start: State = { at: 'item', visit: { part, index: 0, trail: [], through: 'all' }, stage: { is: 'arriving' } };
  let assessment = from;
  let next = upcoming({ prepared }, assessment, start);
  let notices = next.notices;
  for (const input of inputs) {
    const step = respond({ prepared }, assessment, next.state, input);
    assessment = changed(assessment, step.changes);
    next = upcoming({ prepared }, assessment, step.state);
    notices = [...step.notices, ...next.notices];
  }
  return { assessment, next, notices };
}

const answerIn = ({ assessment }: Played): Answer | undefined => assessment.answers.get('f.a');
const stageOf = ({ next: { state } }: Played): unknown => (state.at === 'item' ? state.stage.is : state.at);
const ticksOf = ({ next: { state } }: Played): unknown =>
  state.at === 'item' && state.stage.is === 'marks' ? state.stage.ticked : undefined;
const enterOf = ({ next: { ask } }: Played): unknown =>
  ask?.kind === 'key' ? ask.keys.find((each) => each.key === 'enter')?.does : undefined;

describe('the marks of a question', () => {
  it('are asked for after the level, which is saved together with them', () => {
    const chosen = play(titled, number(2));
    expect(answerIn(chosen)).toBeUndefined();
    expect(stageOf(chosen)).toBe('marks');
    expect(answerIn(play(titled, number(2), number(1), enter))).toEqual({
      level: 2,
      notApplicable: null,
      evidence: [],
      marks: ['right'],
    });
  });

  it('are ticked and unticked by their numbers, and saved in the order of the rubric', () => {
    expect(ticksOf(play(titled, number(2), number(3), number(1)))).toEqual(['right', 'time']);
    expect(ticksOf(play(titled, number(2), number(3), number(1), number(3)))).toEqual(['right']);
    const ticked = play(titled, number(2), number(3), number(1), enter);
    expect(answerIn(ticked)?.marks).toEqual(['right', 'time']);
    expect(stageOf(ticked)).toBe('reasons');
  });

  it('stay open with s: then the level alone is saved', () => {
    expect(answerIn(play(titled, number(3), number(1), key('s')))).toEqual({ level: 3, notApplicable: null, evidence: [] });
  });

  it('that are saved are ticked already, and Enter keeps them', () => {
    const again = play(answered({ level: 2, marks: ['right', 'time'] }), number(2));
    expect(ticksOf(again)).toEqual(['right', 'time']);
    expect(answerIn(play(again.assessment, number(2), enter))?.marks).toEqual(['right', 'time']);
    expect(answerIn(play(again.assessment, number(2), key('s')))?.marks).toEqual(['right', 'time']);
  });

  it('are not asked for at the lowest level, nor where a question has none', () => {
    const lowest = play(titled, number(0));
    expect(answerIn(lowest)).toEqual({ level: 0, notApplicable: null, evidence: [] });
    expect(stageOf(lowest)).toBe('reasons');
    const { assessment } = play(titled);
    const [b] = [...prepared.questions.values()].slice(1).map(({ question: { id } }) => id);
    const part = { id: 'f', title: 'F', items: [{ kind: 'question', id: b ?? '' }] } as const;
    const state: State = { at: 'item', visit: { part, index: 0, trail: [], through: 'all' }, stage: { is: 'answer' } };
    expect(respond({ prepared }, assessment, state, number(2)).state).toMatchObject({ stage: { is: 'reasons' } });
  });

  it('go away with the level if the question does not apply', () => {
    const aside = play(answered({ level: 2, marks: ['right'], rationale: 'Because.' }), key('n'), text('no courts'));
    expect(aside.assessment.answers.get('f.a')).toEqual({
      level: null,
      notApplicable: 'no courts',
      evidence: [],
      rationale: 'Because.',
    });
  });

  it('are there again where the reviewer takes back that the question does not apply', () => {
    const part = { id: 'f', title: 'F', items: [{ kind: 'question', id: 'f.a' }] } as const;
    const visit = { part, index: 0, trail: [], through: 'all' } as const;
    const before = answered({ level: 2, marks: ['right'] });
    const aside = respond({ prepared }, before, { at: 'item', visit, stage: { is: 'not-applicable' } }, text('no courts'));
    const left = aside.state.at === 'leaving' ? aside.state.visit : visit;
    const returned: State = { at: 'item', visit: left, stage: { is: 'answer' } };
    const again = respond({ prepared }, changed(before, aside.changes), returned, number(2)).state;
    expect(again).toMatchObject({ stage: { is: 'marks', level: 2, ticked: ['right'] } });
  });

  it('are only looked at with m and Enter: nothing is saved, neither a level nor that no mark is ticked', () => {
    for (const before of [titled, answered({ level: 2 }), answered({ level: 0 })]) {
      const looked = play(before, key('m'));
      expect(enterOf(looked)).toBe('goes back, changes nothing');
      const left = play(before, key('m'), enter);
      expect(stageOf(left)).toBe('answer');
      expect(left.assessment).toEqual(play(before).assessment);
    }
  });

  it('Esc leads from the reasons to the marks, and from the marks to the level', () => {
    const back1 = play(titled, number(2), number(1), enter, back);
    expect(stageOf(back1)).toBe('marks');
    expect(ticksOf(back1)).toEqual(['right']);
    expect(stageOf(play(titled, number(2), back))).toBe('answer');
  });

  it('m ticks before a level was chosen, and then the level that follows is proposed', () => {
    expect(enterOf(play(titled, key('m'), number(1), number(1)))).toBe('takes level 1');
    expect(enterOf(play(titled, key('m'), number(1)))).toBe('takes level 2');
    expect(enterOf(play(titled, key('m'), number(1), number(2), number(3)))).toBe('takes level 3');
    expect(answerIn(play(titled, key('m'), number(1), enter))).toMatchObject({ level: 2, marks: ['right'] });
    expect(answerIn(play(titled, key('m'), key('s')))).toBeUndefined();
    expect(enterOf(play(answered({ level: 0 }), key('m'), number(1)))).toBe('takes level 2');
  });
});

describe('a level that contradicts the ticks', () => {
  it('is not saved: what is missing is said, and the level that the ticks allow is proposed', () => {
    const few = play(titled, number(3), number(1), number(3));
    expect(proposalFor(asked, { level: 3, ticked: ['right', 'time'] })).toEqual({
      level: 2,
      highest: 2,
      lacks: { need: 3, ticked: 2, missing: [marks[1]], required: false },
    });
    expect(enterOf(few)).toBe('takes level 2');
    expect(answerIn(few)).toBeUndefined();
    expect(answerIn(play(titled, number(3), number(1), number(3), enter))).toMatchObject({ level: 2, marks: ['right', 'time'] });
    expect(answerIn(play(titled, number(3), number(1), number(3), number(2), enter))).toMatchObject({ level: 3 });
    expect(proposalFor(asked, { level: 2, ticked: ['costs'] }).lacks?.required).toBe(true);
  });

  it('may be lower than the ticks allow', () => {
    expect(enterOf(play(titled, number(1), number(1), number(2), number(3)))).toBe('takes level 1');
  });

  it('can be chosen again, and the ticks are still there then', () => {
    const again = play(titled, number(3), number(1), number(3), back, number(2));
    expect(ticksOf(again)).toEqual(['right', 'time']);
  });

  it('is not saved beside ticks that are in the file until they are changed', () => {
    const from = answered({ level: 1, marks: ['costs'] });
    expect(answerIn(play(from, number(3)))).toEqual(from.answers.get('f.a'));
    const left = play(from, number(3), key('s'));
    expect(answerIn(left)).toEqual(from.answers.get('f.a'));
    expect(left.notices).toEqual([{ code: 'shortfall', args: expect.objectContaining({ level: 3, missing: '1, 3' }) }]);
    expect(answerIn(play(from, number(3), number(1), number(3), enter))).toMatchObject({
      level: 3,
      marks: ['right', 'costs', 'time'],
    });
  });

  it('keeps both in the reason for review if the interview is interrupted there', () => {
    const half = ({ assessment, next }: Played): string | undefined => {
      const kept = keepHalfTyped(prepared, assessment, next.state, '');
      return kept && changed(assessment, kept.changes).answers.get('f.a')?.review;
    };
    const said = 'this was being typed when compass was stopped: ';
    expect(half(play(titled, number(2), number(1), number(2)))).toBe(`${said}level 2, marks right, costs`);
    expect(half(play(answered({ level: 1, marks: ['costs'] }), number(3)))).toBe(`${said}level 3`);
    expect(half(play(titled, number(3), number(1), number(3), back))).toBe(`${said}marks right, time`);
    expect(half(play(titled, number(2)))).toBe(`${said}level 2`);
    expect(half(play(titled, number(2), key('?')))).toBe(`${said}level 2`);
    expect(half(play(titled))).toBeUndefined();
  });

  it('is never saved, whatever is typed', () => {
    const inputs = fc.oneof(
      fc.integer({ min: 0, max: 3 }).map(number),
      fc.constantFrom('n', 'm', 's', 'enter').map(key),
      fc.constantFrom('', 'words').map(text),
      fc.constant(back),
    );
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 30 }), (typed) => {
        const { level = null, marks: ticked } = answerIn(play(titled, ...typed)) ?? {};
        expect(level !== null && ticked ? shortfall(asked, level, ticked) : undefined).toBeUndefined();
      }),
    );
  });
});
