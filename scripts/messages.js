// Compares the catalogues of src/messages with the English one. Run by `npm run check`.
//   node scripts/messages.js             checks every language, and lists what is wrong in those that compass offers
//   node scripts/messages.js fr          lists what is missing or stale in French
//   node scripts/messages.js fr --write  writes the missing entries into its files, empty, and notes what was translated from which wording
//   node scripts/messages.js fr --accept KEY...   notes that these translations fit the wording that English has now
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/messages/', import.meta.url);
/** In each language's folder: the wording that each entry was translated from, as the first 8 digits of its SHA-256. */
const sourcesFile = 'sources.json';
/** Keys of an entry that are the same in every language. */
const notTranslated = new Set(['hintWith']);
/** Plural categories are looked for in these numbers: nobody has a million questions. */
const usualNumbers = Array.from({ length: 1001 }, (_, number) => number);

/** The names of the English files, without `.json`. */
export const areas = readdirSync(new URL('en/', folder))
  .map((file) => file.replace('.json', ''))
  .sort();

/** The languages that have a folder, English left out. */
export function languagesWithFiles() {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map(({ name }) => name)
    .sort();
}

/** The catalogue of a language by area. Areas without a file are empty. */
export function catalogueOf(language) {
  return Object.fromEntries(areas.map((area) => [area, readJson(`${language}/${area}.json`)]));
}

/**
 * What is wrong in a catalogue.
 * @returns `missing` and `stale`: lists of keys; `errors`: sentences
 */
export function checkCatalogue(
  language,
  catalogue,
  english = catalogueOf('en'),
  sources = readJson(`${language}/${sourcesFile}`),
) {
  const [own, theirs] = [flat(english), flat(catalogue)];
  const found = { missing: [], stale: [], errors: [] };
  for (const [key, text] of own) {
    if (!isFilled(text)) continue;
    const translation = theirs.get(key);
    if (!isFilled(translation)) {
      found.missing.push(key);
      continue;
    }
    if (sources[key] !== undefined && sources[key] !== fingerprint(text)) found.stale.push(key);
    for (const error of textErrors(text, translation, language)) found.errors.push(`${key}: ${error}`);
  }
  for (const key of theirs.keys()) if (!own.has(key)) found.errors.push(`${key}: English has no such entry`);
  return found;
}

/** Every text of a catalogue by `area.key`, or `area.key.part`. Lines of a help text are one text; so are the pages of a topic. */
function flat(catalogue, path = []) {
  const texts = new Map();
  for (const [key, value] of Object.entries(catalogue)) {
    if (notTranslated.has(key)) continue;
    const here = [...path, key];
    const isText = typeof value === 'string' || Array.isArray(value);
    if (isText) texts.set(here.join('.'), value);
    else for (const [name, text] of flat(value, here)) texts.set(name, text);
  }
  return texts;
}

function isFilled(text) {
  return Array.isArray(text)
    ? text.length > 0 && text.flat(2).some((line) => line !== '')
    : typeof text === 'string' && text !== '';
}

function* textErrors(text, translation, language) {
  if (Array.isArray(text) !== Array.isArray(translation)) {
    yield Array.isArray(text) ? 'must be a list of lines' : 'must be a text, not a list';
    return;
  }
  const [english, other] = [joined(text), joined(translation)];
  const [wanted, given] = [namesIn(english), namesIn(other)];
  for (const name of wanted) if (!given.has(name)) yield `has lost the placeholder {${name}}`;
  for (const name of given) if (!wanted.has(name)) yield `has a placeholder {${name}} that English does not have`;
  for (const command of commandsIn(english)) if (!other.includes(command)) yield `has lost the command line "${command}"`;
  if (looseBraces(english) !== looseBraces(other)) yield 'has a brace that belongs to no placeholder';
  yield* formErrors(other, language);
}

/** The braces that belong to no placeholder, as in an example of YAML. */
function looseBraces(text) {
  return text.replaceAll(/\{\w+(?:[|?](?:[^{}]|\{\w+\})*)?\}/g, '').replaceAll(/[^{}]/g, '');
}

function joined(text) {
  return [text].flat(2).join('\n');
}

function namesIn(text) {
  return new Set([...text.matchAll(/\{(\w+)(?=[}|?])/g)].map(([, name]) => name));
}

/** Command lines to copy, which stand on indented lines of their own, are the same in every language. What is explained beside one is not. */
function commandsIn(text) {
  return text
    .split('\n')
    .filter((line) => /^ +compass [a-z]/.test(line))
    .map((line) => line.trim().split(/ {2,}/)[0]);
}

function* formErrors(text, language) {
  const rules = new Intl.PluralRules(language);
  const needed = [...new Set(usualNumbers.map((number) => rules.select(number)))];
  for (const [, name, forms] of text.matchAll(/\{(\w+)[|?]((?:[^{}]|\{\w+\})*)\}/g)) {
    const names = forms.split('|').map((form) => /^(\w+)=/.exec(form)?.[1]);
    if (names.every((each) => each === undefined)) {
      const isEnglishLike = needed.length === 2 && names.length === 2 && needed.includes('one') && needed.includes('other');
      if (!isEnglishLike && names.length !== 1) yield `{${name}} must name its plural forms: ${needed.join(', ')}`;
      continue;
    }
    if (names.includes(undefined)) yield `{${name}} has forms with and without a name`;
    const isPlural = names.some((each) => ['zero', 'one', 'two', 'few', 'many'].includes(each));
    if (!isPlural) continue;
    for (const category of needed)
      if (!names.includes(category) && !names.includes('other')) yield `{${name}} lacks the form ${category}`;
    const allowed = new Set([...rules.resolvedOptions().pluralCategories, 'other']);
    for (const each of names)
      if (each !== undefined && !allowed.has(each) && !/^\d+$/.test(each))
        yield `{${name}} has the form ${each}, which ${language} does not have`;
  }
}

function fingerprint(text) {
  return createHash('sha256').update(joined(text).normalize('NFC')).digest('hex').slice(0, 8);
}

function readJson(path) {
  const url = new URL(path, folder);
  return existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : {};
}

/** English with every text replaced by its translation, or by an empty one. Keys that English does not have come last. */
function withEmpty(english, own = {}) {
  const entries = Object.entries(english).flatMap(([key, value]) => {
    if (notTranslated.has(key)) return [];
    if (typeof value === 'string') return [[key, own[key] ?? '']];
    if (Array.isArray(value)) return [[key, own[key] ?? []]];
    return [[key, withEmpty(value, own[key])]];
  });
  return { ...Object.fromEntries(entries), ...Object.fromEntries(Object.entries(own).filter(([key]) => !(key in english))) };
}

function write(path, value) {
  mkdirSync(new URL('.', new URL(path, folder)), { recursive: true });
  writeFileSync(new URL(path, folder), `${JSON.stringify(value, null, 2)}\n`);
}

function writeMissing(language) {
  const english = catalogueOf('en');
  const own = catalogueOf(language);
  for (const area of areas) write(`${language}/${area}.json`, withEmpty(english[area], own[area]));
  const sources = readJson(`${language}/${sourcesFile}`);
  const texts = flat(own);
  const noted = [...flat(english)].flatMap(([key, text]) =>
    isFilled(texts.get(key)) ? [[key, sources[key] ?? fingerprint(text)]] : [],
  );
  write(`${language}/${sourcesFile}`, Object.fromEntries(noted));
}

function accept(language, keys) {
  const texts = flat(catalogueOf('en'));
  const sources = readJson(`${language}/${sourcesFile}`);
  for (const key of keys) if (texts.has(key)) sources[key] = fingerprint(texts.get(key));
  write(`${language}/${sourcesFile}`, sources);
}

function main([named, action, ...keys]) {
  if (named !== undefined && action === '--write') writeMissing(named);
  if (named !== undefined && action === '--accept') accept(named, keys);
  const offered = JSON.parse(readFileSync(new URL('languages.json', folder), 'utf8')).filter((language) => language !== 'en');
  const total = [...flat(catalogueOf('en')).values()].filter(isFilled).length;
  for (const language of named === undefined ? new Set([...offered, ...languagesWithFiles()]) : [named]) {
    const { missing, stale, errors } = checkCatalogue(language, catalogueOf(language));
    const isOffered = offered.includes(language);
    process.stdout.write(
      `messages: ${language}: ${total - missing.length} of ${total} entries, ${stale.length} stale, ${errors.length} errors${isOffered ? '' : ' (not offered)'}\n`,
    );
    if (named !== undefined || isOffered) {
      for (const key of missing) process.stdout.write(`  missing: ${key}\n`);
      for (const key of stale) process.stdout.write(`  stale: ${key}\n`);
    }
    for (const error of errors) process.stdout.write(`  ${error}\n`);
    if (errors.length > 0 || (isOffered && missing.length > 0)) process.exitCode = 1;
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) main(process.argv.slice(2));
