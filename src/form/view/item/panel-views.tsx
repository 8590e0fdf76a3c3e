import type { JSX } from 'preact';
import type { View } from '../../../core/panel/result.ts';
import type { Question } from '../../../core/rubric.ts';
import type { Item } from '../../../interview/plan.ts';
import { aside } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { OpenPanel } from '../../model/panel/panel.ts';
import { usePage, useSession } from '../page.ts';
import { markTexts } from './mark-texts.ts';

/** What each reviewer of the open panel answered to an item. */
export function PanelViews({ item }: { readonly item: Item }): JSX.Element | null {
  const { prepared } = usePage().session;
  const panel = useSession((state) => state.panel);
  if (!panel) return null;
  const lines = linesOf(panel, item, prepared.questions.get(item.id)?.question);
  return (
    <details class="panel-views" open>
      <summary>{phrase('form', 'panel-views')}</summary>
      <ul>
        {lines.map(({ reviewer, answer, reasons }) => (
          <li key={reviewer}>
            <strong dir="auto">{reviewer}</strong>
            {phrase('values', 'label-separator')}
            {answer}
            {reasons !== undefined && (
              <>
                {phrase('values', 'stop-separator')}
                <span dir="auto">{reasons}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Line {
  readonly reviewer: string;
  readonly answer: string;
  readonly reasons: string | undefined;
}

function linesOf({ members, result }: OpenPanel, { kind, id }: Item, asked: Question | undefined): Line[] {
  const question = result.agreement.questions.find((each) => each.id === id);
  if (kind === 'question')
    return (question?.views ?? []).map((view) => ({
      reviewer: view.reviewer,
      answer: answerOf(view, asked),
      reasons: view.rationale,
    }));
  return members.map(({ label, assessment }) => {
    if (kind === 'guiding') {
      const step = assessment.steps.get(id);
      return { reviewer: label, answer: phrase('report', `status-${step?.status ?? 'open'}`), reasons: step?.notes };
    }
    const flag = assessment.flags.get(id);
    const present = flag?.present ?? null;
    const key = present === null ? 'view-not-looked' : present ? 'present' : 'not-present';
    return { reviewer: label, answer: phrase('panel', key), reasons: flag?.rationale };
  });
}

function answerOf({ state, level, marks, because }: View, asked: Question | undefined): string {
  if (level !== null && marks) return phrase('panel', 'level-marks', { level, marks: markTexts(asked, marks) });
  if (level !== null) return phrase('panel', 'level', { level });
  const words = phrase('panel', `view-${state === 'scored' ? 'unanswered' : state}`);
  return because === undefined ? words : `${words}${aside(because)}`;
}
