import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { hasEntry } from '../core/has-entry.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { Filled, FilledSection, KeptPart } from '../filled/collect.ts';
import { loose } from '../text/loose.ts';
import { newAnswersText } from './answers-text.ts';
import { serialise } from './serialise.ts';

const sections: readonly FilledSection[] = ['draft', 'reviewer', 'answers', 'features', 'steps', 'flags'];

/**
 * The text of an answers file with what somebody filled in elsewhere, in the rubric's order. Its version is that of the questionnaire, so
 * that it is read as any file of that version is.
 * @param name decides between YAML and JSON
 */
export function importedText(filled: Filled, name: string, prepared: PreparedRubric): string {
  const text = newAnswersText(prepared);
  const document = parseDocument(text);
  const { id, version } = filled.rubric;
  if (id !== undefined) document.setIn(['rubric', 'id'], id);
  if (version !== undefined) document.setIn(['rubric', 'version'], version);
  for (const section of sections) {
    const entries = inOrder(filled.sections[section], orderOf(section, prepared));
    if (Object.keys(entries).length > 0) document.set(section, document.createNode(entries));
  }
  for (const part of filled.kept ?? []) keepPart(document, part, prepared);
  return serialise(document, text, name);
}

/** Puts a part that no field shows back to its place. */
function keepPart(document: Document, part: KeptPart, prepared: PreparedRubric): void {
  const { section, id, key, value } = part;
  if (key === 'marks' && !isSameList(document.getIn([section, id, key]), value)) return;
  const [, index, evidenceKey] = /^evidence\.(\d+)\.(.+)$/.exec(key) ?? [];
  if (index !== undefined) {
    const there = document.getIn([section, id, 'evidence']);
    const at = isSeq(there) ? pieceOf(there.toJSON() as Piece[], part, Number(index)) : -1;
    if (at >= 0) document.setIn([section, id, 'evidence', at, evidenceKey], document.createNode(value));
    return;
  }
  const path = [section, id, key].filter((part) => part !== '');
  const isForeign = id !== '' && key === '' && !mayHave(section, id, prepared);
  const root = isForeign ? ['was', prepared.rubric.version] : [];
  const above = path.slice(0, -1);
  const owner = above.length > 0 ? document.getIn([...root, ...above]) : undefined;
  // An answer in short form, or an entry that has nothing else.
  const isShort = owner !== undefined && !isMap(owner);
  if (above.length > 1 && isShort) document.setIn(above, document.createNode({ level: owner }));
  document.setIn([...root, ...path], document.createNode(value));
}

type Piece = Readonly<Record<string, unknown>>;

/**
 * The place of the piece of evidence that a part belongs to: the one with the same words, or else the one at its place, if somebody changed
 * only the provision or only the quote; -1 if it is gone.
 */
function pieceOf(pieces: readonly Piece[], { of = {} }: KeptPart, index: number): number {
  const sameKeys = (piece: Piece | undefined): number =>
    (['at', 'quote'] as const).filter((key) => loose(String(piece?.[key] ?? '')) === loose(String(of[key] ?? ''))).length;
  if (sameKeys(pieces[index]) === 2) return index;
  const found = pieces.findIndex((piece) => sameKeys(piece) === 2);
  return found === -1 && pieces[index] !== undefined && sameKeys(pieces[index]) === 1 ? index : found;
}

/** Whether the marks are the same but for their order, so that nobody has changed them since. */
function isSameList(node: unknown, kept: unknown): boolean {
  const present: unknown[] = isSeq(node) ? node.toJSON() : [];
  return Array.isArray(kept) && kept.length === present.length && kept.every((mark) => present.includes(mark));
}

/** Whether an answers file of this rubric may have the entry, if only under a former id or as one that was retired. */
function mayHave(section: string, id: string, prepared: PreparedRubric): boolean {
  const isFormer = prepared.formerIds.has(id) || prepared.rubric.retired.some((retired) => retired.id === id);
  return (isFormer && (section === 'answers' || section === 'steps')) || hasEntry(section, id, prepared);
}

function orderOf(section: FilledSection, { rubric, questions, guidingQuestions, flags }: PreparedRubric): readonly string[] {
  switch (section) {
    case 'answers':
      return [...questions.keys()];
    case 'steps':
      return [...guidingQuestions.keys()];
    case 'flags':
      return [...flags.keys()];
    case 'features':
      return rubric.features.map((feature) => feature.id);
    case 'draft':
      return ['title', 'jurisdiction', 'version', 'date', 'text', 'sha256', 'note'];
    case 'reviewer':
      return ['name', 'organisation'];
  }
}

/** Entries that the rubric does not have come last, in the order in which they were found. */
function inOrder(entries: Readonly<Record<string, unknown>>, order: readonly string[]): Record<string, unknown> {
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => rank(a) - rank(b)));
}
