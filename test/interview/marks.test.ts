import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { shortfall } from '../../src/core/marks.ts';
import type { Mark } from '../../src/core/rubric.ts';
import { changed } from '../../src/interview/entries.ts';
import { keepHalfTyped } from '../../src/interview/half-typed.ts';
import { conventionNotices } from '../../src/interview/item.ts';
import { begin, respond, type Upcoming, upcoming } from '../../src/interview/machine.ts';
import { readTicks } from '../../src/interview/marks.ts';
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
const initialOf = ({ next: { ask } }: Played): unknown => ask?.kind === 'text' && ask.initial;

describe('the marks of a question', () => {
  it('are asked for after the level, which is saved together with them', () => {
    const chosen = play(titled, key('2'));
    expect(answerIn(chosen)).toBeUndefined();
    expect(answerIn(play(titled, key('2'), text('s')))).toEqual({ level: 2, notApplicable: null, evidence: [] });
    expect(stageOf(chosen)).toBe('marks');
    expect(chosen.notices).toContainEqual({ kind: 'marks', item: { kind: 'question', id: 'f.a' } });
  });

  it('are saved in the order of the rubric, and the reasons come next', () => {
    const ticked = play(titled, key('2'), text('3 1'));
    expect(answerIn(ticked)?.marks).toEqual(['right', 'time']);
    expect(stageOf(ticked)).toBe('reasons');
  });

  it('are none if nothing is typed, and stay open with s', () => {
    expect(answerIn(play(titled, key('1'), text('')))?.marks).toEqual([]);
    expect(answerIn(play(titled, key('3'), text('s')))).not.toHaveProperty('marks');
  });

  it('that are saved stand in the prompt, and Enter keeps them', () => {
    const again = play(answered({ level: 2, marks: ['right', 'time'] }), key('2'));
    expect(initialOf(again)).toBe('1 3');
    expect(answerIn(play(again.assessment, key('2'), text('1 3')))?.marks).toEqual(['right', 'time']);
  });

  it('are not asked for where a question has none', () => {
    const { assessment } = play(titled);
    const [b] = [...prepared.questions.values()].slice(1).map(({ question: { id } }) => id);
    const part = { id: 'f', title: 'F', items: [{ kind: 'question', id: b ?? '' }] } as const;
    const state: State = { at: 'item', visit: { part, index: 0, trail: [], through: 'all' }, stage: { is: 'answer' } };
    expect(respond({ prepared }, assessment, state, key('2')).state).toMatchObject({ stage: { is: 'reasons' } });
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

  it('Esc leads from the reasons to the marks, and from the marks to the level', () => {
    expect(stageOf(play(titled, key('2'), text('1'), back))).toBe('marks');
    expect(initialOf(play(titled, key('2'), text('1'), back))).toBe('1');
    expect(stageOf(play(titled, key('2'), back))).toBe('answer');
  });
});

describe('a level that contradicts the ticks', () => {
  it('is refused with the reason, and what was typed stays in the prompt', () => {
    const few = play(titled, key('3'), text('1 3'));
    expect(few.notices).toContainEqual({
      kind: 'shortfall',
      item: { kind: 'question', id: 'f.a' },
      level: 3,
      lacks: { need: 3, ticked: 2, missing: [marks[1]], required: false },
    });
    expect(initialOf(few)).toBe('1 3');
    expect(answerIn(few)).toBeUndefined();
    expect(answerIn(play(titled, key('3'), text('1 3'), back))).toBeUndefined();
    const without = play(titled, key('2'), text('2'));
    expect(without.notices).toContainEqual(expect.objectContaining({ lacks: expect.objectContaining({ required: true }) }));
  });

  it('can be changed, and the ticks are still in the prompt then', () => {
    const lower = play(titled, key('3'), text('1 3'), back, key('2'));
    expect(initialOf(lower)).toBe('1 3');
    const done = play(titled, key('3'), text('1 3'), back, key('2'), text('1 3'));
    expect(answerIn(done)).toMatchObject({ level: 2, marks: ['right', 'time'] });
  });

  it('is not saved beside ticks that are in the file until they are changed', () => {
    const from = answered({ level: 1, marks: ['costs'] });
    expect(answerIn(play(from, key('3')))).toEqual(from.answers.get('f.a'));
    expect(answerIn(play(from, key('3'), text('s')))).toEqual(from.answers.get('f.a'));
    expect(answerIn(play(from, key('3'), text('123')))).toMatchObject({ level: 3, marks: ['right', 'costs', 'time'] });
  });

  it('keeps both in the mark for review if the interview is interrupted there', () => {
    const half = ({ assessment, next }: Played, typed: string): string | undefined => {
      const kept = keepHalfTyped(assessment, next.state, typed);
      return kept && changed(assessment, kept.changes).answers.get('f.a')?.review;
    };
    const said = 'this was being typed when compass was stopped: ';
    expect(half(play(titled, key('2')), '1 2')).toBe(`${said}level 2, marks 1 2`);
    expect(half(play(answered({ level: 1, marks: ['costs'] }), key('3')), '')).toBe(`${said}level 3`);
    expect(half(play(titled, key('3'), text('1 3')), '')).toBe(`${said}level 3, marks 1 3`);
    expect(half(play(titled, key('3'), text('1 3'), back), '')).toBe(`${said}marks 1 3`);
    expect(half(play(titled, key('2')), '')).toBe(`${said}level 2`);
  });

  it('is never saved, whatever is typed', () => {
    const inputs = fc.oneof(
      fc.constantFrom('0', '1', '2', '3', 'n').map(key),
      fc.constantFrom('', '1', '2 3', '123', 's', 'x', '7').map(text),
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

describe('the numbers of marks', () => {
  const ten = 'abcdefghij'.split('').map((id) => mark(id));

  it.each([
    ['1, 3', marks, ['right', 'time']],
    ['31', marks, ['right', 'time']],
    ['2 2', marks, ['costs']],
    [' ', marks, []],
    ['10 1', ten, ['a', 'j']],
  ])('%s', (typed, of, ids) => {
    expect(readTicks(typed, of)).toEqual({ marks: ids });
  });

  it.each([
    ['1 4', marks, '4'],
    ['0', marks, '0'],
    ['1-3', marks, '1-3'],
    ['right', marks, 'right'],
    ['11', ten, '11'],
  ])('%s names no mark', (typed, of, wrong) => {
    expect(readTicks(typed, of)).toEqual({ wrong, of: of.length });
  });
});

describe('conventions', () => {
  it('are shown at the start and with the help of every question, if the rubric has any', () => {
    expect(conventionNotices({ prepared })).toEqual([{ kind: 'conventions' }]);
    expect(play(titled, key('?')).notices.map(({ kind }) => kind)).toEqual(['conventions', 'help']);
    expect(conventionNotices({ prepared: rubricOf([feature('f', [question('f.b')])]) })).toEqual([]);
    expect(begin(titled)).toEqual({ at: 'menu' });
  });
});
