import { describe, expect, it } from 'vitest';
import { rubricDocument } from '../../../src/report/documents/rubric.ts';
import { writeMarkdown } from '../../../src/report/write/markdown.ts';
import { plainStyle } from '../../../src/report/write/style.ts';
import { writeTerminal } from '../../../src/report/write/terminal/terminal.ts';
import { feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';

const levels = ['none', 'a level that is longer than one line of a narrow terminal has room for', 'all'];
const { rubric } = rubricOf(
  [
    feature('f', [
      question('f.a', { critical: true, weight: 2 }),
      question('f.b', { when: { question: 'f.a', atLeast: 1 }, levels }),
    ]),
  ],
  { flags: [flag('bad')] },
);

describe('a rubric', () => {
  it('has the levels of a question on a terminal, all lines of one under its first', () => {
    const text = writeTerminal(rubricDocument({ rubric, digest: 'sha256:x' }, 'brief'), { width: 60, style: plainStyle });
    expect(text).toContain(
      'f.a  critical, weight 2\nQuestion f.a?\n  0  none\n  1  little\n  2  more\n  3  all\n\nf.b\nQuestion f.b?\n  0  none\n  1  a level that is longer than one line of a narrow\n     terminal has room for\n  2  all\n',
    );
  });

  it('has in full the help, principles, condition, points and gap of each question', () => {
    const text = writeMarkdown(rubricDocument({ rubric, digest: 'sha256:x' }, 'full'));
    expect(text).toContain(
      [
        '### Question f.b?',
        '`f.b`, GP 1, asked if f.a is at least 1',
        'Help.',
        '| Level | What is seen in the text | Points |\n| ---: | --- | ---: |\n| 0 | none | 0 |\n| 1 | ' +
          levels[1] +
          ' | 1 |\n| 2 | all | 2 |',
        '*To close it:* Write f.b.',
      ].join('\n\n'),
    );
  });
});

describe('a rubric with marks, conventions and caps', () => {
  const marks = [
    { id: 'right', text: 'a right to sue', gap: 'Give a right to sue.', from: 2 },
    { id: 'costs', text: 'protection from costs', gap: 'Limit the costs.' },
  ];
  const marked = rubricOf([feature('f', [question('f.a', { marks, need: { 2: 1, 3: 2 } })])], {
    more: {
      conventions: [{ id: 'force', text: 'Binding: somebody can enforce it.' }],
      caps: [
        { when: 'critical-at-zero', band: 'partial' },
        { when: 'serious-flags', atLeast: 2, band: 'weak' },
      ],
    },
  }).rubric;

  it('has each mark with what to write, the level from which it is needed, and how many a level needs', () => {
    const text = writeMarkdown(rubricDocument({ rubric: marked, digest: 'sha256:x' }, 'full'));
    expect(text).toContain('| a right to sue (`right`) | 2 | Give a right to sue. |');
    expect(text).toContain('| protection from costs (`costs`) |  | Limit the costs. |');
    expect(text).toContain('Level 2 needs 1 of 2 marks. Level 3 needs 2 of 2 marks.');
    expect(text).toContain('- Binding: somebody can enforce it.');
    expect(text).toContain('Not above "Partial" where at least 1 critical question is at the lowest level.');
    expect(text).toContain('Not above "Weak" where there are at least 2 serious red flags.');
  });

  it('has them on a terminal too', () => {
    const text = writeTerminal(rubricDocument({ rubric: marked, digest: 'sha256:x' }, 'brief'), { width: 80, style: plainStyle });
    expect(text).toContain('Marks. Level 2 needs 1 of 2 marks. Level 3 needs 2 of 2 marks.');
    expect(text).toContain('right  a right to sue (needed from level 2)');
    expect(text).toContain('Binding: somebody can enforce it.');
    expect(text).toContain('Not above "Weak" where there are at least 2 serious red flags.');
  });
});
