import { join } from 'node:path';
import { localised, type Overlay, textsOf } from '../core/localised.ts';
import { type PreparedRubric, prepareRubric } from '../core/rubric.ts';
import { compiledOverlay } from '../rubric/locales/compiled.ts';
import { rubricLanguages } from '../rubric/locales/read.ts';
import type { RubricPlace } from './rubric-place.ts';
import type { Run } from './run.ts';

/**
 * A rubric in the language of the run, or in its own if the run names none. Texts that have no translation stay as they are. The digest is that of the rubric itself.
 * @throws CompassError if a file of the translation is invalid
 */
export async function inLanguage(
  run: Pick<Run, 'root' | 'language'>,
  place: RubricPlace,
  prepared: PreparedRubric,
): Promise<PreparedRubric> {
  const { language } = run;
  if (language === undefined || language === prepared.rubric.language) return prepared;
  const overlay = await overlayOf(run.root, place, prepared, language);
  return { ...prepareRubric(localised(prepared.rubric, overlay), prepared.digest), source: prepared };
}

/**
 * A rubric in each language that it has but the one that it is open in: its own first, then those with translated texts, sorted.
 * @throws CompassError if a file of a translation is invalid
 */
export async function inOtherLanguages(
  { root }: Pick<Run, 'root'>,
  place: RubricPlace,
  prepared: PreparedRubric,
): Promise<PreparedRubric[]> {
  const { source = prepared } = prepared;
  const tags = (await rubricLanguages(place.folder)).filter((tag) => tag !== prepared.rubric.language);
  const found = await Promise.all(tags.map((language) => inLanguage({ root, language }, place, source)));
  const isTranslated = ({ rubric }: PreparedRubric): boolean =>
    textsOf(rubric).length > (rubric.translated?.untranslated.length ?? 0);
  return [...(source === prepared ? [] : [source]), ...found.filter(isTranslated)];
}

/**
 * A rubric's translation, empty if it has none: of a bundled rubric from the build's output, if that is up to date.
 * @throws CompassError if a file of the translation is invalid
 */
export async function overlayOf(
  root: string,
  { folder, name, bundled }: RubricPlace,
  { rubric, digest }: PreparedRubric,
  language: string,
): Promise<Overlay> {
  const path = bundled === undefined ? undefined : join(root, 'dist', 'rubrics', `${bundled}.${language}.json`);
  const compiled = path === undefined ? undefined : compiledOverlay(folder, language, path, digest);
  return compiled ?? (await import('../rubric/locales/load.ts')).loadOverlay(rubric, folder, name, language);
}
