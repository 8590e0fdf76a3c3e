import type { Evidence } from '../core/answers.ts';
import { type Hit, isVerified } from '../core/evidence.ts';
import { phrase } from '../messages/phrases.ts';
import { visible, wrapped } from '../text/plain-text.ts';
import type { DraftGuide } from './draft-guide.ts';
import { type Back, back, type Prompter } from './prompter.ts';

/** How many passages stand under a question, and how many in the list that one chooses from. */
const underQuestion = 3;
const inList = 6;

/** The likeliest passages in a line or two each, under the question. */
export function passagePreview(guide: DraftGuide, id: string, width: number): string {
  const hits = guide.suggest(id).slice(0, underQuestion);
  if (hits.length === 0) return '';
  const lines = hits.map(({ label, heading, passage }) => {
    const line = `${[label, heading].filter(Boolean).join('  ')}: ${passage}`;
    return wrapped(visible(line.length > 150 ? `${line.slice(0, 147)}...` : line), width, 2);
  });
  return `${phrase('interview', 'passages-preview', { draft: visible(guide.name) })}\n${lines.join('\n')}\n\n`;
}

/**
 * Lets the reviewer take passages as evidence, open whole provisions, search by words, or type a place by hand. Every piece is
 * saved as it is taken.
 */
export async function askPassages(
  prompter: Prompter,
  guide: DraftGuide,
  id: string,
  present: readonly Evidence[],
  save: (evidence: readonly Evidence[]) => Promise<void>,
  typeIn: (evidence: readonly Evidence[]) => Promise<readonly Evidence[] | Back>,
): Promise<Back | undefined> {
  let evidence = [...present];
  let hits = guide.suggest(id).slice(0, inList);
  let shows = true;
  for (;;) {
    if (shows) prompter.print(passageList(hits, prompter.width()));
    shows = false;
    const digits = hits.map((_, index) => String(index + 1));
    const key = await prompter.key(phrase('interview', 'keys-passages', { n: hits.length }), [
      ...digits,
      'o',
      'f',
      't',
      '\r',
      '\n',
      'b',
    ]);
    if (key === 'b') return back;
    if (key === '\r' || key === '\n') return undefined;
    if (key === 'f') {
      const words = await prompter.text(phrase('interview', 'find-words'), '');
      if (words === back || words === '') continue;
      hits = guide.search(words).slice(0, inList);
      shows = true;
    } else if (key === 't') {
      const typed = await typeIn(evidence);
      if (typed !== back) evidence = [...typed];
    } else if (key === 'o') {
      if (hits.length === 0) continue;
      const which = await prompter.key(phrase('interview', 'open-which', { n: hits.length }), [...digits, 'b']);
      const hit = hits[Number(which) - 1];
      if (hit) prompter.print(wholeProvision(guide, hit, prompter.width()));
    } else {
      const hit = hits[Number(key) - 1];
      if (!hit) continue;
      evidence = [...evidence, { at: hit.label, quote: hit.passage }];
      await save(evidence);
      prompter.print(`${wrapped(visible(phrase('interview', 'taken', { at: hit.label })), prompter.width())}\n`);
    }
  }
}

function passageList(hits: readonly Hit[], width: number): string {
  if (hits.length === 0) return `${phrase('interview', 'no-passages')}\n`;
  const entries = hits.map(({ label, heading, passage, marks }, index) => {
    const head = `${index + 1}  ${[label, heading].filter(Boolean).join('  ')}`;
    return `${wrapped(visible(head), width)}\n${wrapped(withMarks(passage, marks), width, 3)}`;
  });
  return `\n${entries.join('\n')}\n\n`;
}

/** The passage with the words that were looked for between asterisks. */
function withMarks(passage: string, marks: Hit['marks']): string {
  let text = '';
  let at = 0;
  for (const [from, to] of marks) {
    text += `${visible(passage.slice(at, from))}*${visible(passage.slice(from, to))}*`;
    at = to;
  }
  return text + visible(passage.slice(at));
}

function wholeProvision(guide: DraftGuide, { label, passage }: Hit, width: number): string {
  const text = guide.provision(label) ?? passage;
  const lines = text.split('\n').map((line) => wrapped(visible(line), width, 2));
  return `\n${lines.join('\n')}\n\n`;
}

/** What to say of a quote that was typed: nothing where it stands in the draft as it should. */
export function quoteRemark(guide: DraftGuide, { at, quote }: Evidence): string | undefined {
  if (quote === undefined) return undefined;
  const check = guide.check(quote, at ?? '');
  if (isVerified(check)) return undefined;
  const found = check.foundAt.join(', ');
  if (check.status === 'missing') return phrase('interview', 'quote-missing');
  return phrase('interview', check.status === 'near' ? 'quote-near' : 'quote-elsewhere', { found });
}
