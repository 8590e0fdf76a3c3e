import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/draft/readers/markdown/markdown.ts';

/** Each block as `role number: text`. */
const read = (text: string): string[] =>
  readMarkdown(text).blocks.map(({ role = 'body', number, text: words }) => `${role}${number ? ` ${number}` : ''}: ${words}`);

describe('words of a Markdown file that are struck or hidden are apart from the law', () => {
  it.each([
    ['They ~~may~~ shall act.', 'body: They shall act.', 'struck: may'],
    ['They ~may~ shall act, ~as they wish~.', 'body: They shall act,.', 'struck: may', 'struck: as they wish'],
    ['H~2~O costs ~5 or ~10 crowns', 'body: H~2~O costs ~5 or ~10 crowns'],
    ['may~~shall~~ act', 'body: may act', 'struck: shall'],
    ['~~(2) All of it.~~', 'struck: (2) All of it.'],
    ['They {--may--}{++shall++} act.', 'body: They shall act.', 'struck: may'],
    ['They {~~may~>shall~~} act.', 'body: They shall act.', 'struck: may'],
    ['They act.{>>Do they?<<}', 'body: They act.', 'struck: Do they?'],
    ['They {==must==} act.', 'body: They must act.'],
    ['They <del>may</del> <ins>shall</ins> act.', 'body: They shall act.', 'struck: may'],
    ['They <s>may</s> <strike>can</strike> act.', 'body: They act.', 'struck: may', 'struck: can'],
    ['They <span style="display: none">never</span> act.', 'body: They act.', 'struck: never'],
    ['They <span hidden>never</span> act.', 'body: They act.', 'struck: never'],
    ['**Not ~~even~~ so**', 'body: Not so', 'struck: even'],
    ['# ~~Old~~ New title', 'body: New title', 'struck: Old'],
    ['They <span class="x y">never</span> act.<style>.y{display:none}</style>', 'body: They act.', 'struck: never'],
    ['They <template>never</template> act.', 'body: They act.', 'struck: never'],
    ['They <b style="color:transparent">never</b> act.', 'body: They act.', 'struck: never'],
    ['They ![never do](a.png) act.', 'body: They act.', 'alt: never do'],
    ['![seal](seal.png) of it', 'body: of it', 'alt: seal'],
    ['They ![never do][a] ~~may~~ act.', 'body: They act.', 'struck: may', 'alt: never do'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['a ~~ b ~~ c', '5~10 days', '\\~~not~~', '`~~code~~`', 'an <s> alone', 'a {-- b', '<span style="color:red">x</span>'])(
    'but not %s',
    (text) => {
      expect(read(text)).toHaveLength(1);
    },
  );

  it('over several lines and paragraphs', () => {
    expect(read('One {--two\nthree\n\nfour--} five.\n\nSix.')).toEqual([
      'body: One',
      'struck: two\nthree',
      'body: five.',
      'struck: four',
      'body: Six.',
    ]);
    expect(read('~~one\n\ntwo~~')).toEqual(['body: ~~one', 'body: two~~']);
  });

  it('keeps the lines of the words around it', () => {
    const { blocks } = readMarkdown('One\n{--\ntwo\n--}\n\nThree');
    expect(blocks.map(({ place }) => place.line)).toEqual([1, 1, 6]);
  });
});

describe('footnotes of a Markdown file', () => {
  it('are notes with their number', () => {
    expect(
      read('A remedy[^2] in court.\n\n[^2]: See *the* Act,\nsection 3.\n\n    And more.\n\nNext.\n\n[^a]: Also ~~not~~ this.'),
    ).toEqual([
      'body: A remedy in court.',
      'body: Next.',
      'note 2: See the Act,\nsection 3.\nAnd more.',
      'note: Also this.',
      'struck: not',
    ]);
  });
});

it('emphasis of a part of a word leaves the word whole', () => {
  expect(read('It is *un*lawful, in*form*al and non*binding*; 2*3*4, a fee*, a tax*.')).toEqual([
    'body: It is unlawful, informal and nonbinding; 2*3*4, a fee*, a tax*.',
  ]);
});

it('a raised figure is set off', () => {
  expect(read('10<sup>6</sup> euros on the 1<sup>st</sup>')).toEqual(['body: 10^6 euros on the 1st']);
});
