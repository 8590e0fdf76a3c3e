import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import type { Hit } from '../../src/core/evidence.ts';
import type { DraftGuide } from '../../src/interview/draft-guide.ts';
import { changed } from '../../src/interview/entries.ts';
import { keepHalfTyped } from '../../src/interview/half-typed.ts';
import { askAgain, begin, beginReview, respond, type Upcoming, upcoming } from '../../src/interview/machine.ts';
import type { Ask, Input, Notice, Questionnaire, State } from '../../src/interview/state.ts';
import { bundledRubric } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([
  feature('f', [question('f.a'), question('f.b', { when: { question: 'f.a', atLeast: 2 } }), question('f.c')]),
]);
const untitled = emptyAssessment();
const titled: Assessment = { ...untitled, draft: { title: 'A bill' } };

const hit = (label: string): Hit => ({ label, heading: null, score: 1, line: 1, passage: `Words of ${label}.`, marks: [] });
const guide: DraftGuide = {
  name: 'bill.md',
  warnings: [],
  suggest: () => [hit('art. 1'), hit('art. 2')],
  search: () => [hit('art. 9')],
  provision: () => undefined,
  check: () => ({ status: 'exact', foundAt: [], line: 1, placed: true }),
};
const key = (pressed: string): Input => ({ kind: 'key', key: pressed });
const text = (typed: string): Input => ({ kind: 'text', text: typed });
const choice = (index: number): Input => ({ kind: 'choice', index });
const back: Input = { kind: 'back' };

interface Played {
  readonly assessment: Assessment;
  readonly state: State;
  readonly ask: Ask | undefined;
  readonly notices: readonly Notice[];
}

/** A face without a screen: saves every change and shows nothing. */
function play(questionnaire: Questionnaire, from: Assessment, start: State, inputs: readonly Input[]): Played {
  let assessment = from;
  let notices: readonly Notice[] = [];
  let next: Upcoming = upcoming(questionnaire, assessment, start);
  for (const input of inputs) {
    const step = respond(questionnaire, assessment, next.state, input);
    assessment = changed(assessment, step.changes);
    next = upcoming(questionnaire, assessment, step.state);
    notices = [...step.notices, ...next.notices];
  }
  return { assessment, state: next.state, ask: next.ask, notices };
}

const answer = (...inputs: Input[]): Played => play({ prepared }, titled, begin(titled), [choice(0), ...inputs]);

const itemOf = ({ state }: Played): string | undefined =>
  state.at === 'item' ? state.visit.part.items[state.visit.index]?.id : undefined;

describe('before the first question', () => {
  it('a draft without a title is asked for it until it has one, then for what else is known', () => {
    const start = play({ prepared }, untitled, begin(untitled), [text(''), text('A bill'), text('Examplia')]);
    expect(start.assessment.draft).toEqual({ title: 'A bill', jurisdiction: 'Examplia' });
    expect(start.state).toEqual({ at: 'draft', field: 2 });
  });

  it('Esc asks for the fact before; the last fact leads to the menu', () => {
    const start = begin(untitled);
    expect(play({ prepared }, untitled, start, [text('A bill'), back]).state).toEqual({ at: 'draft', field: 0 });
    const all = [text('A bill'), text(''), text(''), text('A. Reviewer'), text('Watch')];
    const done = play({ prepared }, untitled, start, all);
    expect(done.state.at).toBe('menu');
    expect(done.assessment.reviewer).toEqual({ name: 'A. Reviewer', organisation: 'Watch' });
  });

  it('a draft with a title begins with the menu, whose last choice ends the interview', () => {
    const { ask } = upcoming({ prepared }, titled, begin(titled));
    const choices = ask?.kind === 'choice' ? ask.choices : [];
    expect(choices[0]).toContain('from the first question (3 questions)');
    expect(play({ prepared }, titled, begin(titled), [choice(choices.length - 1)]).ask).toBeUndefined();
  });
});

describe('a question', () => {
  it('is shown whole when it comes up, and its level is a change before its reasons are asked for', () => {
    const shown = answer();
    expect(shown.notices).toEqual([expect.objectContaining({ kind: 'item', item: { kind: 'question', id: 'f.a' } })]);
    const chosen = answer(key('2'));
    expect(chosen.assessment.answers.get('f.a')).toEqual({ level: 2, notApplicable: null, evidence: [] });
    expect(chosen.state).toMatchObject({ at: 'item', stage: { is: 'reasons' } });
  });

  it('asks for reasons, provision, words and confidence in turn, and goes on to the next open question', () => {
    const done = answer(key('2'), text('Because.'), text('art. 3'), text('shall not'), text(''), key('h'));
    expect(done.assessment.answers.get('f.a')).toEqual({
      level: 2,
      notApplicable: null,
      rationale: 'Because.',
      evidence: [{ at: 'art. 3', quote: 'shall not' }],
      confidence: 'high',
    });
    expect(itemOf(done)).toBe('f.b');
  });

  it('whose condition the new answer rules out is passed over', () => {
    expect(itemOf(answer(key('1'), text(''), text(''), key('\r')))).toBe('f.c');
  });

  it('does not apply only with a reason', () => {
    const asked = answer(key('n'), text(''));
    expect(asked.state).toMatchObject({ stage: { is: 'not-applicable' } });
    expect(asked.assessment.answers.has('f.a')).toBe(false);
    const given = answer(key('n'), text('no such duty'));
    expect(given.assessment.answers.get('f.a')).toEqual({ level: null, notApplicable: 'no such duty', evidence: [] });
  });

  it('Esc leads one prompt back at every prompt', () => {
    const stage = (...inputs: Input[]): unknown => {
      const { state } = answer(...inputs);
      return state.at === 'item' ? state.stage.is : state.at;
    };
    expect(stage(key('b'))).toBe('menu');
    expect(stage(key('1'), back)).toBe('answer');
    expect(stage(key('n'), back)).toBe('answer');
    expect(stage(key('1'), text(''), back)).toBe('reasons');
    expect(stage(key('1'), text(''), text('art. 1'), back)).toBe('provision');
    expect(stage(key('1'), text(''), text(''), key('b'))).toBe('provision');
  });

  it('going back from the words of a provision takes the provision back too', () => {
    expect(answer(key('1'), text(''), text('art. 1'), back).assessment.answers.get('f.a')?.evidence).toEqual([]);
  });

  it('going back to the question before leads there by the way that one came', () => {
    const there = answer(key('2'), text(''), text(''), key('\r'), key('s'), key('b'));
    expect(itemOf(there)).toBe('f.b');
    expect(there.notices.at(-1)?.kind).toBe('item');
  });

  it('help changes nothing, and the question stays', () => {
    const helped = answer(key('?'));
    expect(helped.notices[0]?.kind).toBe('help');
    expect(itemOf(helped)).toBe('f.a');
    expect(helped.assessment).toEqual(titled);
  });

  it('is asked from its beginning again if another’s answer stays in its place', () => {
    const { state } = answer(key('2'), text('Because.'));
    const again = upcoming({ prepared }, titled, askAgain(state));
    expect(again.notices[0]).toMatchObject({ kind: 'item', item: { id: 'f.a' } });
  });

  it('the last open one of a part says that the part is done, and leads to the menu', () => {
    const one = [key('1'), text(''), text(''), key('\r')];
    const done = answer(...one, ...one);
    expect(done.state.at).toBe('menu');
    expect(done.notices).toContainEqual({ kind: 'part-done', title: 'The design features' });
  });
});

describe('with the text of the draft', () => {
  const withDraft = (...inputs: Input[]): Played =>
    play({ prepared, guide }, titled, begin(titled), [choice(0), key('2'), text(''), ...inputs]);

  it('a passage is taken as evidence with its label, and the list stays open for more', () => {
    const took = withDraft(key('2'), key('1'));
    expect(took.assessment.answers.get('f.a')?.evidence).toEqual([
      { at: 'art. 2', quote: 'Words of art. 2.' },
      { at: 'art. 1', quote: 'Words of art. 1.' },
    ]);
    expect(took.state).toMatchObject({ stage: { is: 'passages' } });
  });

  it('words find other passages', () => {
    const found = withDraft(key('f'), text('complaint'), key('1'));
    expect(found.assessment.answers.get('f.a')?.evidence).toEqual([{ at: 'art. 9', quote: 'Words of art. 9.' }]);
  });

  it('evidence that is typed leads back to the passages, and its words are told to be looked up', () => {
    const typed = withDraft(key('t'), text('art. 5'), text('must'));
    expect(typed.assessment.answers.get('f.a')?.evidence).toEqual([{ at: 'art. 5', quote: 'must' }]);
    expect(typed.notices).toContainEqual({ kind: 'typed-quote', evidence: { at: 'art. 5', quote: 'must' } });
    expect(typed.state).toMatchObject({ stage: { is: 'passages' } });
  });

  it('passages that were opened from the levels lead back to the levels', () => {
    const looked = play({ prepared, guide }, titled, begin(titled), [choice(0), key('p'), key('1'), key('\r')]);
    expect(looked.state).toMatchObject({ stage: { is: 'answer' } });
    expect(looked.assessment.answers.get('f.a')?.level).toBeNull();
  });
});

describe('answers that are marked for review', () => {
  const marked: Assessment = {
    ...titled,
    answers: new Map([
      ['f.a', { level: 2, notApplicable: null, evidence: [], review: 'the words changed' }],
      ['f.c', { level: 1, notApplicable: null, evidence: [], review: 'the article is gone' }],
    ]),
  };
  const review = (...inputs: Input[]): Played => play({ prepared }, marked, beginReview({ prepared }, marked), inputs);

  it('are asked one after the other, and the end of the list is the end', () => {
    const settle = [key('2'), text(''), text(''), key('\r')];
    expect(itemOf(review())).toBe('f.a');
    expect(itemOf(review(...settle))).toBe('f.c');
    const done = review(...settle, ...settle);
    expect(done.state.at).toBe('end');
    expect([...done.assessment.answers.values()].some(({ review: mark }) => mark !== undefined)).toBe(false);
  });

  it('keep their mark if they are passed over', () => {
    expect(review(key('s'), key('s')).assessment.answers.get('f.a')?.review).toBe('the words changed');
  });

  it('there is nothing to ask if none is marked', () => {
    expect(beginReview({ prepared }, titled)).toEqual({ at: 'end' });
  });
});

describe('a text that was half typed when the interview was interrupted', () => {
  const half = ({ assessment, state }: Played, typed: string): Assessment | undefined => {
    const kept = keepHalfTyped(assessment, state, typed);
    return kept && changed(assessment, kept.changes);
  };

  it('is kept in its place, and the entry is marked', () => {
    expect(half(answer(key('2')), 'Becau')?.answers.get('f.a')).toMatchObject({
      level: 2,
      rationale: 'Becau',
      review: 'this was being typed when compass was stopped',
    });
  });

  it('does not replace a level by "not applicable": only the mark holds it', () => {
    const kept = half(answer(key('2'), back, key('n')), 'no du')?.answers.get('f.a');
    expect(kept).toMatchObject({ level: 2, notApplicable: null });
    expect(kept?.review).toContain('no du');
  });

  it('is dropped if it belongs to no answer', () => {
    expect(keepHalfTyped(titled, begin(titled), 'A bi')).toBeUndefined();
    expect(half(answer(key('2')), '')).toBeUndefined();
  });
});

describe('any sequence of inputs', () => {
  const inputFor = (ask: Ask, pick: number): Input => {
    switch (ask.kind) {
      case 'key':
        return key(ask.keys[pick % ask.keys.length] ?? 's');
      case 'text':
        return pick % 4 === 0 ? back : text(['', 'words', `text ${pick}`][pick % 3] ?? '');
      case 'choice':
        return choice(pick % ask.choices.length);
    }
  };

  it('asks for something until the end, keeps its place as plain data, and never drops an answer', async () => {
    const bundled = await bundledRubric();
    const questionnaires: readonly Questionnaire[] = [{ prepared }, { prepared: bundled }, { prepared: bundled, guide }];
    fc.assert(
      fc.property(fc.array(fc.nat(997), { maxLength: 120 }), (picks) => {
        for (const questionnaire of questionnaires) {
          let assessment: Assessment = titled;
          let next = upcoming(questionnaire, assessment, begin(assessment));
          for (const pick of picks) {
            if (!next.ask) break;
            expect(structuredClone(next.state)).toEqual(next.state);
            const before = assessment;
            const step = respond(questionnaire, assessment, next.state, inputFor(next.ask, pick));
            assessment = changed(assessment, step.changes);
            // One input changes one entry at most, and none goes away.
            expect(step.changes.length).toBeLessThanOrEqual(1);
            for (const id of before.answers.keys()) expect(assessment.answers.has(id)).toBe(true);
            const touched = [...assessment.answers].filter(([id, value]) => before.answers.get(id) !== value);
            expect(touched.length).toBeLessThanOrEqual(1);
            next = upcoming(questionnaire, assessment, step.state);
          }
          expect(next.ask === undefined).toBe(next.state.at === 'end');
        }
      }),
      { numRuns: 150 },
    );
  });
});
