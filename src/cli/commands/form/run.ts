import { configuredAnswers } from '../../../run/config.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import { type Output, pairOutputs, refuseToOverwrite, writeRendered } from '../../output/outputs.ts';
import { type FormOptions, formFormats } from './options.ts';
import { formPage, readPageParts } from './page.ts';
import { makePayload } from './payload.ts';

/** `compass form`: the questionnaire as a page in one file, as a workbook, or as a survey for other tools. */
export async function runForm(run: Run, given: string | undefined, options: FormOptions): Promise<number> {
  const outputs = pairOutputs('compass form', options, formFormats, 'html');
  refuseBinary(run, outputs);
  if (run.io.stdout.isTTY && outputs.some(({ file }) => file === undefined))
    throw CompassError.of('binary-to-terminal', 'compass form', { format: 'html' });
  const source = given ?? (await configuredAnswers(run.io, await run.config()));
  refuseToOverwrite(
    run,
    outputs,
    [source, options.draft].filter((name) => name !== undefined),
  );
  const prepared = await run.openRubric(options.rubric);
  const made = await makePayload(run, { prepared, source, draft: options.draft, named: options.rubric });
  const contents: Readonly<Record<keyof typeof formFormats, () => Promise<string | Uint8Array>>> = {
    html: async () => formPage(await readPageParts(run, made.payload.draft?.text.reading.language), made),
    xlsform: async () => (await import('./survey.ts')).formSurvey(run, prepared, made.payload, options.rubric),
    xlsx: async () => (await import('./workbook.ts')).formWorkbook(prepared, made.payload),
  };
  const rendered = outputs.map(async ({ format, file }) => ({
    content: await contents[format as keyof typeof formFormats](),
    file,
  }));
  await writeRendered(run, await Promise.all(rendered), options);
  return exitCode.done;
}

/** @throws CompassError if bytes would go to a terminal */
function refuseBinary({ io }: Run, outputs: readonly Output[]): void {
  const printed = outputs.find(
    ({ format, file }) => file === undefined && 'binary' in formFormats[format as keyof typeof formFormats],
  );
  if (printed && io.stdout.isTTY) throw CompassError.of('binary-to-terminal', 'compass form', { format: printed.format });
}
