// Run by npm before it packs: npm writes the modes of files into the package, and those hang on who checked them out (umask).
import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const executables = new Set(Object.values(packageJson.bin).map((path) => join(root, path)));

for (const name of [...packageJson.files, 'package.json', 'README.md', 'LICENSE']) evenOut(join(root, name));

function evenOut(path) {
  if (!lstatSync(path).isDirectory()) return chmodSync(path, executables.has(path) ? 0o755 : 0o644);
  for (const name of readdirSync(path)) evenOut(join(path, name));
}
