import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { fullText, type Provision } from '../../../draft/structure/provision.ts';
import { phrase } from '../../../messages/phrases.ts';
import { focusSoon } from '../acts.ts';
import { usePage, useUi } from '../page.ts';
import { takeAsEvidence } from './take.ts';

/** One article, section or recital of the draft, in full. */
export function ProvisionText(): JSX.Element | null {
  const { draft, ui } = usePage();
  const { unit: index, label } = useUi(({ reading }) => reading);
  useLayoutEffect(() => document.querySelector('.provision.sought')?.scrollIntoView({ block: 'center' }), [index, label]);
  const unit = draft?.units.all[index];
  if (!draft || !unit) return null;
  const go = (to: number): void => {
    ui.set({ reading: { unit: to, label: '' } });
    focusSoon('provision-heading');
  };
  return (
    <>
      {unit.groups.length > 0 && (
        <p class="hint" dir="auto">
          {unit.groups.join(' / ')}
        </p>
      )}
      <h3 id="provision-heading" tabIndex={-1} dir="auto">
        {unit.name}
      </h3>
      <p class="acts">
        <button type="button" class="quiet" disabled={index === 0} onClick={() => go(index - 1)}>
          {phrase('form', 'provision-before')}
        </button>
        <button type="button" class="quiet" disabled={index === draft.units.all.length - 1} onClick={() => go(index + 1)}>
          {phrase('form', 'provision-after')}
        </button>
      </p>
      <p class="hint">{phrase('form', 'select-hint')}</p>
      <ProvisionView key={index} provision={unit.provision} depth={0} sought={label} />
    </>
  );
}

interface Props {
  readonly provision: Provision;
  /** 0 for the unit itself. */
  readonly depth: number;
  /** The label of the part that was looked for. */
  readonly sought: string;
}

/** Deeper parts have no button of their own: it would be one for every line. */
const deepestTaken = 1;

function ProvisionView({ provision, depth, sought }: Props): JSX.Element {
  const { label, marker, heading, text, children, kind } = provision;
  const head = depth === 0 ? undefined : [marker, heading].filter(Boolean).join(' ');
  const isSought = label !== '' && label === sought && depth > 0;
  return (
    <div class={isSought ? 'provision sought' : 'provision'} data-label={label}>
      {head && kind !== 'point' && (
        <p class="head" dir="auto">
          {head}
        </p>
      )}
      {paragraphs(text).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the draft never changes
        <p key={index} dir="auto">
          {head && kind === 'point' && index === 0 && <span class="marker">{head} </span>}
          {paragraph}
        </p>
      ))}
      {depth <= deepestTaken && label !== '' && kind !== 'closing' && <TakeWhole provision={provision} />}
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the draft never changes
        <ProvisionView key={index} provision={child} depth={depth + 1} sought={sought} />
      ))}
    </div>
  );
}

function TakeWhole({ provision }: { readonly provision: Provision }): JSX.Element {
  const page = usePage();
  const { label, children } = provision;
  const own: Provision = { ...provision, marker: '', heading: '' };
  return (
    <p class="acts take">
      <button type="button" class="quiet" onClick={() => takeAsEvidence(page, label, fullText(own))}>
        {phrase('form', children.length > 0 ? 'take-all' : 'take-whole', { label })}
      </button>
    </p>
  );
}

/** Line breaks inside a paragraph are those of the file; an empty line begins another paragraph. */
function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n|\n/).filter((paragraph) => paragraph.trim() !== '');
}
