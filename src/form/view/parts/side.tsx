import type { JSX } from 'preact';
import { phrase } from '../../../messages/phrases.ts';
import { Tabs } from '../controls/tabs.tsx';
import { usePage, useUi } from '../page.ts';
import { List } from './list.tsx';
import { Score } from './score.tsx';

const tabs = ['list', 'score'] as const;

/** The list of questions, or the score. */
export function Side(): JSX.Element {
  const { ui } = usePage();
  const side = useUi((state) => state.side);
  return (
    <nav id="list-pane" class="pane side" aria-label={phrase('form', 'side')}>
      <Tabs
        label={phrase('form', 'side')}
        tabs={tabs.map((id) => ({ id, text: phrase('form', `tab-${id}`) }))}
        chosen={side}
        onChoose={(chosen) => {
          ui.set({ side: chosen });
          document.getElementById('list-pane')?.scrollTo(0, 0);
        }}
      >
        {side === 'list' ? <List /> : <Score />}
      </Tabs>
    </nav>
  );
}
