import type { Draft } from '../core/answers.ts';
import type { Hit } from '../core/evidence.ts';
import type { Rubric } from '../core/rubric.ts';
import type { LexiconFile } from '../draft/search/lexicon.ts';
import type { DraftText } from '../draft/structure/provision.ts';
import type { Sentences } from '../messages/active.ts';

/** What `compass form` writes into the page besides its program. */
export interface PagePayload extends Payload {
  /** The language of the page, a BCP 47 tag, and all sentences that the page may say in it. */
  readonly spoken: { readonly language: string; readonly sentences: Sentences };
}

/** What an assessment in the page begins with. */
export interface Payload {
  /** The version of compass that wrote the page. */
  readonly version: string;
  readonly rubric: Rubric;
  readonly digest: string;
  /** What the page's copy in the browser is kept under: the same for two pages made from the same rubric, draft and answers. */
  readonly key: string;
  /** The answers file that the page begins with, as it is on disk. */
  readonly answers: { readonly name: string; readonly text: string };
  readonly draft?: DraftPayload;
}

/** The draft. */
export interface DraftPayload {
  readonly text: DraftText;
  /** The passages that most likely answer each question or show each red flag, the likeliest first, by id. */
  readonly suggestions: Readonly<Record<string, readonly Hit[]>>;
  /**
   * What the answers don't say yet of the draft's text: the page writes it into them when it begins. Absent if they say it, or if they
   * were made with another text.
   */
  readonly link?: Pick<Draft, 'text' | 'sha256'>;
}

/** The lexicons that searching the draft needs, by language: that of the draft, and English for its questions. */
export type Lexicons = Readonly<Record<string, LexiconFile>>;
