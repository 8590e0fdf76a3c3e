import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DraftClient } from '../draft/draft-client.ts';
import type { Session, SessionState } from '../model/session.ts';
import type { DraftPayload } from '../payload.ts';
import { type DraftUnits, unitsOf } from './draft/units.ts';
import { type Home, homesOf } from './place.ts';
import { createStore, type Store, useSelected } from './store.ts';

/** The report on the answers as they are now. */
export interface Reports {
  /** A whole HTML document. */
  readonly html: (state: SessionState) => string | Promise<string>;
  readonly docx: (state: SessionState) => Promise<Uint8Array>;
}

/** The draft beside the questions. */
export interface DraftSide {
  readonly payload: DraftPayload;
  readonly client: DraftClient;
}

/** What the page shows that is not part of the answers. */
export interface Ui {
  readonly view: 'start' | 'item' | 'report';
  /** Which column a narrow screen shows. */
  readonly pane: 'list' | 'item' | 'draft';
  readonly side: 'list' | 'score';
  readonly draftTab: 'passages' | 'search' | 'outline' | 'text';
  /** The provision that is read, by its index; `label` is the part of it that was looked for. */
  readonly reading: { readonly unit: number; readonly label: string };
  readonly dialog: 'keys' | 'data' | undefined;
  /** Whether single keys act. */
  readonly hasKeys: boolean;
  /** Said to a screen reader. */
  readonly said: string;
}

/** What every part of the page needs. It never changes. */
export interface Page {
  readonly session: Session;
  readonly draft: (DraftSide & { readonly units: DraftUnits }) | undefined;
  readonly reports: Reports;
  readonly ui: Store<Ui>;
  readonly homes: ReadonlyMap<string, Home>;
}

export function createPage(session: Session, reports: Reports, draft: DraftSide | undefined): Page {
  const initial: Ui = {
    view: 'start',
    pane: 'item',
    side: 'list',
    draftTab: 'passages',
    reading: { unit: 0, label: '' },
    dialog: undefined,
    hasKeys: true,
    said: '',
  };
  return {
    session,
    draft: draft && { ...draft, units: unitsOf(draft.payload.text.provisions) },
    reports,
    ui: createStore(initial),
    homes: homesOf(session.prepared),
  };
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('no page around this component');
  return page;
}

export function useSession<Selected>(
  select: (state: SessionState) => Selected,
  same?: (before: Selected, after: Selected) => boolean,
): Selected {
  return useSelected(usePage().session, select, same);
}

export function useUi<Selected>(select: (ui: Ui) => Selected): Selected {
  return useSelected(usePage().ui, select);
}
