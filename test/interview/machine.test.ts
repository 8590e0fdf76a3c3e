import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import type { Hit } from '../../src/core/evidence.ts';
import type { DraftGuide } from '../../src/interview/draft-guide.ts';
import { changed } from '../../src/interview/entries.ts';
import { keepHalfTyped } from '../../src/interview/item/half-typed.ts';
import { askAgain, begin, beginReview, respond, type Upcoming, upcoming } from '../../src/interview/machine.ts';
import { standings } from '../../src/interview/overview.ts';
import type { Ask, Input, Notice, Questionnaire, State } from '../../src/interview/state.ts';
import { bundledRubric } from '../fixtures/bundled.ts';
import { feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';

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
  check: (_, at) => ({ status: 'exact', foundAt: [at], line: 1, placed: true }),
};
const key = (pressed: string): Input => ({ kind: 'key', key: pressed });
const number = (typed: number): Input => ({ kind: 'number', number: typed });
const enter = key('enter');
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

const answer = (...inputs: Input[]): Played => play({ prepared }, titled, begin({ prepared }, titled), [choice(0), ...inputs]);

const stageOf = ({ state }: Played): string => (state.at === 'item' ? state.stage.is : state.at);

const itemOf = ({ state }: Played): string | undefined =>
  state.at === 'item' ? state.visit.part.items[state.visit.index]?.id : undefined;

describe('before the first question', () => {
  it('a draft without a title is asked for it until it has one, then for what else is known', () => {
    const start = play({ prepared }, untitled, begin({ prepared }, untitled), [text(''), text('A bill'), text('Examplia')]);
    expect(start.assessment.draft).toEqual({ title: 'A bill', jurisdiction: 'Examplia' });
    expect(start.state).toEqual({ at: 'draft', field: 2 });
  });

  it('Esc asks for the fact before; the last fact leads to the menu', () => {
    const start = begin({ prepared }, untitled);
    expect(play({ prepared }, untitled, start, [text('A bill'), back]).state).toEqual({ at: 'draft', field: 0 });
    const all = [text('A bill'), text(''), text(''), text('A. Reviewer'), text('Watch')];
    const done = play({ prepared }, untitled, start, all);
    expect(done.state.at).toBe('menu');
    expect(done.assessment.reviewer).toEqual({ name: 'A. Reviewer', organisation: 'Watch' });
  });

  it('a draft with a title begins with the menu, whose last choice ends the interview', () => {
    const { ask } = upcoming({ prepared }, titled, begin({ prepared }, titled));
    const choices = ask?.kind === 'choice' ? ask.choices : [];
    expect(choices[0]).toContain('from the first question (3 questions)');
    expect(play({ prepared }, titled, begin({ prepared }, titled), [choice(choices.length - 1)]).ask).toBeUndefined();
  });
});

describe('a question', () => {
  it('has its level saved before its reasons are asked for', () => {
    const chosen = answer(number(2));
    expect(chosen.assessment.answers.get('f.a')).toEqual({ level: 2, notApplicable: null, evidence: [] });
    expect(stageOf(chosen)).toBe('reasons');
  });

  it('asks for reasons and confidence, with evidence one key away, and goes on to the next open question', () => {
    const done = answer(number(2), text('Because.'), key('t'), text('art. 3'), text('shall not'), number(3));
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
    expect(itemOf(answer(number(1), text(''), enter))).toBe('f.c');
  });

  it('does not apply only with a reason', () => {
    const asked = answer(key('n'), text(''));
    expect(stageOf(asked)).toBe('not-applicable');
    expect(asked.notices).toEqual([{ code: 'reason-needed', args: {} }]);
    expect(asked.assessment.answers.has('f.a')).toBe(false);
    const given = answer(key('n'), text('no such duty'));
    expect(given.assessment.answers.get('f.a')).toEqual({ level: null, notApplicable: 'no such duty', evidence: [] });
  });

  it('that names no case in which it does not apply is set aside only at the second Enter', () => {
    const withCase = rubricOf([feature('f', [question('f.a', { help: 'Not applicable without a court.' }), question('f.b')])]);
    const at = (...inputs: Input[]): Played =>
      play({ prepared: withCase }, titled, begin({ prepared: withCase }, titled), [choice(0), ...inputs]);
    expect(at(key('n'), text('no court')).assessment.answers.get('f.a')?.notApplicable).toBe('no court');
    const asked = [key('s'), key('n'), text('silence')];
    expect(at(...asked).notices).toEqual([{ code: 'no-case', args: {} }]);
    expect(at(...asked).assessment.answers.has('f.b')).toBe(false);
    expect(at(...asked).ask).toMatchObject({ kind: 'text', initial: 'silence' });
    expect(at(...asked, text('other')).assessment.answers.has('f.b')).toBe(false);
    const given = at(...asked, text('silence')).assessment;
    expect(given.answers.get('f.b')?.notApplicable).toBe('silence');
    expect(standings(withCase, given).at(1)?.why).toEqual(['no-case']);
  });

  it('Esc keeps a citation, a quote and why it does not apply for when the reviewer comes back, and says so', () => {
    const leave = (typed: string): Input => ({ kind: 'back', typed });
    const aside = answer(key('n'), leave('no su'));
    expect(stageOf(aside)).toBe('answer');
    expect(aside.notices).toEqual([{ code: 'typed-held', args: {} }]);
    expect(aside.assessment.answers.has('f.a')).toBe(false);
    expect(answer(key('n'), leave('no su'), key('n')).ask).toMatchObject({ initial: 'no su' });
    expect(answer(key('t'), leave('art. 1'), key('t')).ask).toMatchObject({ initial: 'art. 1' });
    const quoting = answer(key('t'), text('art. 1'), leave('The provider'), text('art. 1'));
    expect(quoting.ask).toMatchObject({ initial: 'The provider' });
    expect(answer(key('t'), leave('art. 1'), key('t'), text('art. 1'), text(''), key('t')).ask).toMatchObject({ initial: '' });
    const stopped = keepHalfTyped(prepared, aside.assessment, aside.state, '');
    expect(changed(aside.assessment, stopped?.changes ?? []).answers.get('f.a')?.rationale).toBe('no su');
  });

  it('Esc keeps a reason that was typed, and says so', () => {
    const went = answer(number(1), { kind: 'back', typed: 'Article 3 says so.' });
    expect(went.assessment.answers.get('f.a')?.rationale).toBe('Article 3 says so.');
    expect(went.notices.map(({ code }) => code)).toEqual(['typed-kept']);
    expect(answer(number(1), back).notices).toEqual([]);
  });

  it('Esc leads one prompt back at every prompt', () => {
    expect(stageOf(answer(back))).toBe('menu');
    expect(stageOf(answer(back, back))).toBe('answer');
    expect(stageOf(answer(number(1), back))).toBe('answer');
    expect(stageOf(answer(key('n'), back))).toBe('answer');
    expect(stageOf(answer(key('t'), back))).toBe('answer');
    expect(stageOf(answer(number(1), text(''), back))).toBe('reasons');
    expect(stageOf(answer(number(1), text(''), key('t'), text('art. 1'), back))).toBe('provision');
    expect(stageOf(answer(number(1), text(''), key('t'), back))).toBe('finish');
    expect(stageOf(answer(key('j'), back))).toBe('answer');
    expect(stageOf(answer(key('l'), back))).toBe('answer');
    expect(stageOf(answer(key('?'), back))).toBe('answer');
  });

  it('going back from the words of a provision takes the provision back too, and it can be corrected', () => {
    const gone = answer(key('t'), text('art. 1'), back);
    expect(gone.assessment.answers.get('f.a')?.evidence).toEqual([]);
    expect(gone.ask).toMatchObject({ initial: 'art. 1' });
  });

  it('going back to the question before leads there by the way that one came', () => {
    expect(itemOf(answer(number(2), text(''), enter, key('s'), back))).toBe('f.b');
  });

  it('Enter keeps an answer and goes on; without one it is no key', () => {
    const keys = (played: Played): unknown => played.ask?.kind === 'key' && played.ask.keys.map((each) => each.key);
    expect(keys(answer())).not.toContain('enter');
    const again = answer(number(2), text(''), enter, back);
    expect(keys(again)).toContain('enter');
    const kept = play({ prepared }, again.assessment, again.state, [enter]);
    expect(kept.assessment).toEqual(again.assessment);
    expect(itemOf(kept)).toBe('f.b');
  });

  it('help, rules, full text and lists change nothing, and lead back to the question', () => {
    for (const pressed of ['?', 'c', 'o', 'l', 'j']) {
      const looked = answer(key(pressed));
      expect(looked.assessment, pressed).toEqual(titled);
      const again = play({ prepared }, titled, looked.state, [back]);
      expect(itemOf(again), pressed).toBe('f.a');
    }
    expect(answer(key('?')).ask).toEqual({ kind: 'read', topic: { is: 'help', item: { kind: 'question', id: 'f.a' } } });
  });

  it('is asked from its beginning again if another’s answer stays in its place', () => {
    const { state } = answer(number(2), text('Because.'));
    const again = upcoming({ prepared }, titled, askAgain(state));
    expect(again.state).toMatchObject({ at: 'item', stage: { is: 'answer' } });
  });

  it('the last open one of a part says that the part is done, and leads to the menu', () => {
    const one = [number(1), text(''), enter];
    const done = answer(...one, ...one);
    expect(done.state.at).toBe('menu');
    expect(done.notices).toContainEqual({ code: 'part-done', args: { title: 'The design features' } });
  });

  it('has its reason changed in the editor, before or after its level', () => {
    const written = answer(key('e'), text('Written at length.'));
    expect(written.assessment.answers.get('f.a')).toMatchObject({ level: null, rationale: 'Written at length.' });
    expect(stageOf(written)).toBe('answer');
    expect(answer(key('e'), back).assessment).toEqual(titled);
  });

  it('is marked for review by a key, and stays marked when it is answered in the same visit', () => {
    const marked = answer(key('r'));
    expect(marked.assessment.answers.get('f.a')?.review).toBe('to look at again');
    expect(answer(key('r'), key('r')).assessment.answers.get('f.a')).not.toHaveProperty('review');
    const answered = answer(key('r'), number(2), text(''), enter);
    expect(answered.assessment.answers.get('f.a')).toMatchObject({ level: 2, review: 'to look at again' });
  });
});

describe('going elsewhere', () => {
  it('j goes to a number, an id or words; Enter alone to the menu', () => {
    expect(itemOf(answer(key('j'), text('3')))).toBe('f.c');
    expect(itemOf(answer(key('j'), text('f.c')))).toBe('f.c');
    expect(itemOf(answer(key('j'), text('QUESTION c')))).toBe('f.c');
    expect(answer(key('j'), text('')).state.at).toBe('menu');
  });

  it('j lists what several words fit, and asks again if nothing fits', () => {
    const several = answer(key('j'), text('question'));
    expect(several.ask).toMatchObject({
      kind: 'choice',
      choices: [expect.stringContaining('f.a'), expect.any(String), expect.any(String)],
    });
    expect(itemOf(play({ prepared }, titled, several.state, [choice(1)]))).toBe('f.b');
    const none = answer(key('j'), text('nowhere'));
    expect(none.state.at).toBe('jump');
    expect(none.ask).toMatchObject({ initial: '' });
    expect(none.notices).toEqual([{ code: 'nothing-found', args: { words: 'nowhere' } }]);
    expect(answer(key('j'), text('0')).state.at).toBe('jump');
  });

  it('l lists what is open, unsure, needs review or lacks a reason or evidence, and l again only one of them', () => {
    const reasoned = { level: 2, notApplicable: null, rationale: 'It says so.', evidence: [{ at: 'art. 1' }] };
    const unsure: Assessment = {
      ...titled,
      answers: new Map([
        ['f.a', { ...reasoned, confidence: 'low' }],
        ['f.b', { ...reasoned, review: 'the words changed' }],
      ]),
    };
    const listed = (...inputs: Input[]): Played => play({ prepared }, unsure, begin({ prepared }, unsure), [key('l'), ...inputs]);
    const choices = ({ ask }: Played): readonly string[] => (ask?.kind === 'choice' ? ask.choices : []);
    expect(choices(listed())).toHaveLength(3);
    expect(choices(listed(key('l')))).toEqual([expect.stringMatching(/^f\.c \(open\)/)]);
    expect(choices(listed(key('l'), key('l')))).toEqual([expect.stringMatching(/^f\.a \(low confidence\)/)]);
    expect(choices(listed(key('l'), key('l'), key('l')))).toEqual([expect.stringMatching(/^f\.b \(review: the words changed\)/)]);
    expect(choices(listed(...Array.from({ length: 4 }, () => key('l'))))).toEqual([]);
    expect(choices(listed(...Array.from({ length: 7 }, () => key('l'))))).toHaveLength(3);
    expect(itemOf(listed(choice(1)))).toBe('f.b');
  });

  it('an answer needs a reason, and evidence above the lowest level; a red flag needs both if it is present', () => {
    const flagged = rubricOf([feature('f', [question('f.a'), question('f.b'), question('f.c')])], { flags: [flag('watch')] });
    const lacking = ({ answers = [], present }: { answers?: [string, number | null, string?][]; present?: boolean }): string[] =>
      standings(flagged, {
        ...titled,
        answers: new Map(
          answers.map(([id, level, rationale]) => [
            id,
            { level, notApplicable: level === null ? 'why' : null, evidence: [], ...(rationale && { rationale }) },
          ]),
        ),
        flags: new Map(present === undefined ? [] : [['watch', { present, evidence: [] }]]),
      }).flatMap(({ item, why }) => why.filter((each) => each.startsWith('no-')).map((each) => `${item.id} ${each}`));
    expect(lacking({ answers: [['f.a', 1]] })).toEqual(['f.a no-reason', 'f.a no-evidence']);
    expect(lacking({ answers: [['f.a', 1, ' ']] })).toEqual(['f.a no-reason', 'f.a no-evidence']);
    expect(lacking({ answers: [['f.a', 0]] })).toEqual(['f.a no-reason']);
    expect(
      lacking({
        answers: [
          ['f.a', 0, 'Silent.'],
          ['f.b', null],
        ],
      }),
    ).toEqual([]);
    expect(lacking({ present: true })).toEqual(['watch no-reason', 'watch no-evidence']);
    expect(lacking({ present: false })).toEqual([]);
  });

  it('u leads to the menu, and from there back to the question; not from a list that is gone through for review', () => {
    const keys = ({ ask }: Played): string[] => (ask?.kind === 'key' ? ask.keys.map((each) => each.key) : []);
    expect(answer(key('u')).state).toMatchObject({ at: 'menu' });
    expect(itemOf(answer(key('s'), key('u'), back))).toBe('f.b');
    expect(answer(number(1), text('why'), key('u')).state).toMatchObject({ at: 'menu' });
    const marked: Assessment = {
      ...titled,
      answers: new Map([['f.a', { level: 2, notApplicable: null, evidence: [], review: 'look' }]]),
    };
    expect(keys(answer())).toContain('u');
    expect(keys(play({ prepared }, marked, beginReview({ prepared }, marked), []))).not.toContain('u');
  });

  it('j lists first what has the words in its own text, then what only belongs to a feature of that name', () => {
    const named = rubricOf([
      feature('remedy', [
        question('remedy.courts', { text: 'Who may sue?' }),
        question('remedy.bodies', { text: 'Which remedy is there?' }),
      ]),
    ]);
    const { ask } = play({ prepared: named }, titled, begin({ prepared: named }, titled), [key('j'), text('remedy')]);
    expect(ask).toMatchObject({ choices: ['remedy.bodies: Which remedy is there?', 'remedy.courts: Who may sue?'] });
  });

  it('j finds a word in its other forms, if it is told the stems of words', () => {
    const worded = rubricOf([
      feature('f', [
        question('f.a', { text: 'Is there a remedy for the person harmed?' }),
        question('f.b', { text: 'Who supervises companies?' }),
      ]),
    ]);
    const stems = (words: string): string[] =>
      words
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word !== '' && word !== 'of')
        .map((word) => word.replace(/(y|ies|es|s)$/, ''));
    const jump = (questionnaire: Questionnaire, words: string): Played =>
      play(questionnaire, titled, begin(questionnaire, titled), [key('j'), text(words)]);
    expect(itemOf(jump({ prepared: worded, stems }, 'remedies'))).toBe('f.a');
    expect(itemOf(jump({ prepared: worded, stems }, 'company of'))).toBe('f.b');
    expect(itemOf(jump({ prepared: worded, stems }, 'superv'))).toBe('f.b');
    expect(jump({ prepared: worded }, 'remedies').notices).toEqual([{ code: 'nothing-found', args: { words: 'remedies' } }]);
  });

  it('an interview goes on at the item where it was stopped, before the first open one', () => {
    const start = begin({ prepared }, titled, 'f.c');
    expect(itemOf(play({ prepared }, titled, start, [choice(0)]))).toBe('f.c');
    expect(itemOf(play({ prepared }, titled, start, [back]))).toBe('f.c');
    expect(itemOf(play({ prepared }, titled, start, [choice(1)]))).toBe('f.a');
    expect(begin({ prepared }, titled, 'no.such')).toEqual({ at: 'menu' });
  });

  it('q stops at every list', () => {
    for (const way of [[], [key('l')], [key('j'), text('question')], [choice(1)]])
      expect(play({ prepared }, titled, begin({ prepared }, titled), [...way, key('q')]).state.at).toBe('end');
  });
});

describe('guiding questions and red flags', () => {
  const more = rubricOf([feature('f', [question('f.a')])], {
    steps: [
      { id: 's', title: 'Step', summary: '', questions: [{ id: 's.g', text: 'Guiding?', help: '', principles: [], was: [] }] },
    ],
    flags: [flag('watch')],
  });
  const at = (id: string, ...inputs: Input[]): Played =>
    play({ prepared: more }, titled, begin({ prepared: more }, titled, id), [choice(0), ...inputs]);

  it('are answered by digits', () => {
    const status = (typed: number): unknown => at('s.g', number(typed)).assessment.steps.get('s.g')?.status;
    expect([0, 1, 2].map(status)).toEqual(['missing', 'partly', 'addressed']);
    const present = (typed: number): unknown => at('watch', number(typed)).assessment.flags.get('watch')?.present;
    expect([0, 1].map(present)).toEqual([false, true]);
  });

  it('a flag that is present may have evidence', () => {
    const present = at('watch', number(1), text('It scans.'), key('t'), text('art. 3'), text('all messages'), enter);
    expect(present.assessment.flags.get('watch')).toEqual({
      present: true,
      rationale: 'It scans.',
      evidence: [{ at: 'art. 3', quote: 'all messages' }],
    });
    expect(stageOf(at('watch', number(0), text('')))).toBe('menu');
  });
});

describe('with the text of the draft', () => {
  const withDraft = (...inputs: Input[]): Played =>
    play({ prepared, guide }, titled, begin({ prepared, guide }, titled), [choice(0), number(2), text(''), ...inputs]);
  const evidence = ({ assessment }: Played): unknown => assessment.answers.get('f.a')?.evidence;

  it('a passage is taken as evidence with its label, and the list stays open for more', () => {
    const took = withDraft(key('p'), number(2), number(1));
    expect(evidence(took)).toEqual([
      { at: 'art. 2', quote: 'Words of art. 2.' },
      { at: 'art. 1', quote: 'Words of art. 1.' },
    ]);
    expect(stageOf(took)).toBe('passages');
  });

  it('the same passage is not taken twice, and the whole sentence is taken', () => {
    const twice = withDraft(key('p'), number(2), number(2));
    expect(evidence(twice)).toHaveLength(1);
    expect(twice.notices).toEqual([{ code: 'taken-already', args: { at: 'art. 2' } }]);
    const whole: DraftGuide = { ...guide, whole: ({ passage }) => `${passage} To its end.` };
    const took = play({ prepared, guide: whole }, titled, begin({ prepared }, titled), [choice(0), key('p'), number(1)]);
    expect(evidence(took)).toEqual([{ at: 'art. 1', quote: 'Words of art. 1. To its end.' }]);
  });

  it('more than six passages are on further pages', () => {
    const many: DraftGuide = { ...guide, suggest: () => Array.from({ length: 8 }, (_, index) => hit(`art. ${index + 1}`)) };
    const turned = play({ prepared, guide: many }, titled, begin({ prepared }, titled), [choice(0), key('p'), key('space')]);
    expect(turned.ask).toMatchObject({ numbers: { from: 1, to: 2 } });
    expect(evidence(play({ prepared, guide: many }, titled, turned.state, [number(2)]))).toEqual([
      { at: 'art. 8', quote: 'Words of art. 8.' },
    ]);
    expect(play({ prepared, guide: many }, titled, turned.state, [key('space')]).ask).toMatchObject({ numbers: { to: 6 } });
  });

  it('without a passage no number can be typed', () => {
    const none: DraftGuide = { ...guide, suggest: () => [] };
    const listed = play({ prepared, guide: none }, titled, begin({ prepared }, titled), [choice(0), key('p')]);
    expect(listed.ask).not.toHaveProperty('numbers');
  });

  it('words find other passages', () => {
    expect(evidence(withDraft(key('p'), key('f'), text('complaint'), number(1)))).toEqual([
      { at: 'art. 9', quote: 'Words of art. 9.' },
    ]);
  });

  it('a typed quote that stands in the draft is said to', () => {
    const typed = withDraft(key('p'), key('t'), text('art. 5'), text('must ensure'));
    expect(evidence(typed)).toEqual([{ at: 'art. 5', quote: 'must ensure' }]);
    expect(typed.notices).toContainEqual({ code: 'quote-stands', args: { found: 'art. 5' } });
    expect(stageOf(typed)).toBe('passages');
  });

  it('a single word is said to be no evidence, with the number of provisions that have it', () => {
    const everywhere: DraftGuide = {
      ...guide,
      check: () => ({ status: 'exact', foundAt: ['art. 1', 'art. 2', 'art. 3'], line: 1, placed: true }),
    };
    const from = begin({ prepared }, titled);
    const typed = play({ prepared, guide: everywhere }, titled, from, [choice(0), key('t'), text('art. 1'), text('shall')]);
    expect(typed.notices).toEqual([{ code: 'quote-one-word', args: { word: 'shall', n: 3 } }]);
  });

  it('one that does not is saved, and the draft’s words can be taken, or it can be typed again', () => {
    const doubting: DraftGuide = {
      ...guide,
      check: (quote, at) =>
        quote === 'shall ensure'
          ? { status: 'exact', foundAt: ['art. 5'], line: 1, placed: at === 'art. 5' }
          : {
              status: 'near',
              foundAt: ['art. 5'],
              line: 1,
              placed: true,
              differences: [
                { kind: 'gone', text: 'must' },
                { kind: 'new', text: 'shall' },
                { kind: 'same', text: 'ensure' },
              ],
            },
    };
    const typed = (...inputs: Input[]): Played =>
      play({ prepared, guide: doubting }, titled, begin({ prepared }, titled), [
        choice(0),
        key('t'),
        text('art. 5'),
        text('must ensure'),
        ...inputs,
      ]);
    expect(stageOf(typed())).toBe('doubt');
    expect(evidence(typed())).toEqual([{ at: 'art. 5', quote: 'must ensure' }]);
    expect(evidence(typed(key('d')))).toEqual([{ at: 'art. 5', quote: 'shall ensure' }]);
    expect(stageOf(typed(key('d')))).toBe('answer');
    expect(stageOf(typed(enter))).toBe('answer');
    expect(typed(back).ask).toMatchObject({ kind: 'text', initial: 'must ensure' });
    expect(evidence(typed(back, text('shall ensure')))).toEqual([{ at: 'art. 5', quote: 'shall ensure' }]);
  });

  it('evidence can be changed and removed, a single piece at once', () => {
    const two = [key('p'), number(1), number(2), enter];
    expect(stageOf(withDraft(...two, key('x')))).toBe('evidence');
    expect(evidence(withDraft(...two, key('x'), number(1), key('x')))).toEqual([{ at: 'art. 2', quote: 'Words of art. 2.' }]);
    const changedPiece = withDraft(...two, key('x'), number(2), key('t'), text('art. 2(1)'), text('Other words.'));
    expect(evidence(changedPiece)).toEqual([
      { at: 'art. 1', quote: 'Words of art. 1.' },
      { at: 'art. 2(1)', quote: 'Other words.' },
    ]);
    const one = withDraft(key('p'), number(1), enter, key('x'));
    expect(stageOf(one)).toBe('piece');
    const none = play({ prepared, guide }, one.assessment, one.state, [key('x')]);
    expect(evidence(none)).toEqual([]);
    expect(stageOf(none)).toBe('finish');
  });

  it('passages that were opened from the levels lead back to the levels', () => {
    const looked = play({ prepared, guide }, titled, begin({ prepared }, titled), [choice(0), key('p'), number(1), enter]);
    expect(stageOf(looked)).toBe('answer');
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
    const settle = [number(2), text(''), enter];
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
    const kept = keepHalfTyped(prepared, assessment, state, typed);
    return kept && changed(assessment, kept.changes);
  };

  it('is kept in its place, and the entry is marked', () => {
    expect(half(answer(number(2)), 'Becau')?.answers.get('f.a')).toMatchObject({
      level: 2,
      rationale: 'Becau',
      review: 'this was being typed when compass was stopped',
    });
  });

  it('does not replace a level by "not applicable": it becomes the reason, or if there is one the mark holds it', () => {
    const kept = half(answer(number(2), back, key('n')), 'no du')?.answers.get('f.a');
    expect(kept).toMatchObject({ level: 2, notApplicable: null, rationale: 'no du' });
    expect(kept?.review).not.toContain('no du');
    const reasoned = half(answer(number(2), text('Because.'), back, back, key('n')), 'no du')?.answers.get('f.a');
    expect(reasoned).toMatchObject({ level: 2, rationale: 'Because.' });
    expect(reasoned?.review).toContain('no du');
  });

  it('goes with its mark only if the reviewer says so twice, and comes back with it', () => {
    const before = half(answer(number(2), text('Because.'), back), 'Becau') ?? titled;
    const at = answer(key('j'), text('f.a')).state;
    const later = (...inputs: Input[]): Played => play({ prepared }, before, at, inputs);
    const mark = ({ assessment }: Played): string | undefined => assessment.answers.get('f.a')?.review;
    const words = 'this was being typed when compass was stopped: Becau';
    expect(mark(later(key('r')))).toBe(words);
    expect(later(key('r')).notices).toEqual([{ code: 'unmark-asks', args: { review: words } }]);
    expect(mark(later(key('r'), key('o'), back, key('r')))).toBe(words);
    expect(mark(later(key('r'), key('r')))).toBeUndefined();
    expect(mark(later(key('r'), key('r'), key('r')))).toBe(words);
  });

  it('is not lost when the answer is gone through again or no longer applies', () => {
    const before = half(answer(number(2), text('Because.'), back), 'Becau') ?? titled;
    const at = answer(key('j'), text('f.a')).state;
    for (const inputs of [
      [number(1), text('Other.'), enter],
      [key('n'), text('No case.'), text('No case.')],
    ]) {
      const again = play({ prepared }, before, at, inputs);
      expect(again.assessment.answers.get('f.a')?.review).toContain('Becau');
    }
    const done = play({ prepared }, before, at, [number(1), text('Other.'), enter]);
    expect(done.notices).toContainEqual({ code: 'mark-kept', args: { id: 'f.a' } });
  });

  it('does not replace a saved reason: only the mark holds it', () => {
    const kept = half(answer(number(2), text('Because.'), back), 'Becau')?.answers.get('f.a');
    expect(kept).toMatchObject({ rationale: 'Because.', review: 'this was being typed when compass was stopped: Becau' });
  });

  it('does not replace the words of a saved piece of evidence', () => {
    const rewriting = answer(key('t'), text('art. 1'), text('shall'), key('x'), key('t'), text('art. 1'));
    expect(half(rewriting, 'sh')?.answers.get('f.a')).toMatchObject({ evidence: [{ at: 'art. 1', quote: 'shall' }] });
  });

  it('is dropped if it belongs to no answer', () => {
    expect(keepHalfTyped(prepared, titled, begin({ prepared }, titled), 'A bi')).toBeUndefined();
    expect(half(answer(number(2)), '')).toBeUndefined();
  });
});

describe('any sequence of inputs', () => {
  const inputFor = (ask: Ask, pick: number): Input => {
    switch (ask.kind) {
      case 'key': {
        const { from = 0, to = -1 } = ask.numbers ?? {};
        const count = to - from + 1;
        const index = pick % (ask.keys.length + count);
        return index < count ? number(from + index) : keyInput(ask.keys[index - count]?.key ?? 'b');
      }
      case 'text':
        return pick % 4 === 0 ? back : text(['', 'words', `text ${pick}`, '1'][pick % 3] ?? '');
      case 'choice':
        return pick % 5 === 0
          ? keyInput(ask.keys[pick % ask.keys.length]?.key ?? 'q')
          : choice(pick % Math.max(1, ask.choices.length));
      case 'read':
        return back;
      case 'edit':
        return pick % 2 === 0 ? back : text(`edited ${pick}`);
    }
  };
  const keyInput = (pressed: string): Input => (pressed === 'b' ? back : key(pressed));

  it('asks for something until the end, keeps its place as plain data, and never drops an answer', async () => {
    const bundled = await bundledRubric();
    const questionnaires: readonly Questionnaire[] = [{ prepared }, { prepared: bundled }, { prepared: bundled, guide }];
    fc.assert(
      fc.property(fc.array(fc.nat(997), { maxLength: 120 }), (picks) => {
        for (const questionnaire of questionnaires) {
          let assessment: Assessment = titled;
          let next = upcoming(questionnaire, assessment, begin(questionnaire, assessment));
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
