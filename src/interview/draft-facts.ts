import type { Assessment } from '../core/answers.ts';
import { phrase } from '../messages/phrases.ts';
import type { Change } from './entries.ts';
import type { Ask, Input, State, Step } from './state.ts';

/** What is asked about the draft and its reviewer before the first question. */
const fields = ['title', 'jurisdiction', 'version', 'reviewer', 'organisation'] as const;

type Field = (typeof fields)[number];

function fieldAt(index: number): Field {
  return fields[index] ?? 'title';
}

export function askDraftFact(assessment: Assessment, index: number): Ask {
  const field = fieldAt(index);
  return { kind: 'text', message: phrase('interview', field), initial: factOf(assessment, field) ?? '' };
}

export function respondToDraftFact(assessment: Assessment, index: number, input: Input): Step {
  const field = fieldAt(index);
  if (input.kind !== 'text') {
    const changes = input.kind === 'back' && input.typed !== undefined ? [withValue(assessment, field, input.typed)] : [];
    return { state: { at: 'draft', field: Math.max(0, index - 1) }, changes, notices: [] };
  }
  const changes = input.text === '' ? [] : [withValue(assessment, field, input.text)];
  // A report needs something to call the draft by.
  const state = field === 'title' && input.text === '' ? stateAt(index) : stateAt(index + 1);
  return { state, changes, notices: [] };
}

function stateAt(index: number): State {
  return index < fields.length ? { at: 'draft', field: index } : { at: 'menu' };
}

function factOf({ draft, reviewer }: Assessment, field: Field): string | undefined {
  if (field === 'reviewer') return reviewer.name;
  return field === 'organisation' ? reviewer.organisation : draft[field];
}

function withValue({ draft, reviewer }: Assessment, field: Field, text: string): Change {
  if (field === 'reviewer') return { section: 'reviewer', value: { ...reviewer, name: text } };
  if (field === 'organisation') return { section: 'reviewer', value: { ...reviewer, organisation: text } };
  return { section: 'draft', value: { ...draft, [field]: text } };
}
