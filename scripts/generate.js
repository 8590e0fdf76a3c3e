// Makes src/schema/types.ts and src/schema/validators.js from schemas/*.json. Run by `npm run build`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const schemaDir = new URL('schemas/', root);
const outDir = new URL('src/schema/', root);
const banner = '// Generated from schemas/*.json by scripts/generate.js. Never edited by hand.\n';
const validated = ['rubric', 'feature', 'step', 'flags', 'answers', 'config'];

const schemas = new Map();
for (const file of (await readdir(schemaDir)).sort()) {
  schemas.set(file.replace('.schema.json', ''), JSON.parse(await readFile(new URL(file, schemaDir), 'utf8')));
}
await mkdir(outDir, { recursive: true });
await writeFile(new URL('types.ts', outDir), await types());
await writeFile(new URL('validators.js', outDir), validators());
await writeFile(new URL('validators.d.ts', outDir), declarations());

/** Types of the files' contents. References are resolved first, since the compiler of types would look for them on disk. */
async function types() {
  const parts = [banner];
  for (const name of validated) {
    const schema = inline(schemas.get(name), schemas.get(name));
    parts.push(
      await compile(schema, name, {
        bannerComment: '',
        style: { singleQuote: true, printWidth: 130 },
        additionalProperties: false,
        unreachableDefinitions: false,
      }),
    );
  }
  return parts.join('\n');
}

function inline(node, self) {
  if (Array.isArray(node)) return node.map((item) => inline(item, self));
  if (node === null || typeof node !== 'object') return node;
  const { $ref, ...rest } = node;
  if ($ref) {
    const [file, path] = $ref.split('#/$defs/');
    const home = file ? schemas.get(file.replace('.schema.json', '')) : self;
    return { ...inline(home.$defs[path], home), ...inline(rest, self) };
  }
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !['$defs', '$id', '$schema'].includes(key))
      .map(([key, value]) => [key, inline(value, self)]),
  );
}

/** Validators as code, so that no schema is compiled at run time. The build bundles the two runtime functions they import. */
function validators() {
  const ajv = new Ajv2020({
    schemas: [...schemas.values()],
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    verbose: true,
    code: { source: true, esm: true, lines: true },
  });
  const names = Object.fromEntries(
    validated.map((name) => [`validate${name[0].toUpperCase()}${name.slice(1)}`, schemas.get(name).$id]),
  );
  return banner + standaloneCode(ajv, names);
}

function declarations() {
  const lines = validated.map((name) => `export declare const validate${name[0].toUpperCase()}${name.slice(1)}: Validate;`);
  return `${banner}import type { ErrorObject } from 'ajv';

export interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}
${lines.join('\n')}
`;
}
