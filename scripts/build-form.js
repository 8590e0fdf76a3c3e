// Bundles src/form/ into dist/form/: the script and the style of the page that `compass form` writes.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { areas, catalogueOf } from './messages.js';
import { notices } from './notices.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The scripts by the names of their files, with their entry modules. Each is one file without imports. */
const scripts = { 'page.js': 'src/form/main.tsx', 'engine.js': 'src/form/draft/engine-script.ts' };

/** Modules that need Node, and what the page has in their place. */
const inTheirPlace = new Map([[`${root}src/source/yaml-package.ts`, `${root}src/form/browser/yaml-package.ts`]]);

/** The page has only the stemmers that its draft needs: the engine that of English, and a script for each other one. */
const stemmers = `${root}src/draft/search/stemmers.ts`;
const pageStemmers = new Map([[stemmers, `${root}src/form/draft/page-stemmers.ts`]]);

/** Areas of the catalogue of which the page says nothing: their sentences would only make it larger. */
const unsaid = new Set(['workbook', 'survey', 'import', 'compare', 'files']);

/** Areas whose sentences the page has among its data, in its language and compressed, instead of in English in its script. */
const inData = areas.filter((area) => !unsaid.has(area) && !['help', 'parser', 'topics'].includes(area));

/** The line of a language among the stemmers. */
const stemmerLine = /^ {2}([a-z]{2}): .*$/gm;

/** What would end a script element in a page, or begin a comment in it. */
const unsafe = /<\/script|<!--|<script/i;

/**
 * Builds dist/form/.
 * @returns the absolute paths of the bundled modules
 * @throws Error if a module needs Node, or if a script can't stand in a page
 */
export async function buildForm() {
  await mkdir(`${root}dist/form`, { recursive: true });
  const modules = [];
  for (const [file, entry] of Object.entries(scripts)) {
    const { code, moduleIds } = await bundled(entry, new Set(file === 'page.js' ? [...unsaid, ...inData] : unsaid));
    await writeFile(`${root}dist/form/${file}`, inElement(file, code));
    modules.push(...moduleIds);
  }
  const source = await readFile(stemmers, 'utf8');
  for (const [line, language] of source.matchAll(stemmerLine)) {
    if (language === 'en') continue;
    const alone = source.replace(stemmerLine, (other) => (other === line ? line : ''));
    const { code, moduleIds } = await bundled('src/form/draft/stemmer-script.ts', unsaid, alone);
    await writeFile(`${root}dist/form/stemmer-${language}.js`, inElement(`stemmer-${language}.js`, code));
    modules.push(...moduleIds);
  }
  await writeFile(`${root}dist/form/THIRD-PARTY.md`, inElement('THIRD-PARTY.md', notices(modules)));
  await writeFile(`${root}dist/form/page.css`, await style());
  const english = catalogueOf('en');
  const sentences = Object.fromEntries(inData.map((area) => [area, english[area]]));
  await writeFile(`${root}dist/form/english.json`, JSON.stringify(sentences));
  return modules;
}

/** The style of the page: the files in the order of their names, without comments and indentation. */
async function style() {
  const folder = `${root}src/form/view/style/`;
  const files = (await readdir(folder)).sort();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}${file}`, 'utf8')));
  return texts
    .join('')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .trim();
}

/** @throws Error if a text can't stand in a script element of a page */
function inElement(file, text) {
  const found = unsafe.exec(text);
  if (found) throw new Error(`dist/form/${file}: ${found[0]} can't stand in a script element`);
  return text;
}

/** The area of a file of the English catalogue. */
function areaOf(id) {
  return /\/src\/messages\/en\/([a-z-]+)\.json$/.exec(id)?.[1];
}

/** @throws Error if a module of the page says a sentence that was left out */
function refuseUnsaid(code, id) {
  for (const [, area] of code.matchAll(/\b(?:phrase|counted)\(\s*['"]([a-z-]+)['"]/g))
    if (unsaid.has(area)) throw new Error(`${id}: says sentences of ${area}, which the page lacks`);
  return null;
}

/**
 * One script with everything that its entry module imports, but for the sentences of some areas.
 * @param alone the module of the stemmers with one language, for the script of that one
 */
async function bundled(entry, without, alone) {
  const bundle = await rolldown({
    input: `${root}${entry}`,
    platform: 'browser',
    plugins: [
      {
        name: 'in-their-place',
        load: { handler: (id) => (inTheirPlace.has(id) ? readFile(inTheirPlace.get(id), 'utf8') : null) },
      },
      {
        name: 'stemmers',
        resolveId: {
          async handler(source, importer) {
            if (alone !== undefined || !source.endsWith('/stemmers.ts')) return null;
            const found = await this.resolve(source, importer, { skipSelf: true });
            return pageStemmers.get(found?.id) ?? found;
          },
        },
        load: { handler: (id) => (alone !== undefined && id === stemmers ? { code: alone, moduleType: 'ts' } : null) },
      },
      {
        name: 'without-sentences',
        load: { handler: (id) => (without.has(areaOf(id)) ? { code: '{}', moduleType: 'json' } : null) },
        transform: { handler: refuseUnsaid },
      },
    ],
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' }, target: 'es2022' },
    onLog(level, log) {
      // A module of Node would fail in the page only when it is used.
      if (level === 'warn') throw new Error(`${entry}: ${log.message}`);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, comments: false, minify: true });
  await bundle.close();
  const [{ code, moduleIds }] = output;
  return { code, moduleIds };
}
