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
