import { configuredAnswers } from '../../../run/config.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { exitCode } from '../../exit-codes.ts';
import { pairOutputs, refuseToOverwrite, writeRendered } from '../../output/outputs.ts';
import { type FormOptions, formFormats } from './options.ts';
import { formPage, readPageParts } from './page.ts';
import { makePayload } from './payload.ts';

/** `compass form`: the questionnaire as a page in one file. */
export async function runForm(run: Run, given: string | undefined, options: FormOptions): Promise<number> {
  const outputs = pairOutputs('compass form', options, formFormats, 'html');
  if (run.io.stdout.isTTY && outputs.some(({ file }) => file === undefined))
    throw CompassError.of('binary-to-terminal', 'compass form', { format: 'html' });
  const source = given ?? (await configuredAnswers(run.io, await run.config()));
  refuseToOverwrite(
    run,
    outputs,
    [source, options.draft].filter((name) => name !== undefined),
  );
  const prepared = await run.openRubric(options.rubric);
  const made = await makePayload(run, { prepared, source, draft: options.draft });
  const content = formPage(await readPageParts(run), made);
  await writeRendered(
    run,
    outputs.map(({ file }) => ({ content, file })),
    options,
  );
  return exitCode.done;
}
