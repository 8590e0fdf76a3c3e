import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { root } from './fixtures/bundled.ts';

const run = promisify(execFile);
// `npm test` has already built dist/.
const dist = join(root, 'dist');

interface Bom {
  readonly metadata: { readonly component: { readonly name: string }; readonly timestamp?: string };
  readonly components: readonly { readonly name: string; readonly licenses: unknown; readonly 'bom-ref': string }[];
}

it('the bill of materials lists installed and bundled packages, but no development tools and no timestamp', async () => {
  const { stdout } = await run(process.execPath, [join(root, 'scripts', 'sbom.js')], { maxBuffer: 2 ** 26 });
  const { metadata, components } = JSON.parse(stdout) as Bom;
  const names = components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(packageJson.dependencies)));
  for (const tool of ['vitest', 'typescript', '@biomejs/biome', '@types/node']) expect(names).not.toContain(tool);
  expect(metadata.component.name).toBe('ungps-compass');
  expect(metadata).not.toHaveProperty('timestamp');
  const notices = await readFile(join(dist, 'THIRD-PARTY.md'), 'utf8');
  const bundled = [...notices.matchAll(/^## (\S+) (\S+) \(/gm)].map(([, name, version]) => `${name}@${version}`);
  expect(components.map((component) => component['bom-ref'])).toEqual(expect.arrayContaining(bundled));
});

it('every dependency is either imported by name, or bundled with its licence notice', async () => {
  const notices = await readFile(join(dist, 'THIRD-PARTY.md'), 'utf8');
  const files = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'));
  const code = (await Promise.all(files.map((name) => readFile(join(dist, name), 'utf8')))).join('\n');
  const imported = new Set(
    [...code.matchAll(/\b(?:from|import\() ?["'`]((?:@[^/"'`]+\/)?[^./"'`][^/"'`]*)/g)].map(([, name]) => name),
  );
  const withCode = Object.keys(packageJson.dependencies);
  expect(withCode.filter((name) => !imported.has(name) && !notices.includes(`\n## ${name} `))).toEqual([]);
});
