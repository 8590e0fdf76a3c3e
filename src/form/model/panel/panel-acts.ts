import { scoreAssessment } from '../../../core/score.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { CompassError } from '../../../source/problem.ts';
import type { Keeper } from '../browser-copy/keeper.ts';
import { whyNot } from '../files/trouble.ts';
import type { ChosenFile, Platform } from '../platform.ts';
import type { Session } from '../session.ts';
import { type Store, textOf } from '../store.ts';
import { withUnfinished } from '../unfinished.ts';
import { openPanel, panelTrouble, settledFile } from './panel.ts';

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
      try {
        const chosen = await platform.files.openSeveral();
        if (chosen.length > 0) store.panelIs(openPanel(panelFiles(store, chosen), store.prepared, version));
      } catch (error) {
        const text =
          error instanceof CompassError
            ? phrase('keeping', 'panel-refused', { why: panelTrouble(error) })
            : phrase('keeping', 'panel-failed', { why: whyNot(error) });
        store.say({ kind: 'trouble', text });
      }
    },
    settlePanel: (rule) => {
      if (!store.panel) return;
      const { name, text, counts } = settledFile(store.panel, store.prepared, rule);
      const unkept = keeper.replace(store.workOf({ name, text }));
      store.place({ filter: 'review' });
      const said = inSentences([phrase('keeping', 'panel-settled', { ...counts }), unkept]);
      store.say({ kind: unkept ? 'trouble' : 'done', text: said });
    },
    closePanel: () => store.panelIs(undefined),
  };
}

/**
 * The chosen files, and the answers in the page unless they are empty or settled already. A chosen file that is the page's own, as it
 * was opened or saved, gives way to what the page has now. One that only has the same name is another reviewer's.
 */
function panelFiles(store: Store, chosen: readonly ChosenFile[]): ChosenFile[] {
  const { assessment, home } = store.work;
  const isEmpty = scoreAssessment(store.prepared, assessment, home.name).answered === 0;
  if (isEmpty || assessment.panel) return [...chosen];
  // As it is saved.
  const text = textOf({ text: home.text, assessment: withUnfinished(store.work) }, store.prepared);
  const own = [text, home.text.text, ...[...home.seen.values()].map((seen) => seen.text.text)];
  return [{ name: home.name, text }, ...chosen.filter((file) => file.text === undefined || !own.includes(file.text))];
}
