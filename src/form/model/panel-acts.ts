import { scoreAssessment } from '../../core/score.ts';
import { phrase } from '../../messages/phrases.ts';
import { CompassError } from '../../source/problem.ts';
import type { Keeper } from './keeper.ts';
import { openPanel, panelTrouble, settledFile } from './panel.ts';
import type { ChosenFile, Platform } from './platform.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

interface Parts {
  readonly store: Store;
  readonly keeper: Keeper;
  readonly platform: Platform;
}

/** The acts of whoever brings a panel together. @param version of compass */
export function panelActs(parts: Parts, version: string): Pick<Session, 'openPanel' | 'settlePanel' | 'closePanel'> {
  const { store, keeper, platform } = parts;
  return {
    openPanel: async () => {
      const chosen = await platform.files.openSeveral();
      if (chosen.length === 0) return;
      try {
        store.panelIs(openPanel([...ownFile(store, chosen), ...chosen], store.prepared, version));
      } catch (error) {
        if (!(error instanceof CompassError)) throw error;
        store.say({ kind: 'trouble', text: phrase('keeping', 'panel-refused', { why: panelTrouble(error) }) });
      }
    },
    settlePanel: (rule) => {
      if (!store.panel) return;
      const { name, text, counts } = settledFile(store.panel, store.prepared, rule);
      keeper.replace(store.workOf({ name, text }));
      store.place({ filter: 'review' });
      store.say({ kind: 'done', text: phrase('keeping', 'panel-settled', { ...counts }) });
    },
    closePanel: () => store.panelIs(undefined),
  };
}

/** The answers in the page as a file of the panel, unless they are empty, settled already, or among the chosen files. */
function ownFile(store: Store, chosen: readonly ChosenFile[]): ChosenFile[] {
  const { assessment, home } = store.work;
  const text = store.text();
  const isEmpty = scoreAssessment(store.prepared, assessment, home.name).answered === 0;
  const isChosen = chosen.some((file) => file.text === text || file.name === home.name);
  return isEmpty || isChosen || assessment.panel ? [] : [{ name: home.name, text }];
}
