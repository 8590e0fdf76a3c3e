import { describe, expect, it } from 'vitest';
import { importedText } from '../../src/answers/imported-text.ts';
import { readAnswers } from '../../src/answers/read.ts';
import type { Evidence } from '../../src/core/answers.ts';
import { collect } from '../../src/filled/collect.ts';
import { readFilledWorkbook } from '../../src/workbook/questionnaire/filled/read.ts';
import { longestCell } from '../../src/workbook/questionnaire/layout.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { assessmentOf, feature, question, rubricOf } from '../fixtures/small-rubric.ts';
import { filledIn, type Typed, workbookOf } from '../fixtures/workbooks.ts';

const prepared = rubricOf([feature('f', [question('f.a')])]);

/** What is imported of a workbook that was made with this evidence and then changed. */
function evidenceAfter(evidence: readonly Evidence[], ...typed: Typed[]): readonly Evidence[] {
  const assessment = assessmentOf({ answers: { 'f.a': { level: 2, notApplicable: null, evidence } } });
  const workbook = filledIn(workbookOf(prepared, assessment, { answers: { 'f.a': { level: 2, evidence } } }), typed);
  const filled = readFilledWorkbook(readWorkbook(writeWorkbook(workbook), 'q.xlsx'), prepared);
  if (!filled) throw new Error('no questionnaire');
  const text = importedText({ ...collect(filled.cells, prepared), kept: filled.kept }, 'x.yaml', prepared);
  return readAnswers(text, 'x.yaml', prepared).assessment.answers.get('f.a')?.evidence ?? [];
}

describe('what a piece of evidence said in an earlier draft', () => {
  const one = { at: 'art. 1', quote: 'words', was: { at: 'art. 2', quote: 'old words' } };
  const two = { at: 'art. 9', quote: 'others' };

  it('stays with its piece, also if that was moved', () => {
    expect(evidenceAfter([one, two])).toEqual([one, two]);
    const swapped: Typed[] = [
      ['f.a', 'evidence.1.at', 'art. 9'],
      ['f.a', 'evidence.1.quote', 'others'],
      ['f.a', 'evidence.2.at', 'art. 1'],
      ['f.a', 'evidence.2.quote', 'words'],
    ];
    expect(evidenceAfter([one, two], ...swapped)).toEqual([two, one]);
  });

  it('goes with a piece that was cleared or replaced', () => {
    expect(evidenceAfter([one, two], ['f.a', 'evidence.1.at', ''], ['f.a', 'evidence.1.quote', ''])).toEqual([two]);
    const other: Typed[] = [
      ['f.a', 'evidence.1.at', 'art. 3'],
      ['f.a', 'evidence.1.quote', 'new'],
    ];
    expect(evidenceAfter([one], ...other)).toEqual([{ at: 'art. 3', quote: 'new' }]);
  });

  it('stays if only the provision was corrected', () => {
    expect(evidenceAfter([one], ['f.a', 'evidence.1.at', 'art. 1(2)'])).toEqual([{ ...one, at: 'art. 1(2)' }]);
  });
});

describe('a quote that is longer than a cell', () => {
  it('is whole again, also if it was moved to another piece', () => {
    const long = { at: 'art. 1', quote: 'word '.repeat(longestCell / 4) };
    const workbook = workbookOf(
      prepared,
      assessmentOf({ answers: { 'f.a': { level: 2, notApplicable: null, evidence: [long] } } }),
    );
    const cut = workbook.sheets
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .find((cell) => String(cell?.value ?? '').startsWith('word word'))?.value;
    const moved: Typed[] = [
      ['f.a', 'evidence.1.quote', ''],
      ['f.a', 'evidence.2.at', 'art. 2'],
      ['f.a', 'evidence.2.quote', cut ?? ''],
    ];
    expect(evidenceAfter([long], ...moved)).toEqual([{ at: 'art. 1' }, { at: 'art. 2', quote: long.quote }]);
  });
});
