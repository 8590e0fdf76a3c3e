// Bundles src/ into dist/: one entry, one chunk for each command and report format, loaded when it is needed.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { notices } from './notices.js';

/** Read only where they are needed, large or with files of their own; all else is bundled, since a run's start is mostly files opened. */
const external = ['unpdf', '@orama/stemmers'];
const root = fileURLToPath(new URL('..', import.meta.url));

await rm(`${root}dist`, { recursive: true, force: true });
const bundle = await rolldown({
  input: { cli: `${root}src/cli/main.ts`, compile: `${root}src/rubric/compile.ts`, worker: `${root}src/cli/batch/worker.ts` },
  platform: 'node',
  external: (id) =>
    id.startsWith('node:') || builtinModules.includes(id) || external.some((name) => id === name || id.startsWith(`${name}/`)),
});
const { output } = await bundle.write({ dir: `${root}dist`, format: 'esm', chunkFileNames: '[name].js', minify: false });
await bundle.close();
await writeFile(`${root}dist/THIRD-PARTY.md`, notices(output.flatMap(({ moduleIds = [] }) => moduleIds)));

// The bundled rubrics, checked and resolved, so that no run has to read their YAML.
const { compileRubric } = await import(`${root}dist/compile.js`);
await mkdir(`${root}dist/rubrics`);
for (const id of await readdir(`${root}rubrics`))
  await writeFile(`${root}dist/rubrics/${id}.json`, await compileRubric(`${root}rubrics/${id}`));
