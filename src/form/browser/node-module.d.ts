// `source/yaml-package.ts` needs it to compile. The bundle of the page has `yaml-package.ts` of this folder in its place.
declare module 'node:module' {
  export function createRequire(path: string): (name: string) => unknown;
}
