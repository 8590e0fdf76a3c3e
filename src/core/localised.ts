import type { Feature, Flag, GuidingQuestion, Question, Rubric, Step } from './rubric.ts';

/** A text of a rubric that can be translated. A list is the words to search a draft for. */
export type RubricText = string | readonly string[];

/** Where a text of a rubric stands. */
export interface TextPlace {
  /** The file of the rubric's folder: `features/value-chain.yaml`. */
  readonly file: string;
  /** The text's id, unique within its file: `value-chain.end-use.level.2`. */
  readonly key: string;
}

/** The texts of a rubric in another language, by file and by key. Texts that are missing or stale are left out. */
export interface Overlay {
  readonly language: string;
  readonly texts: Readonly<Record<string, Readonly<Record<string, RubricText>>>>;
}

/**
 * Puts the texts of an overlay in place of a rubric's own. Ids, levels' values, weights and conditions stay, so every score is the same.
 * So do the words to search for, which have to be in the language of the draft.
 * @returns the rubric in the overlay's language; `untranslated` lists the texts that stayed in the rubric's own
 */
export function localised(rubric: Rubric, overlay: Overlay): Rubric {
  const untranslated: string[] = [];
  const translated = withTexts(rubric, ({ file, key }, text) => {
    if (typeof text !== 'string') return text;
    const own = overlay.texts[file]?.[key];
    if (own === undefined) untranslated.push(`${file}: ${key}`);
    return own ?? text;
  });
  return { ...translated, language: overlay.language, translated: { from: rubric.language, untranslated } };
}

/** The words to search a draft in an overlay's language for, by the id of the question or flag. */
export function searchTermsOf({ texts }: Overlay): ReadonlyMap<string, readonly string[]> {
  const terms = new Map<string, readonly string[]>();
  for (const ofFile of Object.values(texts))
    for (const [key, text] of Object.entries(ofFile))
      if (typeof text !== 'string' && key.endsWith('.terms')) terms.set(key.slice(0, -'.terms'.length), text);
  return terms;
}

/** Every text of a rubric that can be translated, in the rubric's order. Empty texts are left out. */
export function textsOf(rubric: Rubric): (TextPlace & { readonly text: RubricText })[] {
  const texts: (TextPlace & { readonly text: RubricText })[] = [];
  withTexts(rubric, (place, text) => {
    texts.push({ ...place, text });
    return text;
  });
  return texts;
}

/** Places by their file, in their order. */
export function byFile<Place extends TextPlace>(places: readonly Place[]): Map<string, Place[]> {
  const files = new Map<string, Place[]>();
  for (const place of places) files.set(place.file, [...(files.get(place.file) ?? []), place]);
  return files;
}

type Replace = (place: TextPlace, text: RubricText) => RubricText;

/** Replaces texts of one file. */
interface Texts {
  /** @returns the text in place of another one; an empty text is never replaced */
  readonly one: (key: string, text: string) => string;
  readonly list: (key: string, texts: readonly string[]) => readonly string[];
}

function textsIn(file: string, replace: Replace): Texts {
  return {
    one: (key, text) => (text === '' ? text : String(replace({ file, key }, text))),
    list: (key, texts) => (texts.length === 0 ? texts : [replace({ file, key }, texts)].flat()),
  };
}

function withTexts(rubric: Rubric, replace: Replace): Rubric {
  const { one } = textsIn('rubric.yaml', replace);
  const { title, notice, bands, conventions, retired, principles, sources } = rubric;
  const levels = rubric.levels.map((text, level) => one(`level.${level}`, text));
  return {
    ...rubric,
    title: one('title', title),
    notice: one('notice', notice),
    levels,
    bands: bands.map((band) => ({
      ...band,
      title: one(`band.${band.id}.title`, band.title),
      ...(band.summary !== undefined && { summary: one(`band.${band.id}.summary`, band.summary) }),
    })),
    ...(conventions && { conventions: conventions.map(({ id, text }) => ({ id, text: one(`convention.${id}`, text) })) }),
    retired: retired.map(({ id, reason }) => ({ id, reason: one(`retired.${id}`, reason) })),
    principles: Object.fromEntries(
      Object.entries(principles).map(([number, text]) => [number, one(`principle.${number}`, text)]),
    ),
    sources: sources.map((source, index) => ({
      ...source,
      title: one(`source.${index + 1}.title`, source.title),
      ...(source.about !== undefined && { about: one(`source.${index + 1}.about`, source.about) }),
    })),
    features: rubric.features.map((feature) => withFeature(feature, { from: rubric.levels, to: levels }, replace)),
    steps: rubric.steps.map((step) => withStep(step, replace)),
    flags: rubric.flags.map((flag) => withFlag(flag, textsIn('flags.yaml', replace))),
  };
}

/** The rubric's default levels, before and after. */
interface DefaultLevels {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

function withFeature(feature: Feature, defaults: DefaultLevels, replace: Replace): Feature {
  const texts = textsIn(`features/${feature.id}.yaml`, replace);
  return {
    ...feature,
    title: texts.one(`${feature.id}.title`, feature.title),
    summary: texts.one(`${feature.id}.summary`, feature.summary),
    questions: feature.questions.map((question) => withQuestion(question, defaults, texts)),
  };
}

function withQuestion(question: Question, defaults: DefaultLevels, { one, list }: Texts): Question {
  const { id, text, help, levels, marks, gap, terms } = question;
  const hasDefaults = levels.length === defaults.from.length && levels.every((level, index) => level === defaults.from[index]);
  return {
    ...question,
    text: one(`${id}.text`, text),
    help: one(`${id}.help`, help),
    levels: hasDefaults ? defaults.to : levels.map((each, level) => one(`${id}.level.${level}`, each)),
    ...(marks && {
      marks: marks.map((mark) => ({
        ...mark,
        text: one(`${id}.mark.${mark.id}.text`, mark.text),
        gap: one(`${id}.mark.${mark.id}.gap`, mark.gap),
      })),
    }),
    gap: one(`${id}.gap`, gap),
    terms: list(`${id}.terms`, terms),
  };
}

function withStep(step: Step, replace: Replace): Step {
  const { one } = textsIn(`steps/${step.id}.yaml`, replace);
  return {
    ...step,
    title: one(`${step.id}.title`, step.title),
    summary: one(`${step.id}.summary`, step.summary),
    questions: step.questions.map(
      (question): GuidingQuestion => ({
        ...question,
        text: one(`${question.id}.text`, question.text),
        help: one(`${question.id}.help`, question.help),
      }),
    ),
  };
}

function withFlag(flag: Flag, { one, list }: Texts): Flag {
  return {
    ...flag,
    text: one(`${flag.id}.text`, flag.text),
    help: one(`${flag.id}.help`, flag.help),
    terms: list(`${flag.id}.terms`, flag.terms),
  };
}
