import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { phrase } from '../../../messages/phrases.ts';
import { localesFolder } from '../../../rubric/compiled.ts';
import { loadRubric } from '../../../rubric/load.ts';
import { type LocalePart, readLocale } from '../../../rubric/locales/read.ts';
import { localeTexts, type WrittenLocale } from '../../../rubric/locales/text.ts';
import { findRubric } from '../../../run/open-rubric.ts';
import type { Run } from '../../../run/run.ts';
import { CompassError } from '../../../source/problem.ts';
import { asWriteError, writeWhole } from '../../../source/write.ts';
import { visible } from '../../../text/visible.ts';
import { exitCode } from '../../exit-codes.ts';

interface TranslateOptions {
  /** A workbook to read. */
  readonly import?: string;
  /** A workbook to write. */
  readonly output?: string;
}

/**
 * `compass rubric translate`: writes the files in which a rubric is translated, or refreshes them. What is translated is kept.
 * With `--output` it writes a workbook instead, with `--import` it first takes over what a translator has changed in one.
 * @throws CompassError if the language is not a language tag, or is the rubric's own
 */
export async function translateRubric(
  run: Run,
  tag: string,
  named: string | undefined,
  options: TranslateOptions,
): Promise<number> {
  const language = languageTag(tag);
  const { folder, name } = await findRubric(run, named);
  const { rubric } = await loadRubric(folder, name);
  if (rubric.language === language) throw CompassError.of('locale-own-language', name, { language });
  const { import: filledFile, output } = options;
  const parts = await readLocale(folder, name, language);
  const locale = { rubric, language, present: new Map(parts.map(({ file, texts }) => [file, texts])) };
  const workbooks = () => import('./translate-workbook.ts');
  if (output !== undefined) (await workbooks()).refuseOtherEnding(output);
  const filled = filledFile === undefined ? undefined : await (await workbooks()).importTranslation(run, filledFile, locale);
  const present = filled?.texts ?? locale.present;
  if (filled || output === undefined)
    await writeLocale(run, { folder, name, parts }, localeTexts(rubric, language, present), language);
  if (filled) await run.stdout.write(`${phrase('rubric', 'locale-changes', { n: filled.changed })}\n`);
  if (output !== undefined) await (await workbooks()).exportTranslation(run, output, { rubric, language, present });
  return exitCode.done;
}

interface LocalePlace {
  readonly folder: string;
  /** The rubric's folder in messages. */
  readonly name: string;
  /** What there is now. */
  readonly parts: readonly LocalePart[];
}

async function writeLocale(
  run: Run,
  { folder, name, parts }: LocalePlace,
  files: readonly WrittenLocale[],
  language: string,
): Promise<void> {
  for (const { file, text } of files) {
    const path = join(folder, localesFolder, language, file);
    const shown = `${name}/${localesFolder}/${language}/${file}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      if (parts.find((part) => part.file === file)?.parsed.text !== text) await writeWhole(path, text);
    } catch (error) {
      throw asWriteError(error, shown);
    }
  }
  for (const { file, counts } of files) {
    const shown = visible(`${name}/${localesFolder}/${language}/${file}`);
    await run.stdout.write(`${phrase('rubric', 'locale-file', { file: shown, ...counts })}\n`);
  }
}

/** A language tag in its canonical form, which also names the folder: `fr`, `zh-Hant`. */
function languageTag(tag: string): string {
  try {
    const [language] = Intl.getCanonicalLocales(tag);
    if (language !== undefined) return language;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw CompassError.of('locale-no-language', 'compass rubric translate', { found: tag });
}
