import { mkdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { blankAnswersText } from '../../../answers/blank.ts';
import { configName } from '../../../config/find.ts';
import type { Draft } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type EditorSchema, schemaComment } from '../../../run/editor-schemas.ts';
import { findRubric } from '../../../run/open-rubric.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { slug } from '../../../text/slug.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';

export interface InitOptions extends CommonOptions {
  readonly title?: string;
  readonly draft?: string;
}

/** `compass init`: writes its files where none of them exists yet. */
export async function runInit(run: Run, folder: string, options: InitOptions): Promise<number> {
  const prepared = await run.openRubric(options.rubric);
  const target = resolve(run.io.cwd(), folder);
  const answers = `${slug(options.title ?? basename(target))}.answers.yaml`;
  const draft = await draftOf(run, target, options);
  const { bundled } = await findRubric(run, options.rubric);
  const schema = (name: EditorSchema, file: string): string => schemaComment(run.root, name, join(target, file));
  const files = [
    {
      name: configName,
      about: phrase('notes', 'init-config'),
      text: schema('config', configName) + configText(prepared, answers, await rubricName(run, target, options)),
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
  for (const { name, text } of files) await writeOutput(run, text, join(folder, name));
  const path = quoted(folder === '.' ? answers : join(folder, answers));
  await run.stdout.write(nextSteps(folder, files, path, options.draft === undefined ? phrase('notes', 'init-text') : ''));
  return exitCode.done;
}

/** The draft as the answers file describes it. The path of its text is relative to the answers file. */
async function draftOf(run: Run, target: string, { title, draft }: InitOptions): Promise<Draft> {
  if (draft === undefined) return title === undefined ? {} : { title };
  const { readDraft } = await import('../../../draft/read.ts');
  const path = resolve(run.io.cwd(), draft);
  const { sha256 } = await readDraft(path, draft);
  const text = relative(target, path).replaceAll('\\', '/');
  return { ...(title !== undefined && { title }), text: text.startsWith('.') ? text : `./${text}`, sha256 };
}

/** The rubric as the configuration names it: a bundled one by its id, another by its folder, relative to the configuration. */
async function rubricName(run: Run, target: string, { rubric }: InitOptions): Promise<string> {
  const { folder, bundled } = await findRubric(run, rubric);
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

/** A name in quotes where a shell needs them. */
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
