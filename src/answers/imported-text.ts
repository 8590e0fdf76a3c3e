import { parseDocument, type YAMLMap } from 'yaml';
import type { PreparedRubric } from '../core/rubric.ts';
import type { Filled, FilledSection } from '../filled/collect.ts';
import { newAnswersText } from './answers-text.ts';
import { serialise } from './entries.ts';

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
  for (const { section, id: entry, key, value } of filled.kept ?? []) {
    const path = [section, entry, key].filter((part) => part !== '');
    const above = path.slice(0, -1);
    const owner = above.length > 0 ? document.getIn(above) : undefined;
    // An answer in short form, or one that has nothing else.
    if (above.length > 0 && !isMapNode(owner))
      document.setIn(above, document.createNode(owner === undefined ? {} : { level: owner }));
    document.setIn(path, document.createNode(value));
  }
  return serialise(document, text, name);
}

function isMapNode(node: unknown): node is YAMLMap {
  return typeof node === 'object' && node !== null && 'items' in node;
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
