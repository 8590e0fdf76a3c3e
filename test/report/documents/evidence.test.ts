import { describe, expect, it } from 'vitest';
import { type EvidenceCheck, type FindResult, isVerified, summariseEvidence } from '../../../src/core/evidence.ts';
import type { Reading, WarningCode } from '../../../src/core/reading.ts';
import type { Detail } from '../../../src/report/document/blocks.ts';
import { checkDocument } from '../../../src/report/documents/evidence/check.ts';
import { findDocument } from '../../../src/report/documents/evidence/find.ts';
import { outlineDocument } from '../../../src/report/documents/evidence/outline.ts';
import { rebaseDocument } from '../../../src/report/documents/evidence/rebase.ts';
import { writeHtml } from '../../../src/report/write/html/html.ts';
import { writeMarkdown } from '../../../src/report/write/markdown.ts';
import { plainStyle } from '../../../src/report/write/style.ts';
import { writeTerminal } from '../../../src/report/write/terminal/terminal.ts';
import { checkResult, findResult, outlineResult, rebaseResult } from '../../fixtures/evidence-results.ts';
import { feature, flag, question, rubricOf } from '../../fixtures/small-rubric.ts';

const { rubric } = rubricOf([feature('f', [question('f.a'), question('f.b')])], { flags: [flag('bad')] });
const screen = (width: number) => ({ width, style: plainStyle });

describe('evidence check', () => {
  const terminal = writeTerminal(checkDocument({ result: checkResult(), rubric }, 'brief'), screen(80));
  const markdown = writeMarkdown(checkDocument({ result: checkResult(), rubric }, 'full'));

  it('shows on a terminal what is wrong, entry by entry, and only counts what is right', () => {
    expect(terminal).toContain(
      'NEAR  f.a  art. 1\n    before the [-Supreme-] {+High+} Court\n    The draft has other words at art. 3, p. 4. That is not art. 1.\n\n',
    );
    expect(terminal.split('[-only in your quote-], {+only in the draft+}')).toHaveLength(2);
    expect(terminal).toContain('ELSEWHERE  f.a  art. 1\n    “Elsewhere”\n    It stands at art. 2, line 7.');
    expect(terminal).toContain('but not in one provision.');
    expect(terminal).not.toContain('Exact');
    expect(terminal).toMatch(/2 of 6 quotes stand where the answers say\.[\s\S]*1 of 1 quote stands/);
  });

  it('lists every quote in a document, what is wrong first, and the files that could not be looked up', () => {
    expect(markdown).toContain(
      '| `f.a` | art. 1 | before the ~~Supreme~~ **High** Court | NEAR The draft has other words at art. 3, p. 4. That is not art. 1. |',
    );
    expect(markdown).toContain('| `f.a` |  | “Layout” | verified but for layout: art. 1, line 7 |');
    expect(markdown.indexOf('MISSING')).toBeLessThan(markdown.indexOf('“Exact”'));
    expect(markdown).toContain('- three.answers.yaml: No text');
  });

  it('adds up: the quotes that stand, and what is wrong with the others', () => {
    const sum = '3 in the draft where the answers say, 4 to be corrected (2 missing, 1 with other words, 1 not in the provision';
    expect(markdown).toContain(`7 quotes: ${sum} that is named).`);
  });

  it('remarks on a verified quote that leaves out a negation or is outside the provisions', () => {
    const result = checkResult();
    const [exact] = result.checks;
    const checks = [
      { ...exact, omits: ['not'] },
      { ...exact, at: null, foundAt: ['note 3'], outside: true },
    ] as EvidenceCheck[];
    const show = (detail: Detail) => checkDocument({ result: { ...result, checks }, rubric }, detail);
    const shown = writeTerminal(show('brief'), screen(80));
    expect(shown).toContain('NOTE  f.a  art. 1\n    “Exact”\n    This quote leaves out: not.');
    expect(shown).toContain('NOTE  f.a\n    “Exact”\n    It stands at note 3, line 7. That is not a provision of the law.');
    expect(writeMarkdown(show('full'))).toContain('verified: note 3, line 7. That is not a provision of the law. |');
  });

  it('lists at most five places, the line after the first', () => {
    const result = checkResult();
    const foundAt = Array.from({ length: 100 }, (_, index) => `art. ${index + 1}`);
    const checks = [{ ...result.checks[0], foundAt, placed: false }] as EvidenceCheck[];
    expect(writeMarkdown(checkDocument({ result: { ...result, checks }, rubric }, 'full'))).toContain(
      'It stands at art. 1, line 7; art. 2; art. 3; art. 4; art. 5; and 95 more.',
    );
  });

  it('says that there is nothing to look up', () => {
    const result = { ...checkResult(), checks: [], failures: [], summary: summariseEvidence([]) };
    expect(writeTerminal(checkDocument({ result, rubric }, 'brief'), screen(80))).toBe('There are no quotes to look up.\n');
  });

  it('has no list of faults where all is verified', () => {
    const { checks, ...rest } = checkResult();
    const result = { ...rest, checks: checks.filter(isVerified) };
    expect(writeMarkdown(checkDocument({ result, rubric }, 'full'))).not.toMatch(/To be corrected|Words that differ/);
  });
});

describe('evidence find', () => {
  it('marks the ends of a passage that is cut, and says nothing of places where it has none', () => {
    const [found] = findResult().results;
    const [hit] = found?.hits ?? [];
    const show = (hits: readonly unknown[]): string => {
      const result = { ...findResult(), results: [{ ...found, hits }] } as FindResult;
      return writeTerminal(findDocument({ result, rubric }, 'brief'), screen(300));
    };
    expect(show([{ ...hit, passage: 'cut', marks: [], cut: { before: true, after: true } }])).toContain('    … cut …\n');
    expect(show([hit])).toContain('These are places to look');
    expect(show([])).not.toContain('These are places to look');
  });

  const build = (detail: Detail) => findDocument({ result: findResult(), rubric }, detail);

  it.each(['brief', 'full'] as const)('says why nothing matches, where the draft was not read whole (%s)', (detail) => {
    const withWarning = (warnings: Reading['warnings']) => {
      const result = findResult();
      return writeMarkdown(findDocument({ result: { ...result, reading: { ...result.reading, warnings } }, rubric }, detail));
    };
    expect(withWarning([])).toContain('Nothing in the draft matches.');
    expect(withWarning([{ code: 'image-pages', n: 1, pages: 2 }])).toContain('Nothing in what could be read matches.');
    const inLanguage = (code: WarningCode, language: string, tag: string) =>
      withWarning([
        { code: 'struck', n: 1 },
        { code, language, tag },
      ]);
    expect(inLanguage('language', 'Polish', 'pl')).toContain(
      'The draft is in Polish, a language that compass cannot search: it has',
    );
    expect(inLanguage('language-words', 'Dutch', 'nl')).toContain('The draft is in Dutch. compass finds words that you type');
    expect(inLanguage('language-spaces', 'Thai', 'th')).toContain(
      'The draft is in Thai, a language that compass cannot search: it is',
    );
    expect(inLanguage('language-unknown', '', 'und')).toContain('compass cannot tell which language the draft is in');
    expect(inLanguage('language', 'Polish', 'pl')).not.toMatch(/Nothing in .* matches/);
  });

  it('marks the words that were searched for in every format', () => {
    expect(writeTerminal(build('brief'), screen(80))).toContain('Anyone may *sue*');
    expect(writeMarkdown(build('full'))).toContain('Anyone may **sue**');
    expect(writeHtml(build('full'))).toContain('Anyone may <mark>sue</mark>');
  });

  it('is a reading list under the parts of the rubric', () => {
    const headings = writeMarkdown(build('full')).match(/^#+ .*/gm);
    expect(headings).toEqual([
      '# Where to look in bill.md',
      '## Feature f',
      '### Question f.a?',
      '## Red flags',
      '### Flag bad.',
      '## court',
    ]);
  });
});

describe('evidence rebase', () => {
  it('says why new provisions are not listed where the old text is gone', () => {
    const result = { ...rebaseResult(), from: null, additions: [] };
    for (const text of [
      writeTerminal(rebaseDocument({ result, rubric }, 'brief'), screen(100)),
      writeMarkdown(rebaseDocument({ result, rubric }, 'full')),
    ])
      expect(text).toContain('New provisions are not listed: the old text of the draft is not available.');
  });

  it('leaves out the sections that have nothing to say', () => {
    const result = {
      ...rebaseResult(),
      evidence: [],
      review: [],
      additions: [],
      summary: { unchanged: 3, moved: 0, changed: 0, gone: 0, unknown: 0 },
    };
    expect(writeTerminal(rebaseDocument({ result, rubric }, 'brief'), screen(80))).toBe(
      'old.answers.yaml, carried over to bill-v2.md\n3 unchanged, 0 moved, 0 changed, 0 gone.\n',
    );
  });
});

describe('evidence outline', () => {
  it('is a tree with the lines at the right, without a head on a terminal', () => {
    expect(writeTerminal(outlineDocument({ result: outlineResult() }, 'brief'), screen(60))).toBe(
      [
        'chap. I  General                   p. 2',
        '  art. 1  Objectives                  5',
        '    art. 1(a)  to protect people   1234',
        '',
      ].join('\n'),
    );
  });

  it('is a table in a document, indented by depth', () => {
    expect(writeMarkdown(outlineDocument({ result: outlineResult() }, 'full'))).toContain(
      '| &emsp;&emsp;**art. 1(a)** to protect people | 1234 |',
    );
    expect(writeHtml(outlineDocument({ result: outlineResult() }, 'full'))).toContain('<th scope="row" class="d2" dir="auto">');
  });

  it('shows of each provision only its beginning, of 10,000 that are long', () => {
    const long = Array.from({ length: 10_000 }, (_, line) => ({
      label: `art. ${line}`,
      heading: null,
      line,
      text: 'word '.repeat(2000),
      children: [],
    }));
    const result = { ...outlineResult(), provisions: long };
    const lines = writeTerminal(outlineDocument({ result }, 'brief'), screen(60)).trimEnd().split('\n');
    expect(lines).toHaveLength(10_000);
    for (const line of [lines[0], lines[9_999]]) expect(line).toMatch(/^art\. \d+ {2}(word )+.*… +\d+$/);
    const rows = writeMarkdown(outlineDocument({ result: { ...result, provisions: long.slice(0, 3) } }, 'full'));
    expect(Math.max(...rows.split('\n').map(({ length }) => length))).toBeLessThan(200);
  });
});
