import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SettleRule } from '../../../core/answers.ts';
import { phrase } from '../../../messages/phrases.ts';
import { focusSoon } from '../acts.ts';
import { Choices } from '../controls/choices.tsx';
import { usePage, useSession, useTitle } from '../page.ts';
import { ReportFrame } from './report-view.tsx';

/** Several reviewers' answers: their agreement, what to discuss, and how to settle it. */
export function PanelView(): JSX.Element {
  const { session, reports } = usePage();
  useTitle(phrase('form', 'panel'));
  const panel = useSession((state) => state.panel);
  return (
    <section class="report" aria-labelledby="panel-title">
      <h2 id="panel-title" tabIndex={-1}>
        {phrase('form', 'panel')}
      </h2>
      <p>{phrase('form', panel ? 'panel-about-open' : 'panel-about')}</p>
      <p class="acts">
        <button type="button" class={panel ? '' : 'main'} onClick={() => session.openPanel()}>
          {phrase('form', 'panel-open')}
        </button>
        {panel && (
          <button type="button" onClick={() => session.closePanel()}>
            {phrase('form', 'panel-close')}
          </button>
        )}
      </p>
      {panel && (
        <>
          <Settle />
          <ReportFrame report={reports.panel} of={(state) => [state.panel]} name="panel" title={phrase('form', 'panel')} />
        </>
      )}
    </section>
  );
}

const rules = ['median', 'lowest', 'unanimous'] as const;

/** Makes one set of answers of the reviewers'. What the rule leaves open is gone through afterwards. */
function Settle(): JSX.Element {
  const { session, ui } = usePage();
  const [rule, setRule] = useState<SettleRule>('median');
  const settle = (): void => {
    session.settlePanel(rule);
    ui.set({ view: 'item', pane: 'item' });
    focusSoon('filter');
  };
  return (
    <details>
      <summary>{phrase('form', 'settle')}</summary>
      <Choices
        legend={phrase('form', 'settle-rule')}
        options={rules.map((value) => ({ value, text: phrase('form', `settle-${value}`) }))}
        chosen={rule}
        onChoose={setRule}
      >
        <p class="hint">{phrase('form', 'settle-about')}</p>
        <p class="acts">
          <button type="button" class="main" onClick={settle}>
            {phrase('form', 'settle-do')}
          </button>
        </p>
      </Choices>
    </details>
  );
}
