// Run by npm before it packs. npm copies the files' modes to the package, and they depend on the umask at checkout: this sets
// them to fixed values.
import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const executables = new Set(Object.values(packageJson.bin).map((path) => join(root, path)));

for (const name of [...packageJson.files, 'package.json', 'README.md', 'LICENSE']) setModes(join(root, name));

function setModes(path) {
  if (!lstatSync(path).isDirectory()) return chmodSync(path, executables.has(path) ? 0o755 : 0o644);
  for (const name of readdirSync(path)) setModes(join(path, name));
}
