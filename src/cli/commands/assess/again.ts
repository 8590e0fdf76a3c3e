import { isOutside } from '../../../run/drafts/draft-access.ts';
import type { Run } from '../../../run/run.ts';
import { visible, wrapped } from '../../../text/plain-text.ts';
import { shellWord } from '../../../text/shell-word.ts';

interface Given {
  readonly draft?: string;
  readonly rubric?: string;
}

/** The answers file, as a word, with the options without which another command on it would fail, or speak another language. */
export async function againWords(run: Run, name: string, { draft, rubric }: Given): Promise<string> {
  const limits = await run.limits();
  const strict = { io: run.io, limits: async () => ({ ...limits, allowOutsideDraft: false }) };
  const outside = limits.allowOutsideDraft || (draft !== undefined && (await isOutside(strict, name, draft, '')));
  const { language } = run;
  const usual = (await run.config())?.settings.language;
  return [
    shellWord(name),
    ...(rubric === undefined ? [] : ['--rubric', shellWord(rubric)]),
    ...(outside ? ['--allow-outside-draft'] : []),
    ...(language === undefined || language === usual ? [] : ['--language', language]),
  ].join(' ');
}

/** Stands for a space at which no line is broken: no file has it in its name. */
const stuck = '\ue000';

/** A line with a command in it that is printed without a line break, so that it can be copied. */
export function unbroken(line: string, command: string): string {
  return line.replace(command, () => command.replaceAll(' ', stuck));
}

/** A line, wrapped at spaces alone: a terminal breaks a longer command by itself, and it is copied without the break. */
export function printed(line: string, width: number): string {
  return wrapped(visible(line), width, 0, false).replaceAll(stuck, ' ');
}
