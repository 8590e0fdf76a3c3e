// The files that contain the version of compass, and their new texts for a release.

const unreleased = '## [Unreleased]';

/**
 * @param texts the current texts, by path
 * @returns the new texts, by path, and the section of the changelog for this version
 * @throws Error if a file does not contain the current version, or the changelog has nothing to release
 */
export function releaseFiles(texts, version, date) {
  const present = JSON.parse(texts['package.json']).version;
  const { changelog, notes } = released(texts['CHANGELOG.md'], version, date);
  const [versionKey, newVersionKey] = [present, version].map((each) => `"version": "${each}"`);
  const rev = `rev: v${present}\n`;
  return {
    notes,
    files: {
      'CHANGELOG.md': changelog,
      'package.json': replaced(texts, 'package.json', { from: versionKey, to: newVersionKey, times: 1 }),
      // The version of the root package is in it twice, before all others.
      'package-lock.json': replaced(texts, 'package-lock.json', { from: versionKey, to: newVersionKey, times: 2 }),
      'docs/ci.md': replaced(texts, 'docs/ci.md', { from: rev, to: `rev: v${version}\n`, times: 1 }),
    },
  };
}

/** Moves the content of the Unreleased section below a new heading with the version and the date. */
function released(text, version, date) {
  const start = text.indexOf(unreleased);
  if (start === -1) throw new Error(`CHANGELOG.md has no "${unreleased}"`);
  if (text.includes(`\n## [${version}]`)) throw new Error(`CHANGELOG.md has a section for ${version} already`);
  const begin = start + unreleased.length;
  const next = text.indexOf('\n## [', begin);
  const notes = text.slice(begin, next === -1 ? undefined : next).trim();
  if (notes === '') throw new Error('CHANGELOG.md has nothing under Unreleased');
  const rest = next === -1 ? '' : text.slice(next);
  return { changelog: `${text.slice(0, begin)}\n\n## [${version}] - ${date}\n\n${notes}\n${rest}`, notes };
}

/** The text with the first `times` occurrences replaced. @throws Error if there are fewer */
function replaced(texts, path, { from, to, times }) {
  let text = texts[path];
  for (let time = 0, at = 0; time < times; time++) {
    at = text.indexOf(from, at);
    if (at === -1) throw new Error(`${path} has no ${from.trim()}`);
    text = text.slice(0, at) + to + text.slice(at + from.length);
    at += to.length;
  }
  return text;
}
