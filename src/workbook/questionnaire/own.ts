import { fnv1a } from '../../text/fnv1a.ts';
import type { Sheet } from '../sheets.ts';
import { idKeys, keyIn } from './layout.ts';
import { looks } from './looks.ts';

/** The heading of a column with answers, by which the column is known if its hidden key is gone. */
export interface OwnColumn {
  /** What the ids of its sheet are the ids of. */
  readonly idKey: string;
  readonly key: string;
  /** Empty if the column is hidden. */
  readonly heading: string;
}

/** The columns with keys of all sheets, in their order. */
export function ownColumns(sheets: readonly Sheet[]): OwnColumn[] {
  const ids: readonly string[] = Object.values(idKeys);
  const seen = new Set<string>();
  return sheets.flatMap(({ rows: [head, ...rows] }) => {
    const keys = (head?.cells ?? []).map((cell) => keyIn(String(cell?.value ?? '')));
    const idKey = keys.find((key) => key !== undefined && ids.includes(key));
    if (idKey === undefined) return [];
    return keys.flatMap((key, column): OwnColumn[] => {
      if (key === undefined || key === idKey || seen.has(`${idKey} ${key}`)) return [];
      seen.add(`${idKey} ${key}`);
      const heading = rows.find(({ cells }) => cells[column]?.style === looks.heading)?.cells[column]?.value;
      return [{ idKey, key, heading: String(heading ?? '') }];
    });
  });
}

/**
 * Fingerprints of everything that compass itself wrote into cells: any other text there is somebody's note. Numbers are left out: a level
 * is one too.
 */
export function ownTexts(sheets: readonly Sheet[]): string[] {
  const found = new Set<string>();
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        if (cell?.value === undefined || cell.formula !== undefined || cell.style?.open) continue;
        if (/^\d+$/.test(String(cell.value).trim())) continue;
        found.add(fingerprint(String(cell.value)));
      }
    }
  }
  return [...found];
}

/** Spaces make no difference: programs change them when they save a text. */
export function fingerprint(text: string): string {
  return fnv1a(text.replace(/\s+/g, ' ').trim());
}
