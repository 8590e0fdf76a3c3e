import type { Evidence } from '../../core/answers.ts';
import { hasEntry } from '../../core/has-entry.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { sameData } from '../../core/same-data.ts';
import { longestCell, settingIds } from './layout.ts';
import type { Parts } from './parts.ts';

/** A part of the answers file that has no cell, or more than a cell can hold: a row of the settings. */
export interface Kept {
  readonly setting: string;
  readonly section: string;
  /** Its id; empty where the section is one entry. */
  readonly entry: string;
  /** Empty where it is the whole section. */
  readonly key: string;
  /** JSON, or the whole text of one that was cut. */
  readonly text: string;
}

type Data = Readonly<Record<string, unknown>>;

/** The keys of an entry that have cells, by section. */
const keysWithCells: Readonly<Record<string, readonly string[]>> = {
  answers: ['level', 'notApplicable', 'marks', 'elsewhere', 'rationale', 'evidence', 'confidence', 'owner', 'due', 'review'],
  steps: ['status', 'notes', 'evidence', 'review'],
  flags: ['present', 'rationale', 'evidence', 'review'],
  features: ['notApplicable'],
};
const factsWithCells: Readonly<Record<string, readonly string[]>> = {
  draft: ['title', 'jurisdiction', 'version', 'date', 'text', 'sha256', 'note'],
  reviewer: ['name', 'organisation'],
};
/** Said by the rubric of the workbook. */
const headKeys = ['$schema', 'format', 'rubric'];
const evidenceWithCells = ['document', 'at', 'quote', 'note'];

/** What the cells of a workbook can't hold of the answers file: nothing of it is to be lost. */
export function keptOf(parts: Parts): Kept[] {
  const file = isData(parts.file) ? parts.file : {};
  return [
    ...Object.entries(file).flatMap(([section, value]) => sectionParts(section, value, parts.prepared)),
    ...longTexts(parts),
  ];
}

function sectionParts(section: string, value: unknown, prepared: PreparedRubric): Kept[] {
  if (headKeys.includes(section) || !hasContent(value)) return [];
  const facts = factsWithCells[section];
  if (facts) return isData(value) ? otherKeys(section, '', value, facts) : [];
  const keys = keysWithCells[section];
  if (!keys) return [kept(section, '', '', value)];
  if (!isData(value)) return [];
  return Object.entries(value).flatMap(([id, entry]) => entryParts(section, id, entry, { keys, prepared }));
}

interface Known {
  readonly keys: readonly string[];
  readonly prepared: PreparedRubric;
}

function entryParts(section: string, id: string, entry: unknown, { keys, prepared }: Known): Kept[] {
  const current = prepared.formerIds.get(id) ?? id;
  if (!hasEntry(section, current, prepared)) return hasContent(entry) ? [kept(section, id, '', entry)] : [];
  if (!isData(entry)) return [];
  return [
    ...otherKeys(section, current, entry, keys),
    ...otherEvidence(section, current, entry['evidence']),
    ...(section === 'answers' ? otherMarks(current, entry['marks'], prepared) : []),
  ];
}

function otherKeys(section: string, id: string, entry: Data, keys: readonly string[]): Kept[] {
  return Object.entries(entry).flatMap(([key, value]) =>
    keys.includes(key) || !hasContent(value) ? [] : [kept(section, id, key, value)],
  );
}

/** What pieces of evidence have besides their cells: `evidence.0.was`. A piece may be moved: its words go along. */
function otherEvidence(section: string, id: string, evidence: unknown): Kept[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.flatMap((piece: unknown, index) => {
    if (!isData(piece)) return [];
    const { at, quote } = piece;
    return Object.entries(piece).flatMap(([key, value]) =>
      evidenceWithCells.includes(key) || !hasContent(value)
        ? []
        : [kept(section, id, `evidence.${index}.${key}`, { of: { at, quote }, value })],
    );
  });
}

/** Marks in another order than the rubric's, or an empty list for a question without marks. */
function otherMarks(id: string, marks: unknown, prepared: PreparedRubric): Kept[] {
  if (!Array.isArray(marks)) return [];
  const known = prepared.questions.get(id)?.question.marks?.map((mark) => mark.id) ?? [];
  const inOrder = known.filter((mark) => marks.includes(mark));
  return known.length > 0 && sameData(inOrder, marks) ? [] : [kept('answers', id, 'marks', marks)];
}

function kept(section: string, entry: string, key: string, value: unknown): Kept {
  return { setting: settingIds.kept, section, entry, key, text: JSON.stringify(value) };
}

/** Texts of which a cell has only the beginning. */
function longTexts({ assessment }: Parts): Kept[] {
  const { draft, reviewer, answers, steps, flags, features } = assessment;
  const found: Kept[] = [];
  const look = (section: string, entry: string, values: Readonly<Record<string, unknown>>): void => {
    for (const [key, text] of Object.entries(values)) {
      if (typeof text === 'string' && text.length > longestCell)
        found.push({ setting: settingIds.long, section, entry, key, text });
    }
  };
  const lookAtEvidence = (section: string, entry: string, evidence: readonly Evidence[] = []): void => {
    for (const [index, { document, at, quote, note }] of evidence.entries()) {
      const pieces = Object.entries({ document, at, quote, note }).map(([key, text]) => [`evidence.${index}.${key}`, text]);
      look(section, entry, Object.fromEntries(pieces));
    }
  };
  look('draft', '', { ...draft });
  look('reviewer', '', { ...reviewer });
  for (const [id, { notApplicable }] of features) look('features', id, { notApplicable });
  for (const [id, { notApplicable, rationale, owner, review, elsewhere, evidence }] of answers) {
    const { law, at, note } = elsewhere ?? {};
    look('answers', id, {
      notApplicable,
      rationale,
      owner,
      review,
      'elsewhere.law': law,
      'elsewhere.at': at,
      'elsewhere.note': note,
    });
    lookAtEvidence('answers', id, evidence);
  }
  for (const [id, { notes, review, evidence }] of steps) {
    look('steps', id, { notes, review });
    lookAtEvidence('steps', id, evidence);
  }
  for (const [id, { rationale, review, evidence }] of flags) {
    look('flags', id, { rationale, review });
    lookAtEvidence('flags', id, evidence);
  }
  return found;
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasContent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
