import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { type Frame, frameFor, type Size } from '../../src/cli/commands/assess/screen/frame.ts';
import { type Local, localFor } from '../../src/cli/commands/assess/screen/local.ts';
import { screenFor } from '../../src/cli/commands/assess/screen/screen.ts';
import { fitted, rank, type Section } from '../../src/cli/commands/assess/screen/sections.ts';
import type { View } from '../../src/cli/commands/assess/screen/view.ts';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import type { Hit } from '../../src/core/evidence.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import type { DraftGuide } from '../../src/interview/draft-guide.ts';
import { upcoming } from '../../src/interview/machine.ts';
import type { Stage, State } from '../../src/interview/state.ts';
import { visitTo } from '../../src/interview/ways/jump.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { bundledRubric, root } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const hit = (label: string): Hit => ({
  label,
  heading: 'Duties of providers',
  score: 1,
  line: 1,
  passage: `Words of ${label} that go on for a while, as the sentences of a law do, ${'and on '.repeat(40)}to their end.`,
  marks: [[0, 5]],
});
const guide: DraftGuide = {
  name: 'drafts/bill.md',
  warnings: [],
  suggest: () => Array.from({ length: 14 }, (_, index) => hit(`art. ${index + 1}`)),
  search: () => [],
  provision: () => `Article 1\n\n${hit('art. 1').passage}\n\n${'Another paragraph. '.repeat(400)}`,
  check: () => ({ status: 'missing', foundAt: [], line: null, placed: true }),
};

function viewOf(prepared: PreparedRubric, assessment: Assessment, state: State): View {
  const next = upcoming({ prepared, guide }, assessment, state);
  if (!next.ask) throw new Error('there is nothing to ask');
  return {
    prepared,
    guide,
    assessment,
    name: 'x.answers.yaml',
    state: next.state,
    ask: next.ask,
    remarks: ['Taken as evidence: art. 1'],
    secondsLeft: 40,
    style: plainStyle,
    report: (width) => ['a report of', `${width} columns`],
  };
}

function at(prepared: PreparedRubric, id: string, stage: Stage): State {
  const visit = visitTo({ prepared }, id);
  if (!visit) throw new Error(`there is no ${id}`);
  return { at: 'item', visit, stage };
}

function frame(view: View, size: Size, local: Partial<Local> = {}): Frame {
  return frameFor(screenFor(view), { ...localFor(view.ask), ...local }, size);
}

const sizes = [60, 80, 120].map((columns): Size => ({ columns, rows: 24 }));

/** The answers of the bundled example, with every kind of addition to the first question. */
async function answered(prepared: PreparedRubric): Promise<Assessment> {
  const text = await readFile(join(root, 'examples', 'bill.answers.yaml'), 'utf8');
  return readAnswers(text, 'bill.answers.yaml', prepared).assessment;
}

const stages: readonly Stage[] = [
  { is: 'answer' },
  { is: 'marks', level: 3, ticked: [] },
  { is: 'reasons' },
  { is: 'finish' },
  { is: 'not-applicable' },
  { is: 'passages', from: 'answer', hits: guide.suggest(''), page: 0 },
  { is: 'passages', from: 'answer', hits: [], page: 0 },
  { is: 'provision', from: 'answer' },
  { is: 'evidence', from: 'answer' },
  { is: 'piece', from: 'answer', piece: 0 },
  { is: 'doubt', from: 'answer', piece: 0, isNew: true },
];

describe('the screen of a question', () => {
  it.each(sizes)(
    'fits in $columns columns and $rows rows at every stage, and never loses a word of the question',
    async (size) => {
      const prepared = await bundledRubric();
      const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
      for (const assessment of [emptyAssessment(), await answered(prepared)]) {
        for (const [id, { question: asked }] of prepared.questions) {
          for (const stage of stages) {
            if (stage.is === 'marks' && !asked.marks) continue;
            const { lines, cursor } = frame(viewOf(prepared, assessment, at(prepared, id, stage)), size);
            const place = `${id} at ${stage.is}`;
            expect(lines.length, place).toBeLessThan(size.rows);
            for (const line of lines) expect(line.length, `${place}: ${line}`).toBeLessThan(size.columns);
            expect(squeezed(lines.join(' ')), place).toContain(squeezed(asked.text));
            expect(cursor.row, place).toBeLessThan(lines.length);
            expect(lines[cursor.row]?.length, place).toBeLessThanOrEqual(cursor.column + 1);
          }
        }
      }
    },
  );

  it('has every level, at least its beginning, and every key', async () => {
    const prepared = await bundledRubric();
    for (const size of sizes) {
      for (const [id, { question: asked }] of prepared.questions) {
        const { lines } = frame(viewOf(prepared, await answered(prepared), at(prepared, id, { is: 'answer' })), size);
        for (const [level, text] of asked.levels.entries())
          expect(lines.join('\n'), id).toContain(`  ${level}  ${text.slice(0, 20)}`);
        const keys = lines.slice(-4).join(' ');
        for (const each of ['n does not apply', 'j jump', 'l list', 'o full text', '? help', 'q stop'])
          expect(keys).toContain(each);
      }
    }
  });

  it('says what is one key away where there is no room for it', async () => {
    const prepared = await bundledRubric();
    const view = viewOf(prepared, emptyAssessment(), at(prepared, 'access-to-remedy.company-mechanisms', { is: 'answer' }));
    const { lines } = frame(view, { columns: 60, rows: 24 });
    expect(lines).toContain('8 marks, left open: press m.');
    expect(lines).toContain('14 passages of bill.md may answer it: press p.');
    const large = frame(view, { columns: 60, rows: 70 }).lines.join('\n');
    expect(large.match(/^ {2}\[ \] {2}/gm)).toHaveLength(8);
    expect(large).toContain('Where bill.md may answer it (p shows more):');
  });

  it('shows the time that is left at the reviewer’s own pace', () => {
    const prepared = rubricOf([feature('f', [question('f.a'), question('f.b'), question('f.c')])]);
    const view = viewOf(prepared, emptyAssessment(), at(prepared, 'f.a', { is: 'answer' }));
    expect(frame(view, { columns: 120, rows: 24 }).lines[0]).toContain('about 2 min left');
    expect(frame({ ...view, secondsLeft: 3000 }, { columns: 120, rows: 24 }).lines[0]).toContain('about 2 h 30 min left');
    const { secondsLeft: _, ...none } = view;
    expect(frame(none, { columns: 120, rows: 24 }).lines[0]).not.toContain('left');
  });
});

describe('a prompt for a text', () => {
  const prepared = rubricOf([feature('f', [question('f.a')])]);
  const view = viewOf(prepared, emptyAssessment(), at(prepared, 'f.a', { is: 'reasons' }));
  const size = { columns: 60, rows: 24 };

  it('has a short text beside its question, with the cursor in it', () => {
    const { lines, cursor } = frame(view, size, { typing: { text: 'As it says', cursor: 2 } });
    expect(lines[cursor.row]).toBe('Why this level? As it says');
    expect(cursor.column).toBe('Why this level? As'.length);
  });

  it('shows the part of a long text that has the cursor, and that there is more', () => {
    const text = Array.from({ length: 2000 }, (_, index) => `word${index}`).join(' ');
    const end = frame(view, size, { typing: { text, cursor: text.length } });
    expect(end.lines.length).toBeLessThan(24);
    expect(end.lines.join('\n')).toContain('word1999');
    expect(end.lines.join('\n')).toMatch(/^… word/m);
    const start = frame(view, size, { typing: { text, cursor: 0 } });
    expect(start.lines.join('\n')).toContain('  word0 word1');
  });
});

describe('the pager', () => {
  const prepared = rubricOf([feature('f', [question('f.a', { help: 'A sentence of help. '.repeat(120) })])]);
  const item = { kind: 'question', id: 'f.a' } as const;
  const back = at(prepared, 'f.a', { is: 'answer' });

  it('says which lines it shows, and how it is left', () => {
    const view = viewOf(prepared, emptyAssessment(), { at: 'reading', topic: { is: 'help', item }, back });
    const { lines } = frame(view, { columns: 80, rows: 24 }, { top: 3 });
    expect(lines).toHaveLength(23);
    expect(lines.at(-1)).toMatch(/^lines 4-24 of \d+ {3}Esc or q leaves/);
  });

  it('begins a provision near its passage, whose lines have a bar', () => {
    const view = viewOf(prepared, emptyAssessment(), { at: 'reading', topic: { is: 'provision', hit: hit('art. 1') }, back });
    const screen = screenFor(view);
    expect(screen.text(79)[2]).toMatch(/^\| Words of art[.] 1/);
    expect(screen.start?.(79)).toBe(0);
  });

  it('shows the report', () => {
    const view = viewOf(prepared, emptyAssessment(), { at: 'reading', topic: { is: 'report' }, back: { at: 'menu' } });
    expect(frame(view, { columns: 80, rows: 24 }).lines.slice(0, 2)).toEqual(['a report of', '79 columns']);
  });
});

describe('a list', () => {
  it('shows as many choices as fit around the one that is highlighted', async () => {
    const prepared = await bundledRubric();
    const view = viewOf(prepared, emptyAssessment(), { at: 'list' });
    const { lines, cursor } = frame(view, { columns: 60, rows: 24 }, { at: 100 });
    expect(lines.length).toBeLessThan(24);
    expect(lines[cursor.row]).toMatch(/^> 101 {2}/);
  });
});

describe('a list with one entry, or none', () => {
  it('names only numbers that there are', () => {
    const prepared = rubricOf([feature('f', [question('f.a')])]);
    const keys = (only: 'open' | 'unsure'): string | undefined =>
      frame(viewOf(prepared, emptyAssessment(), { at: 'list', only }), { columns: 80, rows: 24 }).lines.at(-1);
    expect(keys('open')).toBe('1 a number, or arrows and Enter  l only unsure  b back  q stop');
    expect(keys('unsure')).toBe('l only needs review  b back  q stop');
  });
});

describe('sections that do not fit', () => {
  const lines = (name: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${name}${index}`);
  const sections: Section[] = [
    { lines: lines('text', 2) },
    { lines: lines('marks', 4), shorter: [{ rank: rank.marksToHint, lines: ['marks'] }] },
    { lines: lines('passages', 4), shorter: [{ rank: rank.passagesToHint, lines: ['passages'] }] },
  ];
  const height = (rows: number): string[] => fitted(sections, rows, 'more');

  it('become shorter by rank: passages, blank lines, marks', () => {
    expect(height(12)).toHaveLength(12);
    expect(height(11)).toEqual(['text0', 'text1', '', ...lines('marks', 4), '', 'passages']);
    expect(height(8)).toEqual(['text0', 'text1', ...lines('marks', 4), 'passages']);
    expect(height(6)).toEqual(['text0', 'text1', '', 'marks', '', 'passages']);
  });

  it('end with a remark if even the shortest are too long', () => {
    expect(height(3)).toEqual(['text0', 'text1', 'more']);
  });
});
