import { byFile } from '../../core/localised.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Problem } from '../../source/problem.ts';
import { localesFolder } from '../compiled.ts';
import { loadRubric } from '../load.ts';
import { type CheckedLocale, checkLocale } from './check.ts';
import { readLocale, rubricLanguages } from './read.ts';

/** What lint finds in the translations of a rubric. */
interface LocaleFindings {
  readonly errors: readonly Problem[];
  /** Texts that are missing or stale. */
  readonly notes: readonly Problem[];
  /** For each language, how much is translated. */
  readonly summaries: readonly string[];
}

export const noLocales: LocaleFindings = { errors: [], notes: [], summaries: [] };

/** Missing texts of a file are named up to this number. */
const mostNamed = 5;

/**
 * Checks all translations of a rubric.
 * @throws CompassError if a file can't be read
 */
export async function lintLocales(folder: string, name: string): Promise<LocaleFindings> {
  const languages = await rubricLanguages(folder);
  if (languages.length === 0) return noLocales;
  const { rubric } = await loadRubric(folder, name);
  const checked = await Promise.all(
    languages.map(async (language) => checkLocale(rubric, language, await readLocale(folder, name, language))),
  );
  return {
    errors: checked.flatMap(({ errors }) => errors),
    notes: checked.flatMap((locale) => [...locale.stale, ...missingNotes(locale, name)]),
    summaries: checked.map(({ overlay, texts, missing, stale }) =>
      phrase('rubric', 'locale-lint', {
        language: overlay.language,
        translated: Object.values(overlay.texts).reduce((sum, each) => sum + Object.keys(each).length, 0),
        texts,
        missing: missing.length,
        stale: stale.length,
      }),
    ),
  };
}

/** A note for each file in which texts are missing. */
function missingNotes({ overlay: { language }, missing }: CheckedLocale, name: string): Problem[] {
  return [...byFile(missing)].map(([file, places]): Problem => {
    const named = places.slice(0, mostNamed).map(({ key }) => key);
    const keys = places.length > mostNamed ? [...named, '…'] : named;
    const args = { n: places.length, keys: listed(keys), language };
    return { code: 'locale-missing', args, source: `${name}/${localesFolder}/${language}/${file}` };
  });
}
