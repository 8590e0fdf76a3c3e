import type { Dissent, Draft, PanelRecord, SettleRule } from '../../core/answers.ts';
import { type SettledElsewhere, settleElsewhere } from '../../core/panel/elsewhere.ts';
import { commonDraft } from '../../core/panel/panel.ts';
import type { PanelResult } from '../../core/panel/result.ts';
import { type OpenMarks, type Settled, type SettledPanel, settlePanel } from '../../core/panel/settle.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Labelled } from './labels.ts';
import { type SettledEntry, type SettledFile, settledText } from './settled-text.ts';

/** A panel that is to be settled. */
export interface SettledTarget {
  readonly prepared: PreparedRubric;
  readonly members: readonly Labelled[];
  readonly result: PanelResult;
  /** The name of the settled file. It decides between YAML and JSON. */
  readonly name: string;
  /** The draft's file, as the settled file names it; undefined if it names none. */
  readonly draftText: string | undefined;
}

/** What settling a panel gives. */
interface SettledText {
  /** The text of the answers file. */
  readonly text: string;
  /** How many of its answers were agreed, settled and left open. */
  readonly counts: PanelRecord['settled'];
  /** How many answers have a settled level whose marks need another look. */
  readonly openMarks: number;
}

/** Settles a panel by a rule. */
export function settleByRule(target: SettledTarget, rule: SettleRule): SettledText {
  const panel = settlePanel(target.prepared, target.members, rule);
  const counts = countSettled(panel);
  const file = fileOf(target, panel, recordOf(target, rule, counts));
  const openMarks = panel.questions.filter((settled) => settled.openMarks).length;
  return { text: settledText(file, target.name, target.prepared), counts, openMarks };
}

function countSettled({ questions, steps, flags }: SettledPanel): PanelRecord['settled'] {
  const all: readonly Settled<unknown>[] = [...questions, ...steps, ...flags];
  const count = (how: Settled<unknown>['how']): number => all.filter((each) => each.how === how).length;
  return { agreed: count('agreed'), byRule: count('rule'), open: count('open') };
}

function recordOf(
  { members, result: { anonymous, agreement } }: SettledTarget,
  rule: SettleRule,
  settled: PanelRecord['settled'],
): PanelRecord {
  const { percent, alpha, interval95, marks } = agreement.overall;
  const onMarks = marks && marks.percent !== null ? { marks: { percent: marks.percent, alpha: marks.alpha } } : {};
  return {
    reviewers: members.length,
    rule,
    ...(!anonymous && { members: members.map(({ assessment }) => assessment.reviewer) }),
    agreement: { percent, alpha, ...(interval95.ordinal && { interval95: { ordinal: interval95.ordinal } }), ...onMarks },
    settled,
  };
}

function fileOf({ members, result, draftText }: SettledTarget, panel: SettledPanel, record: PanelRecord): SettledFile {
  const { anonymous } = result;
  const n = members.length;
  return {
    draft: { ...settledDraft(members), ...(draftText !== undefined && { text: draftText }) },
    reviewer: phrase('panel', 'settled-reviewer', { n }),
    panel: record,
    answers: panel.questions.map((settled) => {
      const entry = entryOf(settled, n, ({ value }) =>
        value === null ? {} : 'level' in value ? value : { notApplicable: value.notApplicable.join(' / ') },
      );
      return {
        ...withElsewhere(entry, settleElsewhere(settled.id, members, record.rule)),
        ...planOf(settled.id, members, anonymous),
      };
    }),
    features: panel.features.map(({ id, notApplicable }) => ({ id, notApplicable: notApplicable.join(' / ') })),
    steps: panel.steps.map((settled) => entryOf(settled, n, ({ value }) => (value === null ? {} : { status: value }))),
    flags: panel.flags.map((settled) => entryOf(settled, n, ({ value }) => (value === null ? {} : { present: value }))),
  };
}

/** The draft as the files describe it, without its file; without a digest if theirs differ. */
function settledDraft(members: readonly Labelled[]): Draft {
  const { sha256, text: _, ...draft } = commonDraft(members);
  const isOne = members.every(({ assessment }) => (assessment.draft.sha256 ?? sha256)?.toLowerCase() === sha256?.toLowerCase());
  return isOne && sha256 !== undefined ? { ...draft, sha256 } : draft;
}

function entryOf<Value>(
  settled: Settled<Value>,
  n: number,
  toValue: (settled: Settled<Value>) => SettledEntry['value'],
): SettledEntry {
  const { id, evidence, dissent, confidence, reasons, reviews, openMarks } = settled;
  const open = settled.how === 'open' ? [whyOpen(settled, n)] : openMarks ? whyMarksOpen(openMarks) : [];
  const review = [...open, ...reviews].join('; ');
  const [first, ...others] = reasons;
  const rationale = others.length === 0 ? first?.text : reasons.map(({ reviewer, text }) => `${reviewer}: ${text}`).join(' / ');
  return {
    id,
    value: toValue(settled),
    ...(rationale !== undefined && { rationale }),
    evidence,
    ...(confidence && { confidence }),
    ...(review !== '' && { review }),
    dissent,
  };
}

/** Why an answer is left open, and who said what. */
function whyOpen({ dissent, alone }: Settled<unknown>, n: number): string {
  if (alone) return phrase('panel', 'open-alone', { n });
  const views = new Map<string, string[]>();
  for (const each of dissent) {
    const view = viewWords(each);
    views.set(view, [...(views.get(view) ?? []), each.reviewer ?? '']);
  }
  const all = listed([...views].map(([view, reviewers]) => `${view} (${listed(reviewers)})`));
  const isMixed =
    dissent.some(({ level }) => level !== undefined) && dissent.some(({ notApplicable }) => notApplicable !== undefined);
  return phrase('panel', isMixed ? 'open-mixed' : 'open-split', { views: all });
}

/** Why the marks of a settled level need another look. */
function whyMarksOpen({ divided, tooFew }: OpenMarks): string[] {
  const views = divided.map(({ id, ticked, unticked }) =>
    phrase('panel', 'open-mark', { mark: id, ticked: listed(ticked), unticked: listed(unticked) }),
  );
  const marks = listed(tooFew ?? []) || phrase('panel', 'marks-nothing');
  return [
    ...(views.length > 0 ? [phrase('panel', 'open-marks', { views: listed(views) })] : []),
    ...(tooFew ? [phrase('panel', 'marks-too-few', { marks })] : []),
  ];
}

function viewWords({ level, notApplicable, present, status }: Dissent): string {
  if (level !== undefined) return phrase('panel', 'level', { level });
  if (notApplicable !== undefined) return phrase('panel', 'not-applicable');
  if (present !== undefined) return phrase('panel', present ? 'present' : 'not-present');
  return phrase('panel', `status-${status ?? 'missing'}`);
}

/** An entry with what other law in force gives; marked for review if the panel is divided on it. */
function withElsewhere(entry: SettledEntry, settled: SettledElsewhere | undefined): SettledEntry {
  if (!settled || 'notApplicable' in entry.value) return entry;
  if ('elsewhere' in settled) return { ...entry, value: { ...entry.value, elsewhere: settled.elsewhere } };
  const views = settled.open.map(({ reviewer, elsewhere: { level, law, at } }) => {
    const named = listed([reviewer, law, at].filter((part) => part !== undefined));
    return `${phrase('panel', 'level', { level })} (${named})`;
  });
  const why = phrase('panel', 'open-elsewhere', { views: views.join('; ') });
  return { ...entry, review: entry.review === undefined ? why : `${why}; ${entry.review}` };
}

/** Who closes the gap and by when: all the names that reviewers give, and the earliest date. */
function planOf(id: string, members: readonly Labelled[], anonymous: boolean): { owner?: string; due?: string } {
  const answers = members.map(({ assessment }) => assessment.answers.get(id));
  const owners = [...new Set(answers.flatMap((answer) => answer?.owner ?? []))];
  const [due] = answers.flatMap((answer) => answer?.due ?? []).sort();
  return { ...(owners.length > 0 && !anonymous && { owner: listed(owners) }), ...(due !== undefined && { due }) };
}
