import type { JSX } from 'preact';
import type { Hit } from '../../../core/evidence.ts';
import { evidenceOf } from '../../../interview/entries.ts';
import { phrase } from '../../../messages/phrases.ts';
import { nothingFound } from '../../../messages/warnings.ts';
import { lineOfHit } from '../../draft/lines.ts';
import { readLine } from '../acts.ts';
import { usePage, useSession } from '../page.ts';
import { keyOf } from '../place.ts';
import { Find } from './find.tsx';
import { labelled } from './pieces.ts';
import { hasPiece, quoted, takeAsEvidence, takenWords } from './take.ts';

/** The passages of the draft that most likely answer the question. */
export function Passages(): JSX.Element {
  const { draft } = usePage();
  const at = useSession(
    (state) => state.at,
    (a, b) => keyOf(a) === keyOf(b),
  );
  const hits = draft?.payload.suggestions[at.id] ?? [];
  const about = hits.length > 0 ? 'passages-about' : at.kind === 'guiding' ? 'passages-guiding' : 'passages-none';
  return (
    <>
      <Find key={keyOf(at)} item={at} />
      <p class="hint">{phrase('form', about)}</p>
      {hits.length > 0 && <HitList hits={hits} />}
    </>
  );
}

/** What a search found. */
export function Found({ hits }: { readonly hits: readonly Hit[] }): JSX.Element {
  const { draft } = usePage();
  if (hits.length === 0) return <p class="hint">{nothingFound(draft?.payload.text.reading.warnings ?? [])}</p>;
  return <HitList hits={hits} />;
}

function HitList({ hits }: { readonly hits: readonly Hit[] }): JSX.Element {
  return (
    <ol class="hits">
      {hits.map((hit) => (
        <li key={`${hit.label} ${hit.passage}`}>
          <HitView hit={hit} />
        </li>
      ))}
    </ol>
  );
}

function HitView({ hit }: { readonly hit: Hit }): JSX.Element {
  const page = usePage();
  const { label, heading, passage, cut } = hit;
  const name = label || (heading ?? phrase('form', 'passage'));
  const isTaken = useSession(({ assessment, at }) => hasPiece(evidenceOf(assessment, at), { at: label, quote: quoted(passage) }));
  return (
    <>
      <h3 dir="auto" lang={page.lang.draft}>
        {labelled(label, heading)}
      </h3>
      <p class="passage" dir="auto" lang={page.lang.draft} data-label={label}>
        {cut?.before && '… '}
        <Marked hit={hit} />
        {cut?.after && ' …'}
      </p>
      <p class="acts">
        <button
          type="button"
          aria-disabled={isTaken}
          onClick={() => takeAsEvidence(page, label, passage, true)}
          aria-label={phrase('form', isTaken ? 'take-done-named' : 'take-named', { name })}
        >
          {isTaken ? takenWords(label) : phrase('form', 'take')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => readLine(page, lineOfHit(page.draft?.lines ?? [], hit))}
          aria-label={phrase('form', 'read-named', { name })}
        >
          {phrase('form', 'read')}
        </button>
      </p>
    </>
  );
}

/** A passage with the words that were looked for. */
function Marked({ hit: { passage, marks } }: { readonly hit: Hit }): JSX.Element {
  const pieces: (JSX.Element | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    pieces.push(passage.slice(at, from), <mark key={from}>{passage.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {pieces}
      {passage.slice(at)}
    </>
  );
}
