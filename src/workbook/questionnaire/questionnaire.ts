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
  return [
    howToSheet(parts),
    factsSheet(parts).sheet,
    scores.sheet,
    ...features.map(({ sheet }) => sheet),
    flags.sheet,
    steps.sheet,
    evidenceSheet(parts).sheet,
    conventionsSheet(parts),
    guidanceSheet(parts),
    settingsSheet(parts),
    parts.lists.sheet,
    statesSheet(
      parts,
      features.map(({ range }) => range),
    ),
    totalsSheet(parts, scores.range, bounds?.cells ?? new Map()),
    ...(bounds ? [bounds.sheet] : []),
  ];
}

function namesOf({ prepared: { rubric } }: Questionnaire): SheetNames {
  const fixed = ['how-to', 'facts', 'scores', 'flags', 'steps', 'evidence', 'conventions', 'guidance'] as const;
  const features = rubric.features.map(
    ({ id }, index) => `${index + 1} ${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`,
  );
  const names = sheetNames([
    ...fixed.map((key) => phrase('workbook', `sheet-${key}`)),
    ...['compass', 'compass lists', 'compass states', 'compass totals', 'compass bounds'],
    ...features,
  ]);
  const [
    howTo,
    facts,
    scores,
    flags,
    steps,
    evidence,
    conventions,
    guidance,
    settings,
    lists,
    states,
    totals,
    bounds,
    ...others
  ] = names as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    ...string[],
  ];
  return {
    howTo,
    facts,
    scores,
    flags,
    steps,
    evidence,
    conventions,
    guidance,
    settings,
    lists,
    states,
    totals,
    bounds,
    features: others,
  };
}
