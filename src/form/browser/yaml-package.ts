import * as parser from 'yaml';

/** The full parser, in the page. The bundle of the page has this module in place of `source/yaml-package.ts`. */
export function yaml(): typeof parser {
  return parser;
}
