import type { Assessment } from '../../core/answers.ts';
import { questionStates } from '../../core/applicability.ts';
import { phrase } from '../../messages/phrases.ts';
import { standings } from '../overview.ts';
import { featuresPart, isOpen, type Part, partsOf } from '../plan.ts';
import type { Questionnaire, State, Visit } from '../state.ts';
import { arrive, enterPart } from './way.ts';

export interface Choice {
  readonly name: string;
  readonly leadsTo: State;
}

/**
 * What can be done next: go on where one was, go on with the features, choose one, a step, the red flags, look at a list or the
 * report, or stop.
 */
export function menuChoices(questionnaire: Questionnaire, assessment: Assessment, from?: Visit): Choice[] {
  const { prepared } = questionnaire;
  const { steps, flags } = partsOf(prepared);
  const open = openCounter(questionnaire, assessment);
  const enter = (part: Part): State => enterPart(questionnaire, assessment, part);
  const all = featuresPart(prepared);
  const openCount = open(all);
  const counts = { open: openCount, n: all.items.length };
  const visit = from && { from };
  const toDo = standings(prepared, assessment).filter(({ why }) => why.length > 0).length;
  return [
    ...(from ? [{ name: continueName(questionnaire, from), leadsTo: arrive(from) }] : []),
    ...(openCount > 0
      ? [
          {
            name: phrase('interview', openCount < all.items.length ? 'menu-continue' : 'menu-begin', counts),
            leadsTo: enter(all),
          },
        ]
      : []),
    { name: phrase('interview', 'menu-feature'), leadsTo: { at: 'features', ...visit } },
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
    ...(toDo > 0 ? [{ name: phrase('interview', 'menu-list', { n: toDo }), leadsTo: { at: 'list', ...visit } } as const] : []),
    {
      name: phrase('interview', 'menu-report'),
      leadsTo: { at: 'reading', topic: { is: 'report' }, back: { at: 'menu', ...visit } },
    },
    { name: phrase('interview', 'menu-stop'), leadsTo: { at: 'end' } },
  ];
}

/** Going on at the item of a visit: its part, and its position there. */
function continueName({ prepared }: Questionnaire, { part, index }: Visit): string {
  const item = part.items[index];
  const { features } = partsOf(prepared);
  const home = features.find(({ items }) => items.some(({ id }) => id === item?.id)) ?? part;
  const number = home.items.findIndex(({ id }) => id === item?.id) + 1;
  return phrase('interview', 'menu-where', { part: home.title, number });
}

export function featureChoices(questionnaire: Questionnaire, assessment: Assessment, from?: Visit): Choice[] {
  const open = openCounter(questionnaire, assessment);
  const features = partsOf(questionnaire.prepared).features.map((part) => ({
    name: phrase('interview', 'feature-line', { title: part.title, open: open(part), n: part.items.length }),
    leadsTo: enterPart(questionnaire, assessment, part),
  }));
  return [...features, { name: phrase('interview', 'back-to-menu'), leadsTo: { at: 'menu', ...(from && { from }) } }];
}

function openCounter({ prepared }: Questionnaire, assessment: Assessment): (part: Part) => number {
  const states = questionStates(prepared, assessment);
  return ({ items }) => items.filter((item) => isOpen(item, assessment, states)).length;
}
