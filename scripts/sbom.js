// `npm run sbom [-- FILE]`: writes the bill of materials of what a user installs, in CycloneDX format. It is reproducible: the
// same package-lock.json and build give the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { bundledPackages } from './notices.js';

const root = new URL('..', import.meta.url);
const npm = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: fileURLToPath(root),
    maxBuffer: 64 * 1024 * 1024,
  }),
);

const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));
const bundled = new Set(bundledPackages(readFileSync(new URL('dist/THIRD-PARTY.md', root), 'utf8')));
const shippedRefs = installedWith('', new Set(bundled));
const shipped = npm.components.filter((component) => shippedRefs.has(component['bom-ref']));
const references = new Set([npm.metadata.component['bom-ref'], ...shipped.map((component) => component['bom-ref'])]);

const bom = {
  ...npm,
  serialNumber: undefined,
  metadata: {
    ...npm.metadata,
    timestamp: undefined,
    // npm uses the folder's name as the package's.
    component: { ...npm.metadata.component, name: packageJson.name, type: 'application' },
  },
  components: shipped.map((component) => ({
    ...component,
    scope: 'required',
    properties: bundled.has(component['bom-ref']) ? [{ name: 'compass:bundled', value: 'true' }] : [],
  })),
  dependencies: npm.dependencies
    .filter(({ ref }) => references.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => references.has(one)) })),
};
// npm's serial number is random, and its timestamp is the current time. Ours is a hash of the content.
const withSerial = { ...bom, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bom))}` };
const text = `${JSON.stringify(withSerial, null, 2)}\n`;
const [file] = process.argv.slice(2);
if (file) writeFileSync(file, text);
else process.stdout.write(text);

/**
 * Adds the run-time dependencies of a package, direct and indirect, to `found`, as `name@version`. `npm sbom --omit dev` would
 * leave out a dependency that a development tool needs too. Optional peers are left out, because they are not installed.
 */
function installedWith(path, found) {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[path];
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
    const place = placeOf(name, path);
    if (place === undefined || found.has(`${name}@${packages[place].version}`)) continue;
    found.add(`${name}@${packages[place].version}`);
    installedWith(place, found);
  }
  return found;
}

/** The path of the package that Node resolves an import to: the nearest node_modules folder that has it. */
function placeOf(name, from) {
  const place = `${from}${from === '' ? '' : '/'}node_modules/${name}`;
  if (packages[place] || from === '') return packages[place] && place;
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))).replace(/^node_modules$/, ''));
}

/** A UUID from a hash of the content (RFC 9562, version 8). */
function uuidOf(content) {
  const hex = createHash('sha256').update(content).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16], 16) % 4];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
