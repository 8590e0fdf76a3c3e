import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let loaded: typeof import('yaml') | undefined;

/**
 * The full parser. Loaded on the first call, because loading it takes longer than scoring a file. The page that `compass form` writes
 * has another module in this one's place, since a browser has no `require`.
 */
export function yaml(): typeof import('yaml') {
  loaded ??= require('yaml') as typeof import('yaml');
  return loaded;
}
