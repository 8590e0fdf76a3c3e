// Bundles src/ into dist/: what every start needs in one chunk, what scoring needs in a second, and one for each other command and
// report format, loaded when it is needed.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { notices } from './notices.js';

/** Read only where they are needed, large or with files of their own; all else is bundled, since a run's start is mostly files opened. */
const external = ['unpdf', '@orama/stemmers'];
const root = fileURLToPath(new URL('..', import.meta.url));

/** A file costs more to open than to read on: what is always needed together is one. The first that has a module keeps it. */
const together = {
  start: ['src/cli/main.ts'],
  score: [
    'src/cli/commands/score/run.ts',
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

/** All modules that those of a chunk import, and that these import, before anything is loaded on demand. */
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

/** To make a segmenter takes a tenth of a short run, and only text that is not Latin is measured with it. */
const segmenterOnDemand = {
  name: 'segmenter-on-demand',
  transform(code, id) {
    if (!/[\\/]string-width[\\/]index\.js$/.test(id) || !code.includes('Intl.Segmenter')) return null;
    const eager = 'const segmenter = new Intl.Segmenter();';
    if (!code.includes(eager)) throw new Error('string-width makes its segmenter otherwise now: see scripts/build.js');
    return code.replace(
      eager,
      'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
    );
  },
};

await rm(`${root}dist`, { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: `${root}src/cli/main.ts`, compile: `${root}src/rubric/compile.ts`, worker: `${root}src/run/batch/worker.ts` },
  platform: 'node',
  plugins: [segmenterOnDemand],
  // It does not see the groups below: what the start loads on demand, scoring has at once, and both import it rightly.
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
  // Half as long to read at each start; names stay, for those who report a fault.
  minify: { mangle: { toplevel: false, keepNames: true }, compress: true, codegen: { removeWhitespace: true } },
});
await bundle.close();
await writeFile(`${root}dist/THIRD-PARTY.md`, notices(output.flatMap(({ moduleIds = [] }) => moduleIds)));

// The bundled rubrics, checked and resolved, so that no run has to read their YAML.
const { compileRubric } = await import(`${root}dist/compile.js`);
await mkdir(`${root}dist/rubrics`);
for (const id of await readdir(`${root}rubrics`))
  await writeFile(`${root}dist/rubrics/${id}.json`, await compileRubric(`${root}rubrics/${id}`));
