// `npm run pack:check`: checks that the package is reproducible. Builds and packs it twice, in different environments, and
// compares the bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Folders that are not copied: they are built again, or are not part of the package. */
const notCopied = new Set(['dist', 'coverage', 'release', '.git', 'node_modules']);

/** Two environments. The package must not depend on anything that differs between them. */
const environments = [
  { folder: 'here', umask: 0o022, env: { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' } },
  {
    folder: join('far', 'away from there'),
    umask: 0o077,
    env: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  },
];

/** Large, so it is copied once, and moved from one environment to the next. */
const modules = 'node_modules';

const temporary = mkdtempSync(join(tmpdir(), 'compass-pack-'));
try {
  cpSync(join(root, modules), join(temporary, modules), { recursive: true, verbatimSymlinks: true });
  const packed = environments.map(pack);
  for (const { folder, file, sha256, size } of packed) process.stdout.write(`${sha256}  ${file}  ${size} bytes  (${folder})\n`);
  if (new Set(packed.map(({ sha256 }) => sha256)).size > 1) {
    process.stderr.write(`pack:check: the packages differ: ${differing(packed).join(', ') || 'in their order or attributes'}\n`);
    process.exitCode = 1;
  } else process.stdout.write('pack:check: the same bytes\n');
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function pack({ folder, umask, env }) {
  const before = process.umask(umask);
  const place = join(temporary, folder);
  cpSync(root, place, { recursive: true, filter: (path) => !notCopied.has(relative(root, path)) && !path.endsWith('.tgz') });
  renameSync(join(temporary, modules), join(place, modules));
  // `npm pack` runs `prepare`, which builds dist/ in the copy.
  const output = execFileSync('npm', ['pack', '--json'], { cwd: place, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 });
  renameSync(join(place, modules), join(temporary, modules));
  process.umask(before);
  const text = output.toString();
  const [{ filename, files }] = Object.values(JSON.parse(text.slice(text.search(/^[[{]/m))));
  const bytes = readFileSync(join(place, basename(filename)));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { folder, place, file: filename, files: files.map(({ path }) => path), sha256, size: bytes.length };
}

function differing([one, other]) {
  const paths = new Set([...one.files, ...other.files]);
  return [...paths].filter((path) => {
    if (!one.files.includes(path) || !other.files.includes(path)) return true;
    return !readFileSync(join(one.place, path)).equals(readFileSync(join(other.place, path)));
  });
}
