import { phrase } from '../../messages/phrases.ts';
import { type Sheet, sheetNames, type Workbook } from '../sheets.ts';
import { evidenceSheet } from './evidence.ts';
import { factsSheet } from './facts.ts';
import { flagsSheet } from './flags.ts';
import { boundsSheet } from './formulas/bounds.ts';
import { statesSheet } from './formulas/states.ts';
import { totalsSheet } from './formulas/totals.ts';
import { guidanceSheet } from './guidance.ts';
import { listsOf } from './lists.ts';
import { conventionsSheet, howToSheet } from './pages.ts';
import type { Parts, Questionnaire, SheetNames } from './parts.ts';
import { passagesSheet } from './passages.ts';
import { featureSheet } from './questions.ts';
import { scoresSheet } from './scores.ts';
import { settingsSheet } from './settings.ts';
import { stepsSheet } from './steps.ts';

/** Languages that are written from right to left. */
const rightToLeftLanguages = ['ar', 'fa', 'he', 'ps', 'ur'];

/** The questionnaire as a workbook: blank, or with the answers of a file. `layout.ts` says how it is read back. */
export function questionnaireWorkbook(questionnaire: Questionnaire): Workbook {
  const { rubric } = questionnaire.prepared;
  const names = namesOf(questionnaire);
  const isRightToLeft = rightToLeftLanguages.includes(rubric.language.split('-')[0] ?? '');
  const parts: Parts = { ...questionnaire, names, lists: listsOf(rubric, names.lists), rightToLeft: isRightToLeft };
  return {
    title: phrase('workbook', 'title', { rubric: rubric.title }),
    description: rubric.notice,
    language: rubric.language,
    sheets: sheetsOf(parts),
  };
}

function sheetsOf(parts: Parts): Sheet[] {
  const { rubric } = parts.prepared;
  const features = rubric.features.map((feature, index) => featureSheet(parts, feature, index));
  const flags = flagsSheet(parts);
  const steps = stepsSheet(parts);
  const scores = scoresSheet(parts, { flags: flags.range, steps: steps.range });
  const bounds = boundsSheet(parts);
  const shown = [
    howToSheet(parts),
    factsSheet(parts).sheet,
    scores.sheet,
    ...features.map(({ sheet }) => sheet),
    flags.sheet,
    steps.sheet,
    evidenceSheet(parts).sheet,
    ...(parts.passages ? [passagesSheet(parts, parts.passages)] : []),
    conventionsSheet(parts),
    guidanceSheet(parts),
  ];
  const hidden = [
    parts.lists.sheet,
    statesSheet(
      parts,
      features.map(({ range }) => range),
    ),
    totalsSheet(parts, scores.range, bounds?.cells ?? new Map()),
    ...(bounds ? [bounds.sheet] : []),
  ];
  return [...shown, settingsSheet(parts, shown), ...hidden];
}

/** Whether a sheet is one of the hidden ones that have formulas and lists alone: nobody is to fill in anything there. */
export function isHelperSheet({ name, hidden }: { readonly name: string; readonly hidden?: boolean }): boolean {
  const { settings: _, ...helpers } = hiddenNames;
  return hidden === true && Object.values<string>(helpers).includes(name);
}

/** The names of the sheets besides those of the features: some are words, those of hidden sheets are the same in every language. */
const fixedNames = {
  howTo: 'how-to',
  facts: 'facts',
  scores: 'scores',
  flags: 'flags',
  steps: 'steps',
  evidence: 'evidence',
  passages: 'passages',
  conventions: 'conventions',
  guidance: 'guidance',
} as const;
const hiddenNames = {
  settings: 'compass',
  lists: 'compass lists',
  states: 'compass states',
  totals: 'compass totals',
  bounds: 'compass bounds',
} as const;

/** An id as words. One without a vowel is an abbreviation, such as hrdd. */
function wordsOfId(id: string): string {
  const words = id.split('-').map((word) => (/[aeiouy]/.test(word) ? word : word.toUpperCase()));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function namesOf({ prepared: { rubric } }: Questionnaire): SheetNames {
  const fixed = Object.values(fixedNames).map((key) => phrase('workbook', `sheet-${key}`));
  const hidden = Object.values(hiddenNames);
  const features = rubric.features.map(({ id }, index) => `${index + 1} ${wordsOfId(id)}`);
  const names = sheetNames([...fixed, ...hidden, ...features]);
  const keys = [...Object.keys(fixedNames), ...Object.keys(hiddenNames)];
  const named = Object.fromEntries(keys.map((key, index) => [key, names[index] ?? ''])) as Record<
    keyof typeof fixedNames | keyof typeof hiddenNames,
    string
  >;
  return { ...named, features: names.slice(keys.length) };
}
