// Bundles src/ into dist/: one chunk with what every start needs, a second with what scoring needs, and one for each other
// command and report format, loaded on demand.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { buildForm } from './build-form.js';
import { writeEditorSchemas } from './editor-schemas.js';
import { catalogueOf } from './messages.js';
import { notices } from './notices.js';

/**
 * Packages that are not bundled: large, or with data files, and rarely needed. The rest is bundled, because opening files
 * dominates start-up.
 */
const external = ['unpdf', '@orama/stemmers'];
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The chunks of modules that are always loaded together, with their entry modules. A module goes into the first chunk that needs
 * it.
 */
const together = {
  start: ['src/cli/main.ts'],
  score: [
    'src/cli/commands/score/run.ts',
    'src/cli/options/parse-limits.ts',
    'src/run/open-rubric.ts',
    'src/report/documents/gap-report/gap-report.ts',
    'src/report/write/terminal/terminal.ts',
  ],
};
const closures = new Map();

const groups = Object.keys(together).map((name, index, names) => ({
  name: (id, context) => (closureOf(name, context).has(id) ? name : null),
  debugName: name,
  priority: names.length - index,
}));

/** All modules that the entry modules of a chunk import statically, directly or indirectly. */
function closureOf(name, context) {
  if (!closures.has(name)) {
    const found = new Set();
    const open = together[name].map((path) => `${root}${path}`);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
    }
    closures.set(name, found);
  }
  return closures.get(name);
}

await rm(`${root}dist`, { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: `${root}src/cli/main.ts`, compile: `${root}src/rubric/compile.ts`, worker: `${root}src/run/batch/worker.ts` },
  platform: 'node',
  // A module may be imported dynamically at start-up and statically by scoring. The check does not know that the groups separate
  // them.
  checks: { ineffectiveDynamicImport: false },
  external: (id) =>
    id.startsWith('node:') || builtinModules.includes(id) || external.some((name) => id === name || id.startsWith(`${name}/`)),
});
const { output } = await bundle.write({
  dir: `${root}dist`,
  format: 'esm',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: true, jsdoc: false },
  codeSplitting: { groups },
  // Halves the time to parse the code at each start. Names are kept, so that stack traces in bug reports are readable.
  minify: { mangle: { toplevel: false, keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
});
await bundle.close();
const formModules = await buildForm();
await writeFile(`${root}dist/THIRD-PARTY.md`, notices([...output.flatMap(({ moduleIds = [] }) => moduleIds), ...formModules]));

// Compiles the bundled rubrics, so that no run has to parse their YAML.
const { compileLocale, compileRubric, rubricLanguages } = await import(`${root}dist/compile.js`);
await mkdir(`${root}dist/rubrics`);
for (const id of await readdir(`${root}rubrics`)) {
  const folder = `${root}rubrics/${id}`;
  await writeFile(`${root}dist/rubrics/${id}.json`, await compileRubric(folder));
  for (const language of await rubricLanguages(folder))
    await writeFile(`${root}dist/rubrics/${id}.${language}.json`, await compileLocale(folder, language));
}

// The sentences of every other language in one file each, which is read only if the language is asked for.
await mkdir(`${root}dist/messages`);
for (const language of JSON.parse(await readFile(`${root}src/messages/languages.json`, 'utf8')))
  if (language !== 'en') await writeFile(`${root}dist/messages/${language}.json`, JSON.stringify(catalogueOf(language)));
await writeEditorSchemas(new URL('..', import.meta.url));
