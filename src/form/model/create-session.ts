import { prepareRubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Payload } from '../payload.ts';
import { choiceActs, entryActs } from './acts.ts';
import { Keeper } from './browser-copy/keeper.ts';
import { FileKeeper } from './files/file-keeper.ts';
import { neighbour } from './filter.ts';
import { panelActs } from './panel/panel-acts.ts';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';
import { Store } from './store.ts';

/** The session of a page, from the browser's copy if there is one, otherwise from the answers that the page was made with. */
export function createSession(payload: Payload, platform: Platform): Session {
  const prepared = prepareRubric(payload.rubric, payload.digest);
  const store = new Store(prepared, payload.answers, payload.draft);
  const keeper = new Keeper(store, platform);
  const files = new FileKeeper(store, keeper, platform, payload.draft?.text);
  keeper.begin();
  return {
    ...choiceActs(store),
    ...entryActs(store),
    ...places(store),
    ...keeping(store, keeper, files),
    ...panelActs({ store, keeper, platform }, payload.version),
    startNew: () => {
      const unkept = keeper.replace(store.beginning(payload.answers));
      store.say({ kind: unkept ? 'trouble' : 'done', text: unkept ?? phrase('keeping', 'began-anew') });
    },
    bringBack: (copy) => files.bringBack(copy),
    forget: () => keeper.forget(payload.answers),
    earlierCopies: () => keeper.earlier(),
    downloadCopy: ({ name, text }) => platform.files.download(name, text),
    prepared,
  };
}

function places(store: Store): Pick<Session, 'state' | 'subscribe' | 'goTo' | 'move' | 'setFilter' | 'undo' | 'redo'> {
  return {
    state: () => store.state(),
    subscribe: (listener) => store.subscribe(listener),
    goTo: (item) => store.place({ at: item }),
    move: (by) => {
      const item = neighbour(store.state(), by);
      if (item) store.place({ at: item });
    },
    setFilter: (filter) => store.place({ filter }),
    undo: () => store.undo(),
    redo: () => store.redo(),
  };
}

type KeepingActs = 'openFile' | 'saveFile' | 'saveFileAs' | 'settleConflict' | 'dismissMessage' | 'flush';

function keeping(store: Store, keeper: Keeper, files: FileKeeper): Pick<Session, KeepingActs> {
  return {
    openFile: () => files.open(),
    saveFile: () => files.save(),
    saveFileAs: () => files.saveAs(),
    settleConflict: (conflict, keep) => files.settle(conflict, keep),
    dismissMessage: () => store.say(undefined),
    flush: () => keeper.flush(),
  };
}
