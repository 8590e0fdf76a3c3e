import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { blankAnswersText } from '../../../answers/blank.ts';
import { configName } from '../../../config/find.ts';
import type { Draft } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isOutside } from '../../../run/drafts/draft-access.ts';
import { type EditorSchema, schemaComment } from '../../../run/editor-schemas.ts';
import { findRubric } from '../../../run/open-rubric.ts';
import { writeOutput } from '../../../run/outputs/write-output.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError } from '../../../source/write.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { shellWord } from '../../../text/shell-word.ts';
import { slug } from '../../../text/slug.ts';
import { exitCode } from '../../exit-codes.ts';
import type { CommonOptions } from '../../options/common.ts';

export interface InitOptions extends CommonOptions {
  readonly title?: string;
  readonly draft?: string;
}

/** `compass init`: writes its files if none of them exists yet. */
export async function runInit(run: Run, folder: string, options: InitOptions): Promise<number> {
  const prepared = await run.openRubric(options.rubric);
  const target = resolve(run.io.cwd(), folder);
  const answers = `${slug(options.title ?? basename(target))}.answers.yaml`;
  const draft = await draftOf(run, target, options);
  const { bundled } = await findRubric(run, options.rubric);
  const rubric = await rubricName(run, target, options);
  // A configuration names nothing outside its folder.
  const isOutsideRubric = rubric.startsWith('..') || isAbsolute(rubric);
  const schema = (name: EditorSchema, file: string): string => schemaComment(run.root, name, join(target, file));
  const files = [
    {
      name: configName,
      about: phrase('notes', 'init-config'),
      text: schema('config', configName) + configText(prepared, answers, isOutsideRubric ? undefined : rubric),
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
  const path = folder === '.' ? answers : join(folder, answers);
  const outside = await isDraftOutside(run, path, draft);
  await run.stdout.write(
    nextSteps(
      folder,
      files,
      commandsFor(shellWord(path), [
        ...(outside ? ['--allow-outside-draft'] : []),
        ...(isOutsideRubric ? ['--rubric', shellWord(options.rubric ?? '')] : []),
      ]),
      closingFor(options, outside, path),
    ),
  );
  return exitCode.done;
}

/** Whether other commands refuse to read the draft because it is outside the folder of the answers file. */
async function isDraftOutside({ io }: Run, answers: string, { text }: Draft): Promise<boolean> {
  if (text === undefined) return false;
  const limits = async () => ({ maxBytes: undefined, allowOutsideDraft: false, draftFolder: undefined });
  return isOutside({ io, limits }, answers, join(dirname(answers), text), text);
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

function configText({ rubric }: PreparedRubric, answers: string, rubricName: string | undefined): string {
  const [feature] = rubric.features;
  return `# ${phrase('files', 'config-about')}
format: compass-config/1
${rubricName === undefined ? '' : `rubric: ${JSON.stringify(rubricName)}\n`}files: [${JSON.stringify(answers)}]

# ${phrase('files', 'config-choose')}
# formats:
#   - terminal
#   - { format: markdown, output: report.md }
# failOn: [critical, flag, unanswered, review]
# minimums: { overall: 50, ${feature?.id ?? 'a-feature'}: 40 }
# inContext: true             # ${phrase('files', 'config-in-context')}
# baseline: baseline.json      # ${phrase('files', 'config-baseline')}
`;
}

type Described = readonly (readonly [name: string, about: string])[];

/** The commands that continue the work, each with what it does. */
function commandsFor(answers: string, options: readonly string[]): Described {
  const given = [answers, ...options].join(' ');
  return [
    [`compass assess ${given}`, phrase('notes', 'init-assess')],
    [`compass score ${given}`, phrase('notes', 'init-score')],
    [`compass report ${given} --output report.docx`, phrase('notes', 'init-report')],
  ];
}

function closingFor({ draft }: InitOptions, outside: boolean, answers: string): string {
  if (outside) return visible(phrase('notes', 'init-outside', { file: answers }));
  return draft === undefined ? phrase('notes', 'init-text') : '';
}

function nextSteps(folder: string, files: readonly { name: string; about: string }[], steps: Described, closing: string): string {
  const list = (entries: Described): string => entries.map(([name, about]) => `  ${visible(name)}\n      ${about}`).join('\n');
  return `${visible(phrase('notes', 'init-made', { folder }))}
${list(files.map(({ name, about }) => [name, about]))}

${phrase('notes', 'init-next')}
${list(steps)}
${closing === '' ? '' : `\n${wrapped(closing, 80)}\n`}`;
}
