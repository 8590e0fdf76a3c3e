import { parseDocument } from 'yaml';
import type { Dissent, Draft, Evidence, PanelRecord } from '../../core/answers.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { newAnswersText } from '../answers-text.ts';
import { serialise } from '../serialise.ts';

/** One entry of a settled answers file. */
export interface SettledEntry {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly rationale?: string;
  readonly evidence?: readonly Evidence[];
  readonly confidence?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly review?: string;
  readonly dissent: readonly Dissent[];
}

/** The content of a settled answers file. */
export interface SettledFile {
  readonly draft: Draft;
  /** The name of the panel, written where other files have the reviewer's name. */
  readonly reviewer: string;
  readonly panel: PanelRecord;
  readonly answers: readonly SettledEntry[];
  readonly features: readonly { readonly id: string; readonly notApplicable: string }[];
  readonly steps: readonly SettledEntry[];
  readonly flags: readonly SettledEntry[];
}

/**
 * The text of a settled answers file, in the rubric's order.
 * @param path decides between YAML and JSON
 */
export function settledText(file: SettledFile, path: string, prepared: PreparedRubric): string {
  const text = newAnswersText(prepared);
  const document = parseDocument(text);
  const set = (key: string, value: Readonly<Record<string, unknown>>): void => {
    if (Object.keys(value).length > 0) document.set(key, document.createNode(value));
  };
  set('draft', { ...file.draft });
  set('reviewer', { name: file.reviewer });
  set('panel', { ...file.panel });
  set('answers', Object.fromEntries(file.answers.map((entry) => [entry.id, answerOf(entry, 'rationale')])));
  set('features', Object.fromEntries(file.features.map(({ id, notApplicable }) => [id, { notApplicable }])));
  set('steps', Object.fromEntries(file.steps.map((entry) => [entry.id, answerOf(entry, 'notes')])));
  set('flags', Object.fromEntries(file.flags.map((entry) => [entry.id, answerOf(entry, 'rationale')])));
  return serialise(document, text, path);
}

/** An entry with its keys in the order in which `assess` writes them; in the short form if there is only a level. */
function answerOf(entry: SettledEntry, reasons: 'rationale' | 'notes'): unknown {
  const { value, rationale, evidence, confidence, owner, due, review, dissent } = entry;
  const all: [string, unknown][] = [
    ...Object.entries(value),
    [reasons, rationale],
    ['evidence', evidence && evidence.length > 0 ? evidence : undefined],
    ['confidence', confidence],
    ['owner', owner],
    ['due', due],
    ['review', review],
    ['dissent', dissent.length > 0 ? dissent : undefined],
  ];
  const present = all.filter(([, each]) => each !== undefined);
  const [first] = present;
  return present.length === 1 && first?.[0] === 'level' ? first[1] : Object.fromEntries(present);
}
