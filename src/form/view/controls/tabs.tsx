import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';

interface Tab<Id> {
  readonly id: Id;
  readonly text: string;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly children: ComponentChildren;
}

/** Tabs as the ARIA Authoring Practices describe them: the arrow keys choose, Tab leads into the panel. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: Props<Id>): JSX.Element {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const isRight = getComputedStyle(event.currentTarget).direction === 'rtl';
    const steps: Readonly<Record<string, number>> = { ArrowRight: isRight ? -1 : 1, ArrowLeft: isRight ? 1 : -1 };
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : at + (steps[event.key] ?? 0);
    const tab = tabs[(target + tabs.length) % tabs.length];
    if (!tab || tab.id === chosen) return;
    event.preventDefault();
    onChoose(tab.id);
    document.getElementById(`tab-${tab.id}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ id, text }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === chosen}
            aria-controls={`panel-${chosen}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`panel-${chosen}`} aria-labelledby={`tab-${chosen}`} class="panel">
        {children}
      </div>
    </>
  );
}
