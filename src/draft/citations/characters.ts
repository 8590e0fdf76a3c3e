import numbering from '../structure/numbering.json' with { type: 'json' };
import { chineseNumeral, wholeNumber } from '../structure/numbers/numerals.ts';
import type { LocalToken } from './local-words.ts';

const { inside, counted, and, to, fill } = numbering.characterCitations;
const kinds: Readonly<Record<string, string>> = numbering.characters;
/** The characters for kinds and parts, the longest first. */
const names = [...Object.keys(kinds), ...inside].sort((a, b) => b.length - a.length).join('|');
const annexes = Object.keys(numbering.characterAnnexes).join('|');
const number = `(?:${chineseNumeral}|[\\d０-９]{1,4}(?:[-－][\\d０-９]{1,2})?)`;
/** `第六条之一`, `第（二）项`, `6条`, `（一）`, and what joins them. */
const piece = new RegExp(
  `第?\\s*(?:[（(]\\s*(${number})\\s*[）)]|(${number}))\\s*(?:(${names})(?:[之の]\\s*(${number}))?)?|(${and.join('|')})|(${to.join('|')})|(${fill.join('|')}|\\s)|(${annexes})\\s*(${number})`,
  'uy',
);

/** Reads the characters of a Chinese or Japanese citation; undefined for other text. */
export function characterTokensOf(at: string): LocalToken[] | undefined {
  const text = at.trim().slice(0, 300);
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  const tokens: LocalToken[] = [];
  /** Numbers before the character that they share: `第十三至十五条`. */
  let waiting: LocalToken[] = [];
  for (let from = 0; from < text.length; ) {
    piece.lastIndex = from;
    const match = piece.exec(text);
    if (!match || match[0] === '') return undefined;
    from += match[0].length;
    const [, bracketed, plain, name, inserted, isAnd, isTo, , annex, annexNumber] = match;
    if (annex !== undefined) {
      tokens.push(annexToken(annex), { kind: 'number', numbers: [numberOf(annexNumber ?? '', undefined)], dotted: false });
      continue;
    }
    const head = bracketed ?? plain;
    if (head !== undefined) {
      const value = { kind: 'number' as const, numbers: [numberOf(head, inserted)], dotted: false };
      if (name === undefined && bracketed !== undefined) tokens.push({ kind: 'inside', word: '项' }, value);
      else if (name === undefined) waiting.push(value);
      else {
        tokens.push(tokenOf(name), ...waiting, value);
        waiting = [];
      }
    } else if (isAnd !== undefined) (waiting.length > 0 ? waiting : tokens).push({ kind: 'and' });
    else if (isTo !== undefined) (waiting.length > 0 ? waiting : tokens).push({ kind: 'to' });
  }
  return waiting.length === 0 && tokens.length > 0 ? tokens : undefined;
}

function numberOf(written: string, inserted: string | undefined): string {
  const [head = '', tail] = written.split(/[-－]/);
  return [
    wholeNumber(head) ?? head,
    ...[tail, inserted].flatMap((each) => (each === undefined ? [] : (wholeNumber(each) ?? each))),
  ].join('-');
}

function annexToken(name: string): LocalToken {
  const kind = numbering.characterAnnexes[name as '附件'] as keyof typeof numbering.annexes;
  return { kind: 'annex', word: numbering.annexes[kind].label };
}

function tokenOf(name: string): LocalToken {
  const kind = kinds[name];
  if (kind === 'article') return { kind: 'unit', word: numbering.units.article.label };
  if (kind !== undefined) return { kind: 'group', word: numbering.groups[kind as 'chapter'].label };
  return { kind: counted.includes(name) ? 'counted' : 'inside', word: name };
}
