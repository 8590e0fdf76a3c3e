import { useEffect, useState } from 'preact/hooks';
import type { Evidence, QuoteCheck } from '../../../core/answers.ts';
import { usePage, useSession } from '../page.ts';

/** Milliseconds without typing before a quote is looked up. */
const pause = 150;

/** What was found of a quote, or why it could not be looked up. */
export interface Checked {
  readonly check?: QuoteCheck;
  readonly failure?: string;
}

/** Looks a quote up in the draft. Empty without a draft, without a quote, or before the answer has come. */
export function useCheck({ quote = '', at = '' }: Pick<Evidence, 'quote' | 'at'>): Checked {
  const { draft } = usePage();
  // What the answers quote is in another text than the one that is here.
  const isOther = useSession(({ isOtherDraft }) => isOtherDraft);
  // A citation may call the draft by its title.
  const title = useSession(({ assessment }) => assessment.draft.title);
  const client = isOther ? undefined : draft?.client;
  const [found, setFound] = useState<Checked & { readonly quote: string; readonly at: string }>();
  useEffect(() => {
    if (!client || quote === '') return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const checked = await client.check(quote, at, title).then(
        (check): Checked => ({ check }),
        (error: unknown): Checked => ({ failure: whyFailed(error) }),
      );
      if (isCurrent) setFound({ quote, at, ...checked });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, title, quote, at]);
  return client && found?.quote === quote && found.at === at && quote !== '' ? found : {};
}

/** Why the draft could not be searched. */
export function whyFailed(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
