import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import { warningText } from '../../../messages/warnings.ts';
import { Tabs } from '../controls/tabs.tsx';
import { type Page, type Ui, usePage, useUi } from '../page.ts';
import { Outline } from './outline.tsx';
import { Passages } from './passages.tsx';
import { ProvisionText } from './provision.tsx';
import { Search } from './search.tsx';
import { TakeSelection } from './selection.tsx';

const tabs = ['passages', 'search', 'outline', 'text'] as const;

/** The draft beside the question. */
export function DraftPane(): JSX.Element | null {
  const page = usePage();
  const pane = useRef<HTMLElement>(null);
  const tab = useUi((ui) => ui.draftTab);
  if (!page.draft) return null;
  return (
    <section id="draft-pane" class="pane draft" aria-labelledby="draft-title" ref={pane}>
      <h2 id="draft-title" tabIndex={-1}>
        {phrase('form', 'draft-text')} <small dir="auto">{page.draft.payload.text.source}</small>
      </h2>
      <Warnings page={page} />
      <Tabs
        label={phrase('form', 'draft')}
        tabs={tabs.map((id) => ({ id, text: phrase('form', `tab-${id}`) }))}
        chosen={tab}
        onChoose={(draftTab) => page.ui.set({ draftTab })}
      >
        <Shown tab={tab} />
      </Tabs>
      <TakeSelection pane={pane} />
    </section>
  );
}

function Shown({ tab }: { readonly tab: Ui['draftTab'] }): JSX.Element {
  switch (tab) {
    case 'passages':
      return <Passages />;
    case 'search':
      return <Search />;
    case 'outline':
      return <Outline />;
    case 'text':
      return <ProvisionText />;
  }
}

/** What was difficult when the draft was read. */
function Warnings({ page }: { readonly page: Page }): JSX.Element | null {
  const warnings = page.draft?.payload.text.reading.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <details class="warnings">
      <summary>{phrase('form', 'draft-warnings', { n: warnings.length })}</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={warningText(warning)} dir="auto">
            {warningText(warning)}
          </li>
        ))}
      </ul>
    </details>
  );
}
