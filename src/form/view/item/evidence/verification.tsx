import type { JSX } from 'preact';
import type { Difference, Evidence, QuoteCheck } from '../../../../core/answers.ts';
import { draftWords, isVerified } from '../../../../core/evidence.ts';
import { lineUnitOf } from '../../../../core/reading.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { absenceSentences, differenceRuns, placeWords, remarksOn } from '../../../../report/words/evidence.ts';
import { useCheck } from '../../draft/check.ts';
import { usePage } from '../../page.ts';

interface Props {
  readonly piece: Evidence;
  readonly onChange: (piece: Evidence) => void;
}

/** Whether the draft has the words of a piece of evidence, in the provision that it names. */
export function Verification({ piece, onChange }: Props): JSX.Element | null {
  const draft = usePage().draft;
  const { check, failure } = useCheck(piece);
  if (!draft || piece.quote === undefined || piece.document !== undefined) return null;
  const verdict = check ? verdictOf(check, piece.at, placeWords(check, lineUnitOf(draft.payload.text.reading))) : undefined;
  return (
    <div class={failure !== undefined || (check && !isVerified(check)) ? 'verdict bad' : 'verdict'}>
      {failure !== undefined && (
        <p>
          <span aria-hidden="true">! </span>
          {phrase('form', 'check-failed', { why: failure })}
        </p>
      )}
      {verdict && (
        <p>
          <span aria-hidden="true">{check && isVerified(check) ? '✓ ' : '! '}</span>
          {verdict}
        </p>
      )}
      {check && [...absenceSentences(check), ...remarksOn(check)].map((text) => <p key={text}>{text}</p>)}
      {check?.differences && <Differences differences={check.differences} />}
      {check && <Corrections piece={piece} check={check} onChange={onChange} />}
    </div>
  );
}

function verdictOf({ status, placed, incomplete, because }: QuoteCheck, at: string | undefined, found: string): string {
  if (status === 'missing') return phrase('form', incomplete ? 'check-incomplete' : 'check-missing');
  if (status === 'near' || status === 'struck') return phrase('form', `check-${status}`, { found });
  if (placed === true) return phrase('form', status === 'exact' ? 'check-exact' : 'check-layout', { found });
  if (placed === null && because?.code === 'act') return phrase('form', 'check-act', { found, act: because.act });
  return phrase('form', placed === null ? 'check-unread' : 'check-elsewhere', { found, at: at ?? '' });
}

/** The words of the quote that the draft does not have, and those that it has instead. */
function Differences({ differences }: { readonly differences: readonly Difference[] }): JSX.Element {
  return (
    <p class="differences" dir="auto">
      {differenceRuns(differences).map(({ text, style }, index) => {
        const tag = style === 'gone' ? <del>{text}</del> : style === 'new' ? <ins>{text}</ins> : text;
        return <span key={index}>{tag}</span>;
      })}
    </p>
  );
}

interface CorrectionProps extends Props {
  readonly check: QuoteCheck;
}

/** Takes the draft's words, or the place where they stand. */
function Corrections({ piece, check, onChange }: CorrectionProps): JSX.Element | null {
  const [place] = check.foundAt;
  const { check: _, ...rest } = piece;
  if (check.status === 'near' && check.differences && !check.joins && !check.apart) {
    const words = draftWords(check.differences);
    return (
      <p class="acts">
        <button type="button" onClick={() => onChange({ ...rest, quote: words })}>
          {phrase('form', 'take-words')}
        </button>
      </p>
    );
  }
  const isElsewhere = (check.status === 'exact' || check.status === 'layout') && check.placed !== true;
  if (!isElsewhere || place === undefined || place === '') return null;
  return (
    <p class="acts">
      <button type="button" onClick={() => onChange({ ...rest, at: place })}>
        {phrase('form', 'take-place', { at: place })}
      </button>
    </p>
  );
}
