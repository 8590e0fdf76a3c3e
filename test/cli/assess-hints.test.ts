import { describe, expect, it } from 'vitest';
import { type Frame, frameFor } from '../../src/cli/commands/assess/screen/frame.ts';
import { passagePreview } from '../../src/cli/commands/assess/screen/item/passages.ts';
import { localFor } from '../../src/cli/commands/assess/screen/local.ts';
import { screenFor } from '../../src/cli/commands/assess/screen/screen.ts';
import { type Answer, type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import type { Hit } from '../../src/core/evidence.ts';
import type { DraftGuide } from '../../src/interview/draft-guide.ts';
import { upcoming } from '../../src/interview/machine.ts';
import type { Stage, State } from '../../src/interview/state.ts';
import { visitTo } from '../../src/interview/ways/jump.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const marks = ['alpha', 'beta', 'gamma'].map((id) => ({ id, text: `the mark ${id}`, gap: 'Write it.' }));
const named = 'Look for it. Not applicable only where no service meets children. Rate the rest.';
const prepared = rubricOf([
  feature('f', [question('f.a', { marks, need: { 2: 2, 3: 3 } }), question('f.b', { help: named }), question('f.c')]),
]);
const hits = Array.from(
  { length: 3 },
  (_, index): Hit => ({ label: `art. ${index + 1}`, heading: null, score: 1, line: 1, passage: 'Words.', marks: [] }),
);
const guide: DraftGuide = {
  name: 'bill.md',
  warnings: [],
  suggest: () => hits,
  search: () => hits,
  provision: () => undefined,
  check: (quote, at) =>
    quote === 'Words.'
      ? { status: 'exact', foundAt: [at], line: 1, placed: true }
      : { status: 'missing', foundAt: [], line: null, placed: false },
};
const given: Answer = {
  level: 2,
  notApplicable: null,
  marks: ['alpha', 'beta'],
  evidence: [
    { at: 'art. 1', quote: 'Words.' },
    { at: 'art. 2', quote: 'Invented words.' },
    { document: 'the charter', at: 'art. 3', quote: 'Its own words.' },
  ],
};
const answered: Assessment = {
  ...emptyAssessment(),
  draft: { title: 'A bill' },
  answers: new Map([['f.a', given]]),
};

function at(id: string, stage: Stage): State {
  const visit = visitTo({ prepared }, id);
  if (!visit) throw new Error(`there is no ${id}`);
  return { at: 'item', visit, stage };
}

/** What a screen shows, as one text. */
function shown(state: State, rows = 60, assessment = answered, rubric = prepared): string {
  const { state: there, ask } = upcoming({ prepared: rubric, guide }, assessment, state);
  if (!ask) throw new Error('there is nothing to ask');
  const view = {
    prepared: rubric,
    guide,
    assessment,
    name: 'x',
    state: there,
    ask,
    remarks: [],
    style: plainStyle,
    report: () => [],
  };
  const frame: Frame = frameFor(screenFor(view), localFor(ask), { columns: 80, rows });
  return frame.lines.join('\n');
}

const stages: readonly Stage[] = [
  { is: 'reasons' },
  { is: 'not-applicable' },
  { is: 'find-words', from: 'answer', hits },
  { is: 'provision', from: 'answer' },
  { is: 'quote', from: 'answer', piece: 0, isNew: false },
];

describe('a hint at a key', () => {
  it('is on no screen where a text is typed, and a key would be a letter of it', () => {
    for (const stage of stages) {
      for (const rows of [12, 16, 24, 60]) {
        const text = shown(at('f.a', stage), rows);
        expect(text, stage.is).not.toMatch(/press [a-z]\b|\bp shows|\(o:|\bc: /);
      }
    }
  });

  it('is where the prompt takes the key', () => {
    expect(shown(at('f.a', { is: 'answer' }))).toContain('Where bill.md may answer it (p shows more):');
    const small = shown(at('f.a', { is: 'answer' }), 16);
    expect(small).toContain('3 marks, 2 ticked: press m.');
    expect(small).toContain('3 pieces of evidence, 1 NOT VERIFIED: press x.');
    expect(shown(at('f.a', { is: 'reasons' }))).toContain('Where bill.md may answer it:');
  });
});

describe('evidence that does not stand in the draft', () => {
  it('is called so wherever it is listed; what is from another document is not looked up', () => {
    const item = { kind: 'question', id: 'f.a' } as const;
    const screens = [
      shown(at('f.a', { is: 'answer' })),
      shown(at('f.a', { is: 'finish' })),
      shown(at('f.a', { is: 'evidence', from: 'answer' })),
      shown({ at: 'reading', topic: { is: 'item', item }, back: at('f.a', { is: 'answer' }) }),
    ];
    for (const text of screens) {
      expect(text.replace(/\s+/g, ' ')).toContain('[NOT VERIFIED: the draft has no such words] art. 2: "Invented words."');
      expect(text).toContain('  art. 1: "Words."');
      expect(text).toContain('  the charter: art. 3: "Its own words."');
    }
    expect(shown(at('f.a', { is: 'passages', from: 'answer', hits, page: 0 }))).toContain(
      '-  [NOT VERIFIED] art. 2: "Invented words."',
    );
  });
});

describe('a piece of evidence', () => {
  it('has its words once, with what is wrong with them', () => {
    const text = shown(at('f.a', { is: 'piece', from: 'answer', piece: 1 }));
    expect(text).toContain('  -  art. 2\n\nThese words are not in the draft.\n\nYour words:\n  Invented words.\n');
    expect(text.match(/Invented words/g)).toHaveLength(1);
    expect(shown(at('f.a', { is: 'piece', from: 'answer', piece: 0 }))).toContain('  -  art. 1: "Words."');
  });
});

describe('where there is little room', () => {
  it('passages keep a line of their words as long as they can: long headings lose their end first', () => {
    const heading = 'Upgrading and sharing of apparatus installed before 29 December 2003 and what follows from it';
    const long = hits.map((each) => ({ ...each, heading }));
    const text = shown(at('f.c', { is: 'passages', from: 'answer', hits: long, page: 0 }), 16);
    expect(text.match(/^ {5}Words[.]$/gm)).toHaveLength(3);
    expect(text.match(/^ {2}\d {2}art[.] \d {2}Upgrading.*…$/gm)).toHaveLength(3);
  });

  it('the header has what is answered whole, or not at all', () => {
    const title = 'A feature with a title that leaves no room for anything else';
    const titled = rubricOf([{ ...feature('f', [question('f.a', { levels: Array.from({ length: 9 }, () => 'none') })]), title }]);
    const visit = visitTo({ prepared: titled }, 'f.a');
    if (!visit) throw new Error('there is no f.a');
    const [first = ''] = shown({ at: 'item', visit, stage: { is: 'answer' } }, 14, emptyAssessment(), titled).split('\n');
    expect(first).toBe(`${title}, question 1 of 1`);
  });
});

describe('marks without a tick', () => {
  it('are said not to be needed for a level that needs none', () => {
    expect(shown(at('f.a', { is: 'marks', level: 1, ticked: [] }))).toContain('Level 1 needs no tick.');
  });
});

describe('the numbers on a screen', () => {
  const numbered = (text: string): string[] => [...text.matchAll(/^ {2}(\d+) /gm)].map(([, number = '']) => number);

  it('belong to one list, the one that a digit chooses from', () => {
    expect(numbered(shown(at('f.a', { is: 'answer' })))).toEqual(['0', '1', '2', '3']);
    expect(numbered(shown(at('f.a', { is: 'marks', level: 2, ticked: [] })))).toEqual(['1', '2', '3']);
    expect(numbered(shown(at('f.a', { is: 'passages', from: 'answer', hits, page: 0 })))).toEqual(['1', '2', '3']);
    expect(numbered(shown(at('f.a', { is: 'evidence', from: 'answer' })))).toEqual(['1', '2', '3']);
    expect(numbered(shown(at('f.a', { is: 'finish' })))).toEqual([]);
  });

  it('are not those of the levels where marks are ticked', () => {
    expect(shown(at('f.a', { is: 'marks', level: 2, ticked: [] }))).toContain('  level 2  more');
  });
});

describe('the lowest level beside ticked marks', () => {
  it('is said to contradict them where its reasons are asked for', () => {
    const answers = new Map([['f.a', { ...given, level: 0 }]]);
    expect(shown(at('f.a', { is: 'reasons' }), 60, { ...answered, answers })).toContain('The ticked marks would allow level');
    expect(shown(at('f.a', { is: 'reasons' }))).not.toContain('would allow');
  });
});

describe('a passage below a question', () => {
  it('has an ellipsis where it is only a part of its sentence', () => {
    const cut = [
      {
        label: 'art. 1',
        heading: null,
        score: 1,
        line: 1,
        passage: 'shall ensure',
        marks: [],
        cut: { before: true, after: true },
      },
    ] as const;
    const ask = { kind: 'key', message: '', keys: [] } as const;
    const { lines } = passagePreview({ ...guide, suggest: () => cut }, 'f.a', ask, 80);
    expect(lines.join('\n')).toContain('art. 1: … shall ensure …');
  });
});

describe('a text that was cleared', () => {
  it('is not said to be kept', () => {
    const screen = {
      ask: { kind: 'text', message: 'Why?', initial: 'Because.' },
      body: () => [],
      text: () => [],
      remarks: [],
      style: plainStyle,
    } as const;
    const keys = (text: string): string =>
      frameFor(screen, localFor(screen.ask, text), { columns: 80, rows: 24 }).lines.join(' ');
    expect(keys('Because.')).toContain('Enter keeps it');
    expect(keys('')).not.toContain('Enter keeps it');
  });
});

describe('a question that does not apply', () => {
  it('has its own words on when that is so, or is said to name no such case', () => {
    const case1 = shown(at('f.b', { is: 'not-applicable' }));
    expect(case1).toContain('Not applicable only where no service meets children.\n');
    expect(case1).not.toContain('Rate the rest');
    expect(shown(at('f.c', { is: 'not-applicable' })).replace(/\s+/g, ' ')).toContain(
      'names no case in which it does not apply. If the draft says nothing on it, the answer is level 0: press Esc, then 0.',
    );
  });
});

describe('the full text of an item', () => {
  it('says that its answer has no reason or no evidence', () => {
    const item = { kind: 'question', id: 'f.b' } as const;
    const reading: State = { at: 'reading', topic: { is: 'item', item }, back: at('f.b', { is: 'answer' }) };
    const answers = new Map([['f.b', { level: 1, notApplicable: null, evidence: [] }]]);
    expect(shown(reading, 60, { ...answered, answers })).toContain('Now: 1\nNo reason yet.\nNo evidence yet.');
    expect(shown(reading)).not.toContain('No reason yet.');
  });
});
