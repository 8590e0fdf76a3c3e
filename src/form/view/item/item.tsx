import type { JSX } from 'preact';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { usePage, useSession, useTitle } from '../page.ts';
import { keyOf } from '../place.ts';
import { Answering } from './answer/answering.tsx';
import { ConfidenceChoice } from './answer/confidence.tsx';
import { ElsewhereSection } from './answer/elsewhere.tsx';
import { EvidenceSection } from './evidence/evidence.tsx';
import { Help } from './help.tsx';
import { PanelViews } from './panel-views.tsx';
import { Reasons } from './reasons.tsx';
import { Review, ReviewNote } from './review.tsx';
import { Way } from './way.tsx';

/** The item that the reviewer is at. */
export function CurrentItem(): JSX.Element {
  const at = useSession((state) => state.at, sameItem);
  return <ItemView key={keyOf(at)} item={at} />;
}

function sameItem(before: Item, after: Item): boolean {
  return keyOf(before) === keyOf(after);
}

function ItemView({ item }: { readonly item: Item }): JSX.Element {
  const { session, homes, lang } = usePage();
  const home = homes.get(keyOf(item));
  const question = session.prepared.questions.get(item.id)?.question;
  const severity = session.prepared.flags.get(item.id)?.severity;
  useTitle(home?.name ?? '');
  return (
    <article class="item" aria-labelledby="heading">
      <p class="place">
        <span class="name">{home?.name}</span>{' '}
        <span dir="auto">
          {phrase('form', item.kind === 'flag' ? 'place-flag' : 'place', {
            part: home?.part ?? '',
            number: home?.number ?? 1,
            n: home?.of ?? 1,
          })}
        </span>
      </p>
      <h2 id="heading" tabIndex={-1} dir="auto" lang={lang.rubric}>
        {home?.text}
      </h2>
      {question?.critical && <p class="remark">{phrase('form', 'critical-this')}</p>}
      {severity && item.kind === 'flag' && <p class="remark">{phrase('form', `about-${severity}`)}</p>}
      <Help item={item} />
      <Aside item={item} feature={home?.partId ?? ''} />
      <ReviewNote item={item} />
      <PanelViews item={item} />
      <Answering item={item} question={question} />
      <Reasons item={item} />
      <EvidenceSection item={item} />
      {question && <ConfidenceChoice id={item.id} />}
      {question && <ElsewhereSection question={question} />}
      <Review item={item} />
      <Way />
    </article>
  );
}

/** Why the answer does not count: the whole feature is set aside, or another answer rules the question out. */
function Aside({ item, feature }: { readonly item: Item; readonly feature: string }): JSX.Element | null {
  const reason = useSession(({ assessment }) => assessment.features.get(feature)?.notApplicable);
  const isAsked = useSession(({ standings }) => standings.some((standing) => sameItem(standing.item, item)));
  if (item.kind !== 'question' || (reason === undefined && isAsked)) return null;
  const words = reason === undefined ? phrase('form', 'not-asked') : phrase('form', 'feature-aside', { reason });
  return (
    <p class="remark" dir="auto">
      {words}
    </p>
  );
}
