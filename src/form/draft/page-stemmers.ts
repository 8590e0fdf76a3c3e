import type { Loaders } from '../../draft/search/stemmers.ts';

/** The name under which the script of a stemmer leaves it for the engine. */
export const stemmersName = 'compassStemmers';

const given = (globalThis as Record<string, unknown>)[stemmersName] as Loaders | undefined;

/**
 * The stemmers of the page: English, and that of the draft's language, which stands in a script before the engine's. The bundle of the engine
 * has this module in place of `draft/search/stemmers.ts`.
 */
export const loaders: Loaders = { ...given, en: async () => (await import('@orama/stemmers/english')).stemmer };
