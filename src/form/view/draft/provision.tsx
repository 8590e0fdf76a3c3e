import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { phrase } from '../../../messages/phrases.ts';
import type { DraftLine } from '../../draft/lines.ts';
import { quotesOf } from '../../draft/selection.ts';
import { readLine } from '../acts.ts';
import { usePage, useUi } from '../page.ts';
import { takeAsEvidence } from './take.ts';

/** One article, section or recital of the draft, in full. */
export function ProvisionText(): JSX.Element | null {
  const page = usePage();
  const { draft } = page;
  const sought = useUi(({ reading }) => reading);
  const at = draft?.pieceOf[sought] ?? 0;
  const piece = draft?.pieces[at];
  useLayoutEffect(() => document.querySelector('.line.sought')?.scrollIntoView({ block: 'center' }), [sought]);
  if (!draft || !piece) return null;
  const [before, after] = [draft.pieces[at - 1], draft.pieces[at + 1]];
  return (
    <>
      {piece.groups.length > 0 && (
        <p class="hint" dir="auto">
          {piece.groups.join(' / ')}
        </p>
      )}
      <h3 id="provision-heading" tabIndex={-1} dir="auto" lang={page.lang.draft}>
        {piece.name}
      </h3>
      <p class="acts">
        <button type="button" class="quiet" aria-disabled={!before} onClick={() => before && readLine(page, before.first)}>
          {phrase('form', 'provision-before')}
        </button>
        <button type="button" class="quiet" aria-disabled={!after} onClick={() => after && readLine(page, after.first)}>
          {phrase('form', 'provision-after')}
        </button>
      </p>
      <p class="hint">{phrase('form', 'select-hint')}</p>
      <div class="text" key={at}>
        {draft.lines.slice(piece.first, piece.last + 1).map((line, index) => (
          <Line
            key={piece.first + index}
            index={piece.first + index}
            line={line}
            depth={line.above.length - (draft.lines[piece.first]?.above.length ?? 0)}
            isSought={piece.first + index === sought && sought !== piece.first}
          />
        ))}
      </div>
    </>
  );
}

interface LineProps {
  readonly index: number;
  readonly line: DraftLine;
  /** 0 for the unit itself. */
  readonly depth: number;
  readonly isSought: boolean;
}

/** Lines further in look like those of this depth. */
const deepest = 4;
/** Lines further in have no button of their own: it would be one for every line. */
const deepestTaken = 1;

function Line({ index, line, depth, isSought }: LineProps): JSX.Element {
  const { lang } = usePage();
  const { label, marker, heading, kind } = line.provision;
  const head = depth === 0 ? '' : [marker, heading].filter(Boolean).join(' ');
  return (
    <div class={`line d${Math.min(depth, deepest)}${isSought ? ' sought' : ''}`} data-line={index}>
      {head !== '' && kind !== 'point' && (
        <p class="head" dir="auto" lang={lang.draft}>
          {head}
        </p>
      )}
      {paragraphsOf(line).map(({ from, text }) => (
        <p key={from} dir="auto" lang={lang.draft}>
          {kind === 'point' && from === 0 && <span class="marker">{head} </span>}
          <span data-from={from}>{text}</span>
        </p>
      ))}
      {depth <= deepestTaken && label !== '' && kind !== 'closing' && <TakeWhole index={index} label={label} />}
    </div>
  );
}

/** Takes a provision with everything that is in it. */
function TakeWhole({ index, label }: { readonly index: number; readonly label: string }): JSX.Element | null {
  const page = usePage();
  const lines = page.draft?.lines ?? [];
  const provision = lines[index]?.provision;
  let last = index;
  while (provision && lines[last + 1]?.above.includes(provision)) last += 1;
  const take = (): void => {
    const end = { line: last, offset: lines[last]?.provision.text.length ?? 0 };
    for (const { at, quote } of quotesOf(lines, { line: index, offset: 0 }, end)) takeAsEvidence(page, at, quote);
  };
  return (
    <p class="acts take">
      <button type="button" class="quiet" onClick={take}>
        {phrase('form', last > index ? 'take-all' : 'take-whole', { label })}
      </button>
    </p>
  );
}

/** The paragraphs of a line, each with where it begins. Line breaks inside a paragraph are those of the file, not of the text. */
function paragraphsOf({ provision: { kind, text, paragraphs = [] } }: DraftLine): { from: number; text: string }[] {
  const starts = [...new Set([0, ...paragraphs.map(({ offset }) => offset)])];
  return starts
    .map((from, index) => ({ from, text: text.slice(from, starts[index + 1]) }))
    .filter(({ from, text: words }) => words.trim() !== '' || (kind === 'point' && from === 0));
}
