import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { evidenceOf } from '../../../interview/entries.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { DraftLine } from '../../draft/lines.ts';
import { readLine } from '../acts.ts';
import { usePage, useSession, useUi } from '../page.ts';
import { Highlighted } from './highlighted.tsx';
import { takeAsEvidence } from './take.ts';
import { endingAt, wholeProvision } from './whole.ts';

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
        {draft.lines.slice(piece.first, piece.last + 1).flatMap((line, offset) => {
          const index = piece.first + offset;
          return [
            <Line
              key={index}
              index={index}
              line={line}
              depth={line.above.length - (draft.lines[piece.first]?.above.length ?? 0)}
              isSought={index === sought && sought !== piece.first}
            />,
            ...endingAt(draft.lines, index).map((begin) => <TakeWhole key={`take ${begin}`} index={begin} first={piece.first} />),
          ];
        })}
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
  const evidence = useSession(({ assessment, at }) => evidenceOf(assessment, at));
  const quotes = evidence.flatMap(({ quote, document }) => (quote !== undefined && document === undefined ? [quote] : []));
  const { lang } = usePage();
  const { marker, heading, kind } = line.provision;
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
          <span data-from={from}>
            <Highlighted text={text} quotes={quotes} />
          </span>
        </p>
      ))}
    </div>
  );
}

/** Takes a provision with everything that is in it, as one piece of evidence. It stands below the last line of the provision. */
function TakeWhole({ index, first }: { readonly index: number; readonly first: number }): JSX.Element | null {
  const page = usePage();
  const { lines = [] } = page.draft ?? {};
  const line = lines[index];
  const depth = (line?.above.length ?? 0) - (lines[first]?.above.length ?? 0);
  if (!line || depth > deepestTaken || line.provision.label === '' || line.provision.kind === 'closing') return null;
  const { label, quote, from, to } = wholeProvision(lines, index);
  return (
    <p class={['acts', 'take', `d${depth}`].join(' ')}>
      <button type="button" class="quiet" onClick={() => takeAsEvidence(page, label, quote)}>
        {phrase('form', from === '' ? 'take-whole' : from === to ? 'take-all-one' : 'take-all', { label, first: from, last: to })}
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
