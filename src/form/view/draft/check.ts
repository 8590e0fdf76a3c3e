import { useEffect, useState } from 'preact/hooks';
import type { Evidence, QuoteCheck } from '../../../core/answers.ts';
import { usePage, useSession } from '../page.ts';

/** Milliseconds without typing before a quote is looked up. */
const pause = 150;

/** Looks a quote up in the draft. Undefined without a draft, without a quote, or before the answer has come. */
export function useCheck({ quote = '', at = '' }: Pick<Evidence, 'quote' | 'at'>): QuoteCheck | undefined {
  const { draft } = usePage();
  // What the answers quote is in another text than the one that is here.
  const isOther = useSession(({ isOtherDraft }) => isOtherDraft);
  // A citation may call the draft by its title.
  const title = useSession(({ assessment }) => assessment.draft.title);
  const client = isOther ? undefined : draft?.client;
  const [found, setFound] = useState<{ readonly quote: string; readonly at: string; readonly check: QuoteCheck }>();
  useEffect(() => {
    if (!client || quote === '') return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const check = await client.check(quote, at, title);
      if (isCurrent) setFound({ quote, at, check });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, title, quote, at]);
  return client && found?.quote === quote && found.at === at && quote !== '' ? found.check : undefined;
}
