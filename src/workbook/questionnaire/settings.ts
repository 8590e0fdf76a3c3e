import type { Cell, Sheet } from '../sheets.ts';
import { keptOf } from './kept.ts';
import { firstPiece, idKeys, keyCell, longestCell, numberedKey, settingIds, workbookFormat } from './layout.ts';
import { dropdownWords } from './lists.ts';
import { ownColumns, ownTexts } from './own.ts';
import type { Parts } from './parts.ts';

/**
 * The hidden sheet that says which rubric the workbook was made with, and has what has no cell in the others.
 * @param others all other sheets
 */
export function settingsSheet(parts: Parts, others: readonly Sheet[]): Sheet {
  const { prepared, names, tool } = parts;
  const { id, version, language } = prepared.rubric;
  const rows: string[][] = [
    [settingIds.format, workbookFormat],
    [settingIds.rubric, id, version, prepared.digest],
    [settingIds.language, language],
    [settingIds.tool, tool],
    ...Object.entries(dropdownWords()).flatMap(([key, words]) =>
      words.map(({ value, shown }) => [settingIds.word, key, value, shown]),
    ),
    ...ownColumns(others).map(({ idKey, key, heading }) => [settingIds.column, idKey, key, heading]),
    [settingIds.texts, '', '', '', ...pieces(ownTexts(others).join(' '))],
    ...keptOf(parts).map(({ setting, section, entry, key, text }) => [setting, section, entry, key, ...pieces(text)]),
  ];
  const width = Math.max(firstPiece, ...rows.map((row) => row.length - 1));
  const keys = [idKeys.setting, ...Array.from({ length: width }, (_, index) => numberedKey('value', index + 1))];
  return {
    name: names.settings,
    columns: keys.map(() => ({ width: 20 })),
    rows: [keys.map(keyCell), ...rows].map((row) => ({ cells: row.map((value): Cell => ({ value, style: { format: '@' } })) })),
    hidden: true,
    locked: true,
  };
}

/** Text cut to what a cell can have, not within a character. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + longestCell).replace(/[\ud800-\udbff]$/, '') || text.slice(at, at + longestCell);
    found.push(piece);
    at += piece.length;
  }
  return found;
}
