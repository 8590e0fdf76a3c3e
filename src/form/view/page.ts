import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { phrase } from '../../messages/phrases.ts';
import type { DraftClient } from '../draft/draft-client.ts';
import type { Message, Session, SessionState } from '../model/session.ts';
import type { DraftPayload } from '../payload.ts';
import { type Readable, readable } from './draft/pieces.ts';
import { type Home, homesOf } from './place.ts';
import { readSetting } from './settings.ts';
import { createStore, type Store, useSelected } from './store.ts';

/** A report on the answers as they are now. */
export interface Report {
  /** A whole HTML document. */
  readonly html: (state: SessionState) => Promise<string>;
  readonly docx: (state: SessionState) => Promise<Uint8Array>;
}

export interface Reports {
  readonly assessment: Report;
  /** On the panel that is open. */
  readonly panel: Report;
}

/** The draft beside the questions. */
export interface DraftSide {
  readonly payload: DraftPayload;
  readonly client: DraftClient;
}

/** What the page shows that is not part of the answers. */
export interface Ui {
  readonly view: 'start' | 'item' | 'report' | 'panel';
  /** Which column a narrow screen shows. */
  readonly pane: 'list' | 'item' | 'draft';
  readonly side: 'list' | 'score';
  readonly draftTab: 'passages' | 'search' | 'outline' | 'text';
  /** The words that the draft is searched for. */
  readonly searchWords: string;
  /** The index of the line of the draft that was looked for. Its provision is shown in full. */
  readonly reading: number;
  readonly dialog: 'keys' | 'data' | 'rules' | 'anew' | undefined;
  /** Whether single keys act. */
  readonly hasKeys: boolean;
  /** Whether the help of every question is open. */
  readonly hasHelp: boolean;
  /** Whether a narrow screen shows the rest of the buttons at the top. */
  readonly hasMenu: boolean;
  /** What said that the answers were just saved: what to do with the file is said with it. */
  readonly savedBy: Message | undefined;
  /** Said to a screen reader and shown for a moment. */
  readonly said: string;
  /** What was just taken from the draft, and whether the eye sees it elsewhere too. */
  readonly taken: { readonly text: string; readonly isSeen: boolean } | undefined;
}

/** What every part of the page needs. It never changes. */
export interface Page {
  readonly session: Session;
  readonly draft: (DraftSide & Readable) | undefined;
  readonly reports: Reports;
  readonly ui: Store<Ui>;
  readonly homes: ReadonlyMap<string, Home>;
  /** The languages of the texts, where they are not that of the page: a screen reader then reads them as they are spoken. */
  readonly lang: { readonly rubric: string | undefined; readonly draft: string | undefined };
}

export function createPage(session: Session, reports: Reports, draft: DraftSide | undefined): Page {
  const initial: Ui = {
    view: 'start',
    pane: 'item',
    side: 'list',
    draftTab: 'passages',
    searchWords: '',
    reading: 0,
    dialog: undefined,
    hasKeys: readSetting('keys', true),
    hasHelp: readSetting('help', false),
    hasMenu: false,
    savedBy: undefined,
    said: '',
    taken: undefined,
  };
  return {
    session,
    draft: draft && { ...draft, ...readable(draft.payload.text.provisions) },
    reports,
    ui: createStore(initial),
    homes: homesOf(session.prepared),
    lang: {
      rubric: otherLanguage(session.prepared.rubric.language),
      draft: otherLanguage(draft?.payload.text.reading.language),
    },
  };
}

function otherLanguage(language: string | undefined): string | undefined {
  return language === undefined || language === document.documentElement.lang ? undefined : language;
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

/** Sets the title of the window: where one is, the draft's title, and what the page is. */
export function useTitle(place: string): void {
  const title = useSession(({ assessment }) => assessment.draft.title);
  useEffect(() => {
    document.title = [place, title, phrase('form', 'name')].filter(Boolean).join(' - ');
  }, [place, title]);
}

export function useUi<Selected>(select: (ui: Ui) => Selected): Selected {
  return useSelected(usePage().ui, select);
}
