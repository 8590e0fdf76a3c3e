// The script of one stemmer, which the page has before the engine's. The build leaves one language in `stemmers.ts` for each.
import { loaders } from '../../draft/search/stemmers.ts';
import { stemmersName } from './page-stemmers.ts';

(globalThis as Record<string, unknown>)[stemmersName] = loaders;
