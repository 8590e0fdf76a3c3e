import type { Evidence } from '../../../../core/answers.ts';
import { type Hit, isVerified } from '../../../../core/evidence.ts';
import type { DraftGuide } from '../../../../interview/draft-guide.ts';
import { listed } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { nothingFound } from '../../../../messages/warnings.ts';
import { absenceSentences, unreadSuffix } from '../../../../report/words/evidence.ts';
import { visible, wrapped } from '../../../../text/plain-text.ts';

/** How many passages are shown under a question. */
const previewCount = 3;

/** The likeliest passages in a line or two each, under the question. */
export function passagePreview(guide: DraftGuide, id: string, width: number): string {
  const hits = guide.suggest(id).slice(0, previewCount);
  if (hits.length === 0) return '';
  const lines = hits.map(({ label, heading, passage }) => {
    const line = `${[label, heading].filter(Boolean).join('  ')}: ${passage}`;
    return wrapped(visible(line.length > 150 ? `${line.slice(0, 149)}…` : line), width, 2);
  });
  const head = wrapped(phrase('interview', 'passages-preview', { draft: visible(guide.name) }), width);
  return `${head}\n${lines.join('\n')}\n\n`;
}

/** The passages to choose from, numbered. */
export function passageList(guide: DraftGuide, hits: readonly Hit[], width: number): string {
  if (hits.length === 0) return `${wrapped(nothingFound(guide.warnings), width)}\n`;
  const entries = hits.map(({ label, heading, passage, marks, cut }, index) => {
    const head = `${index + 1}  ${[label, heading].filter(Boolean).join('  ')}`;
    const words = `${cut?.before ? '… ' : ''}${withMarks(passage, marks)}${cut?.after ? ' …' : ''}`;
    return `${wrapped(visible(head), width)}\n${wrapped(words, width, 3)}`;
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

/** The article, section or recital around a passage, whole. */
export function wholeProvision(guide: DraftGuide, { label, passage }: Hit, width: number): string {
  const text = guide.provision(label) ?? passage;
  const lines = text.split('\n').map((line) => wrapped(visible(line), width, 2));
  return `\n${lines.join('\n')}\n\n`;
}

/** What to say about a typed quote; nothing if the draft contains it in the provision that was named. */
export function quoteRemark(guide: DraftGuide, { at, quote }: Evidence): string | undefined {
  if (quote === undefined) return undefined;
  const check = guide.check(quote, at ?? '');
  if (isVerified(check)) return undefined;
  const found = listed(check.foundAt);
  if (check.status === 'missing') return phrase('interview', check.incomplete ? 'quote-incomplete' : 'quote-missing');
  if (check.status === 'near' || check.status === 'struck') return phrase('interview', `quote-${check.status}`, { found });
  const { placed, because } = check;
  const args = { found, at: at ?? '', ...because };
  if (placed !== null) return [phrase('interview', 'quote-elsewhere', args), ...absenceSentences(check)].join(' ');
  return phrase('interview', `quote-unplaced${unreadSuffix(check)}`, args);
}
