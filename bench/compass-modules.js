// Modules of compass that the package does not offer to others, bundled for benchmarks.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The exports of modules of src/. They are bundled into node_modules, so that imports of libraries are resolved.
 * @param names for each module, a name and its file: `{ load: 'rubric/load.ts' }`
 */
export async function compassModules(names) {
  const input = Object.fromEntries(Object.entries(names).map(([name, file]) => [name, `${root}src/${file}`]));
  const bundle = await rolldown({ input, platform: 'node', external: [/^node:/, /^[a-z@](?!:)/] });
  const dir = join(root, 'node_modules', '.compass-bench');
  await bundle.write({ dir, format: 'esm' });
  const modules = await Promise.all(Object.keys(names).map((name) => import(pathToFileURL(join(dir, `${name}.js`)).href)));
  return Object.assign({}, ...modules);
}
