// The licence notices of the packages whose code the build bundles. Their licences require that every copy includes them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = 'node_modules/';

/**
 * @param moduleIds the absolute paths of the bundled modules
 * @returns one section for each package, sorted by name: `## name version (licence)` and the text of its licence, if it has one
 */
export function notices(moduleIds) {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const sections = [...folders].map(section).sort();
  return `# Code of others in these files\n\n${sections.join('\n')}`;
}

/** The packages that a text made by `notices` lists, as `name@version`. */
export function bundledPackages(text) {
  return [...text.matchAll(/^## (\S+) (\S+) \(/gm)].map(([, name, version]) => `${name}@${version}`);
}

function packageFolder(id) {
  const start = id.lastIndexOf(modules);
  if (start === -1) return undefined;
  const segments = id.slice(start + modules.length).split('/');
  return id.slice(0, start + modules.length) + segments.slice(0, segments[0].startsWith('@') ? 2 : 1).join('/');
}

function section(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[cs]e/i.test(entry));
  const by = author?.name ?? author;
  const text = file
    ? readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim()
    : `The package comes without the text of its licence${by ? `; its author is ${by}` : ''}.`;
  return `## ${name} ${version} (${license})\n\n${text}\n`;
}
