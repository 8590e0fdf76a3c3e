import type { Assessment } from '../core/answers.ts';
import { questionStates } from '../core/applicability.ts';
import { phrase } from '../messages/phrases.ts';
import { isOpen, type Part, partsOf } from './plan.ts';
import type { Questionnaire, State } from './state.ts';
import { enterPart } from './way.ts';

interface Choice {
  readonly name: string;
  readonly leadsTo: State;
}

/** What can be done next: go on with the features, choose one, a step, the red flags, or stop. */
export function menuChoices(questionnaire: Questionnaire, assessment: Assessment): Choice[] {
  const { features, steps, flags } = partsOf(questionnaire.prepared);
  const open = openCounter(questionnaire, assessment);
  const enter = (part: Part): State => enterPart(questionnaire, assessment, part);
  const all: Part = {
    id: 'features',
    title: phrase('interview', 'all-features'),
    items: features.flatMap((part) => part.items),
  };
  const openCount = open(all);
  const begun = openCount < all.items.length;
  const counts = { open: openCount, n: all.items.length };
  return [
    ...(openCount > 0
      ? [{ name: phrase('interview', begun ? 'menu-continue' : 'menu-begin', counts), leadsTo: enter(all) }]
      : []),
    { name: phrase('interview', 'menu-feature'), leadsTo: { at: 'features' } },
    ...steps.map((step, index) => {
      const args = { number: index + 1, title: step.title, open: open(step), n: step.items.length };
      return { name: phrase('interview', 'menu-step', args), leadsTo: enter(step) };
    }),
    ...(flags
      ? [
          {
            name: phrase('interview', 'menu-flags', { open: open(flags), n: flags.items.length }),
            leadsTo: enter({ ...flags, title: phrase('interview', 'flags') }),
          },
        ]
      : []),
    { name: phrase('interview', 'menu-stop'), leadsTo: { at: 'end' } },
  ];
}

export function featureChoices(questionnaire: Questionnaire, assessment: Assessment): Choice[] {
  const open = openCounter(questionnaire, assessment);
  const features = partsOf(questionnaire.prepared).features.map((part) => ({
    name: phrase('interview', 'feature-line', { title: part.title, open: open(part), n: part.items.length }),
    leadsTo: enterPart(questionnaire, assessment, part),
  }));
  return [...features, { name: phrase('interview', 'back-to-menu'), leadsTo: { at: 'menu' } }];
}

function openCounter({ prepared }: Questionnaire, assessment: Assessment): (part: Part) => number {
  const states = questionStates(prepared, assessment);
  return ({ items }) => items.filter((item) => isOpen(item, assessment, states)).length;
}
