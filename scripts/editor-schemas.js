// Writes JSON Schemas for editors to dist/schemas/. Each is self-contained, and for each bundled rubric there is a schema of its answers
// files with the rubric's ids and levels. Run by scripts/build.js.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';

/** The kinds of files that people write. */
const names = ['answers', 'config', 'rubric', 'feature', 'step', 'flags', 'locale'];

/** @param root the URL of the repository, in which dist/rubrics/ must exist */
export async function writeEditorSchemas(root) {
  const folder = new URL('dist/schemas/', root);
  await mkdir(folder);
  const write = (name, schema) => writeFile(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema)}\n`);
  const common = await readJson(new URL('schemas/common.schema.json', root));
  const schemas = new Map();
  for (const name of names) {
    schemas.set(name, selfContained(await readJson(new URL(`schemas/${name}.schema.json`, root)), common));
    await write(name, schemas.get(name));
  }
  for (const file of await readdir(new URL('dist/rubrics/', root))) {
    // ID.LANGUAGE.json is a translation. Ids have no dots.
    if (file.split('.').length > 2) continue;
    const { rubric } = await readJson(new URL(`dist/rubrics/${file}`, root));
    await write(`${rubric.id}.answers`, answersOf(rubric, schemas.get('answers')));
  }
}

async function readJson(url) {
  return JSON.parse(await readFile(url, 'utf8'));
}

/** A schema with the definitions that it uses from common.schema.json, in draft 7, the newest draft that all editors support. */
function selfContained({ $id, $schema, ...schema }, common) {
  const text = JSON.stringify(schema).replaceAll('"common.schema.json#', '"#');
  const used = Object.entries(common.$defs).filter(([name]) => text.includes(`"#/$defs/${name}"`));
  const { $defs, ...rest } = JSON.parse(text);
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...rest, $defs: { ...Object.fromEntries(used), ...$defs } };
}

/** The schema of answers files, with the ids and levels of a rubric. */
function answersOf(rubric, schema) {
  const { answers, features, steps, flags } = schema.properties;
  const questions = rubric.features.flatMap((feature) => feature.questions);
  const guiding = rubric.steps.flatMap((step) => step.questions);
  const stepAnswer = steps.additionalProperties;
  return {
    ...schema,
    title: `Answers, ${rubric.title} ${rubric.version}`,
    properties: {
      ...schema.properties,
      rubric: withProperties(schema.properties.rubric, { ...schema.properties.rubric.properties, id: { const: rubric.id } }),
      answers: withProperties(
        answers,
        byId(questions, (question) => answerTo(question, schema.$defs.answer)),
      ),
      features: withProperties(
        features,
        byId(rubric.features, ({ title }) => about(title, features.additionalProperties)),
      ),
      steps: withProperties(
        steps,
        byId(guiding, ({ text, help }) => ({
          description: lines(text, help),
          anyOf: [stepAnswer.properties.status, { ...stepAnswer, type: 'object' }],
        })),
      ),
      flags: withProperties(
        flags,
        byId(rubric.flags, ({ text, help, severity }) => about(lines(`${text} (${severity})`, help), flags.additionalProperties)),
      ),
    },
  };
}

/** A level, or an object with its reasons. */
function answerTo({ text, help, levels }, answer) {
  const level = { enum: [...levels.keys(), null], enumDescriptions: [...levels, 'Not answered yet.'] };
  const shared = Object.keys(answer.properties).map((key) => [key, { $ref: `#/$defs/answer/properties/${key}` }]);
  return {
    description: lines(text, ...levels.map((each, index) => `${index}: ${each}`), help),
    anyOf: [level, { type: 'object', additionalProperties: false, properties: { ...Object.fromEntries(shared), level } }],
  };
}

/** Schemas by id and by former id, since answers under a former id are accepted too. */
function byId(entries, schemaOf) {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const schema = schemaOf(entry);
      const former = (entry.was ?? []).map((id) => [id, about(`The former id of ${entry.id}.`, schema)]);
      return [[entry.id, schema], ...former];
    }),
  );
}

function withProperties(schema, properties) {
  return { ...schema, additionalProperties: false, properties };
}

function about(description, schema) {
  return { ...schema, description };
}

function lines(...texts) {
  return texts.filter(Boolean).join('\n\n');
}
