import { mkdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { blankAnswersText } from '../../../answers/blank.ts';
import { configName } from '../../../config/find.ts';
import type { Draft } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type EditorSchema, schemaComment } from '../../../run/editor-schemas.ts';
import { type Context, exitCode } from '../../../run/io.ts';
import { writeAll, writeOutput } from '../../../run/output.ts';
import { findRubric, openRubric } from '../../../run/rubrics.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import type { CommonOptions } from '../../options.ts';
import { slug } from './slug.ts';

export interface InitOptions extends CommonOptions {
  readonly title?: string;
  readonly draft?: string;
}

/** `compass init`: makes its files where none of them is there yet. */
export async function runInit(context: Context, folder: string, options: InitOptions): Promise<number> {
  const { io } = context;
  const prepared = await openRubric(context, options.rubric);
  const target = resolve(io.cwd(), folder);
  const answers = `${slug(options.title ?? basename(target))}.answers.yaml`;
  const draft = await draftOf(context, target, options);
  const { bundled } = await findRubric(context, options.rubric);
  const schema = (name: EditorSchema, file: string): string => schemaComment(context.root, name, join(target, file));
  const files = [
    {
      name: configName,
      about: phrase('notes', 'init-config'),
      text: schema('config', configName) + configText(prepared, answers, await rubricName(context, target, options)),
    },
    {
      name: answers,
      about: phrase('notes', 'init-answers'),
      text: schema(bundled === undefined ? 'answers' : `${bundled}.answers`, answers) + blankAnswersText(prepared, draft),
    },
  ];
  await refuseExisting(target, folder, files);
  try {
    await mkdir(target, { recursive: true });
  } catch (error) {
    throw asWriteError(error, folder);
  }
  for (const { name, text } of files) await writeOutput(io, text, join(folder, name));
  const path = quoted(folder === '.' ? answers : join(folder, answers));
  await writeAll(io, nextSteps(folder, files, path, options.draft === undefined ? phrase('notes', 'init-text') : ''));
  return exitCode.done;
}

/** What the answers know of the draft. The text is named as the answers file will have to name it. */
async function draftOf({ io }: Context, target: string, { title, draft }: InitOptions): Promise<Draft> {
  if (draft === undefined) return title === undefined ? {} : { title };
  const { readDraft } = await import('../../../draft/read.ts');
  const path = resolve(io.cwd(), draft);
  const { sha256 } = await readDraft(path, draft);
  const text = relative(target, path).replaceAll('\\', '/');
  return { ...(title !== undefined && { title }), text: text.startsWith('.') ? text : `./${text}`, sha256 };
}

/** The rubric as the configuration has to name it: a bundled one by its id, a folder from where the configuration is. */
async function rubricName(context: Context, target: string, { rubric }: InitOptions): Promise<string> {
  const { folder, bundled } = await findRubric(context, rubric);
  const path = relative(target, folder).replaceAll('\\', '/');
  return bundled ?? (path.startsWith('.') ? path : `./${path}`);
}

async function refuseExisting(target: string, folder: string, files: readonly { name: string }[]): Promise<void> {
  const there = await Promise.all(
    files.map(({ name }) =>
      stat(join(target, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  const problems = files.flatMap(({ name }, index) =>
    there[index] ? [{ code: 'would-overwrite' as const, args: {}, source: join(folder, name) }] : [],
  );
  if (problems.length > 0) throw new CompassError(problems);
}

function configText({ rubric }: PreparedRubric, answers: string, rubricName: string): string {
  const [feature] = rubric.features;
  return `# ${phrase('files', 'config-about')}
format: compass-config/1
rubric: ${JSON.stringify(rubricName)}
files: [${JSON.stringify(answers)}]

# ${phrase('files', 'config-choose')}
# formats:
#   - terminal
#   - { format: markdown, output: report.md }
# failOn: [critical, flag, unanswered, review]
# minimums: { overall: 50, ${feature?.id ?? 'a-feature'}: 40 }
# baseline: baseline.json      # ${phrase('files', 'config-baseline')}
`;
}

/** A name that can be copied into a command line. */
function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}

function nextSteps(folder: string, files: readonly { name: string; about: string }[], path: string, closing: string): string {
  const list = (entries: readonly (readonly [string, string])[]): string =>
    entries.map(([name, about]) => `  ${visible(name)}\n      ${about}`).join('\n');
  const steps = [
    [`compass assess ${path}`, phrase('notes', 'init-assess')],
    [`compass score ${path}`, phrase('notes', 'init-score')],
    [`compass report ${path} --output report.docx`, phrase('notes', 'init-report')],
  ] as const;
  return `${visible(phrase('notes', 'init-made', { folder }))}
${list(files.map(({ name, about }) => [name, about]))}

${phrase('notes', 'init-next')}
${list(steps)}
${closing === '' ? '' : `\n${wrapped(closing, 80)}\n`}`;
}
