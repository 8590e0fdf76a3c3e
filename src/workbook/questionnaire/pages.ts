import { phrase } from '../../messages/phrases.ts';
import { heightFor } from '../heights.ts';
import type { Cell, Row, Sheet } from '../sheets.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { titleRow } from './table.ts';

/** Width of a sheet of text. */
const textWidth = 110;

/** The sheet that says how to fill in the others. */
export function howToSheet(parts: Parts): Sheet {
  const { rubric } = parts.prepared;
  const { features, names } = { features: parts.names.features, names: parts.names };
  const lines: Cell[] = [
    { value: phrase('workbook', 'how-to-about', { rubric: rubric.title, version: rubric.version }), style: looks.about },
    ...(rubric.notice === '' ? [] : [{ value: rubric.notice, style: looks.about }]),
    { value: phrase('workbook', 'how-to-heading'), style: looks.strong },
    ...(['yellow', 'level', 'marks', 'evidence', 'not-applicable', 'check'] as const).map((key) => ({
      value: phrase('workbook', `how-to-${key}`, { evidence: names.evidence, guidance: names.guidance, scores: names.scores }),
      style: looks.about,
    })),
    ...(['scores', 'locked', 'back'] as const).map((key) => ({
      value: phrase('workbook', `how-to-${key}`, { scores: names.scores }),
      style: looks.about,
    })),
    { value: phrase('workbook', 'how-to-sheets'), style: looks.strong },
    ...rubric.features.map(({ summary }, index) => ({ value: `${features[index]}: ${summary}`, style: looks.about })),
  ];
  return textSheet(parts, names.howTo, rubric.title, lines);
}

/** The rules for every question. */
export function conventionsSheet(parts: Parts): Sheet {
  const lines = (parts.prepared.rubric.conventions ?? []).map(
    ({ text }, index): Cell => ({ value: `${index + 1}. ${text}`, style: looks.about }),
  );
  return textSheet(parts, parts.names.conventions, phrase('workbook', 'conventions'), lines);
}

function textSheet({ prepared, rightToLeft }: Parts, name: string, title: string, lines: readonly Cell[]): Sheet {
  return {
    name,
    columns: [{ width: textWidth }],
    rows: [
      titleRow(title, 0),
      ...lines.flatMap((cell): Row[] => [{ cells: [cell], height: heightFor([[String(cell.value), textWidth]]) + 4 }]),
    ],
    locked: true,
    tab: '7f7f7f',
    ...(rightToLeft && { rightToLeft }),
    print: { pagesWide: 1, footer: prepared.rubric.notice },
  };
}
