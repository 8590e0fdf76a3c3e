// Generates src/schema/types.ts and the validators in the same folder from schemas/*.json. Run by `npm run build`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const schemaDir = new URL('schemas/', root);
const outDir = new URL('src/schema/', root);
const banner = '// Generated from schemas/*.json by scripts/generate.js. Never edited by hand.\n';
const validated = ['rubric', 'feature', 'step', 'flags', 'locale', 'answers', 'config'];
/**
 * The validators in each generated file. They are separate so that a run loads only the validators of the files that it reads.
 */
const validatorFiles = {
  'answers-validator': ['answers'],
  'config-validator': ['config'],
  'locale-validator': ['locale'],
  'rubric-validators': ['rubric', 'feature', 'step', 'flags'],
};

const schemas = new Map();
for (const file of (await readdir(schemaDir)).sort()) {
  schemas.set(file.replace('.schema.json', ''), JSON.parse(await readFile(new URL(file, schemaDir), 'utf8')));
}
await mkdir(outDir, { recursive: true });
await writeFile(new URL('types.ts', outDir), await types());
for (const [file, names] of Object.entries(validatorFiles)) {
  await writeFile(new URL(`${file}.js`, outDir), validators(names));
  await writeFile(new URL(`${file}.d.ts`, outDir), declarations(names));
}

/**
 * The types of the files' contents. References are inlined first, because json-schema-to-typescript would look for them on disk.
 */
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

/**
 * Turns the schema constants in a validator's code into functions. Only errors need them, and creating all of them takes some
 * milliseconds of every start.
 */
function withSchemasOnDemand(code) {
  return code
    .replaceAll(/\bschema(\d+)\b(?! = )/g, 'schema$1()')
    .replaceAll(/^const schema(\d+) = (.*);$/gm, 'let made$1;\nconst schema$1 = () => (made$1 ??= $2);');
}

/**
 * Validators as code, so that no schema is compiled at run time. The build bundles the two runtime functions that they import.
 */
function validators(names) {
  const ajv = new Ajv2020({
    schemas: [...schemas.values()],
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    verbose: true,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [validatorOf(name), schemas.get(name).$id])));
  return banner + withSchemasOnDemand(code);
}

function declarations(names) {
  const lines = names.map((name) => `export declare const ${validatorOf(name)}: Validate;`);
  return `${banner}import type { Validate } from './validate.ts';

${lines.join('\n')}
`;
}

function validatorOf(name) {
  return `validate${name[0].toUpperCase()}${name.slice(1)}`;
}
