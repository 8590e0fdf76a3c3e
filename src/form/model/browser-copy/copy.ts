import { type AnswersText, readAnswersText } from '../../../answers/answers-text.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { sameData } from '../../../core/same-data.ts';
import type { Item } from '../../../interview/plan.ts';
import type { HeldConflict } from '../merge/conflicts.ts';
import { asEdit, changesBetween, type Edit, edited } from '../merge/merge.ts';
import { decided } from '../pending.ts';
import type { ElsewhereTexts, Pending } from '../session.ts';
import { homeOf, isInFile, type SeenFile, type Waiting, type Work } from '../work.ts';

/** How many writings of each tab a copy has in it. */
export type Writes = readonly (readonly [tab: string, count: number])[];

/** What the browser keeps, as JSON. */
export interface Copy {
  readonly format: 'compass-form-copy/1';
  /** Which assessment it is of those that the browser has had, as `Home` has it, and how many there were. */
  readonly line: string;
  readonly lines: number;
  /** The writings of each tab that are in it; none in a copy of a former version of the page. */
  readonly writes: Writes;
  readonly name: string;
  /** The answers file as it was opened or last saved. */
  readonly text: string;
  /** What was answered since. Writing them as data takes no time from whoever is typing. */
  readonly changes: readonly Edit[];
  /** Levels and ticks that do not go together yet, which no answers file can hold. */
  readonly pending: readonly Choice[];
  /** Questions that do not apply, without a reason yet. */
  readonly unexplained: readonly string[];
  /** What is typed of other law without its level yet. */
  readonly elsewhere: readonly (ElsewhereTexts & { readonly id: string })[];
  readonly conflicts: readonly HeldConflict[];
  /** The files that were read or written, as they were then; without a text if it is the text above. */
  readonly seen: readonly { readonly name: string; readonly text?: string }[];
  /** Whether the answers file on disk had all of it. */
  readonly isInFile: boolean;
  readonly at: Item;
}

/** A choice that waits, with its question. */
export interface Choice extends Pick<Pending, 'level' | 'marks'> {
  readonly id: string;
}

/** What a copy says besides the work. */
type Surroundings = Pick<Copy, 'lines' | 'writes' | 'at'>;

export function copyOf(work: Work, around: Surroundings, prepared: PreparedRubric): Copy {
  const { assessment, pending, unexplained, elsewhere, home } = work;
  const { line, name, text, conflicts } = home;
  return {
    format: 'compass-form-copy/1',
    line,
    name,
    text: text.text,
    changes: changesBetween(text.assessment, assessment, prepared).map(asEdit),
    pending: choicesOf(pending),
    unexplained: [...unexplained],
    elsewhere: listOf(elsewhere),
    conflicts,
    seen: [...home.seen].map(([file, seen]) => ({ name: file, ...(seen.text.text !== text.text && { text: seen.text.text }) })),
    isInFile: isInFile(work) === true,
    ...around,
  };
}

/** @returns undefined if the text is not a copy */
export function parseCopy(text: string): Copy | undefined {
  try {
    const copy = JSON.parse(text) as Partial<Copy> | null;
    const isCopy = copy?.format === 'compass-form-copy/1' && typeof copy.text === 'string' && typeof copy.name === 'string';
    return isCopy &&
      Array.isArray(copy.changes) &&
      Array.isArray(copy.pending) &&
      Array.isArray(copy.unexplained) &&
      Array.isArray(copy.conflicts) &&
      copy.at
      ? completed(copy as Copy)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A copy that an earlier version of the page wrote has less. */
function completed(copy: Copy): Copy {
  const conflicts = copy.conflicts.map((each) => ({ ...each, inWork: each.inWork ?? (each.from === 'tab' ? 'theirs' : 'mine') }));
  return {
    ...copy,
    line: copy.line ?? '',
    lines: copy.lines ?? 0,
    writes: copy.writes ?? [],
    elsewhere: copy.elsewhere ?? [],
    seen: copy.seen ?? [],
    conflicts,
  };
}

/**
 * The work in a copy.
 * @param known texts that were read already
 * @returns undefined if its answers can't be read
 */
export function workIn(copy: Copy, prepared: PreparedRubric, known: readonly AnswersText[]): Work | undefined {
  const read = (name: string, text: string): AnswersText =>
    known.find((each) => each.text === text && each.name === name) ?? readAnswersText(text, name, prepared);
  try {
    const text = read(copy.name, copy.text);
    const assessment = edited(text.assessment, copy.changes);
    const seen = copy.seen.flatMap((file): [string, SeenFile][] => {
      try {
        return [[file.name, { text: read(file.name, file.text ?? copy.text), handle: undefined }]];
      } catch {
        return [];
      }
    });
    const home = {
      ...homeOf(text, copy.line),
      seen: new Map(seen),
      conflicts: copy.conflicts,
      saved: copy.isInFile ? assessment : undefined,
    };
    return { home, assessment, ...waitingOf(copy, assessment, prepared) };
  } catch {
    return undefined;
  }
}

/** The choices that wait, as far as they still go with the answers. */
export function waitingOf(
  { pending, unexplained, elsewhere }: Pick<Copy, 'pending' | 'unexplained' | 'elsewhere'>,
  assessment: Work['assessment'],
  prepared: PreparedRubric,
): Waiting {
  const list = pending.flatMap(({ id, level, marks }) => {
    const question = prepared.questions.get(id)?.question;
    const decision = question && decided(assessment, question, { level, marks });
    return decision && 'pending' in decision ? [[id, decision.pending] as const] : [];
  });
  const others = elsewhere
    .filter(({ id }) => assessment.answers.get(id)?.elsewhere === undefined)
    .map(({ id, ...texts }) => [id, texts] as const);
  return { pending: new Map(list), unexplained: new Set(unexplained), elsewhere: new Map(others) };
}

export function choicesOf(pending: Work['pending']): Choice[] {
  return [...pending].map(([id, { level, marks }]) => ({ id, level, marks }));
}

export function listOf(elsewhere: Work['elsewhere']): Copy['elsewhere'] {
  return [...elsewhere].map(([id, texts]) => ({ id, ...texts }));
}

/** Whether two copies have the same answers, wherever the reviewer was. */
export function isSameCopy(a: string, b: string): boolean {
  const [one, other] = [parseCopy(a), parseCopy(b)];
  if (!one || !other) return a === b;
  const answers = ({ name, text, changes, pending, unexplained, elsewhere, conflicts }: Copy): unknown => [
    name,
    text,
    changes,
    pending,
    unexplained,
    elsewhere,
    conflicts,
  ];
  return sameData(answers(one), answers(other));
}
