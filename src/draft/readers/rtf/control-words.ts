/** Where text goes: into the law, into a note, into the number of a paragraph, into a table of the file, or nowhere. */
export type Destination = 'body' | 'note' | 'number' | 'fonts' | 'colors' | 'styles' | 'field' | 'skipped';

/** The text of a text box, which stands among the properties of its shape. */
export const textBox = 'shptxt';
/** Maps, because a control word may have the name of an object's own method. */
export const destinations: ReadonlyMap<string, Destination> = new Map(
  Object.entries<Destination>({
    fonttbl: 'fonts',
    colortbl: 'colors',
    stylesheet: 'styles',
    footnote: 'note',
    listtext: 'number',
    pntext: 'number',
    [textBox]: 'body',
    fldrslt: 'body',
    ...Object.fromEntries(
      'info pict header headerl headerr headerf footer footerl footerr footerf nonshppict shprslt ftnsep ftnsepc aftnsep aftnsepc annotation xe tc listtable listoverridetable themedata datafield filetbl revtbl rsidtbl generator'
        .split(' ')
        .map((name) => [name, 'skipped'] as const),
    ),
  }),
);
export const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: ' ',
    line: '\n',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
  }),
);
export const symbols: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  '\\': '\\',
  '{': '{',
  '}': '}',
};
/** Control words that set a colour of words or of what is behind them. */
export const colorWords: ReadonlyMap<string, 'color' | 'background' | 'paragraphBackground'> = new Map(
  Object.entries<'color' | 'background' | 'paragraphBackground'>({
    cf: 'color',
    cb: 'background',
    chcbpat: 'background',
    highlight: 'background',
    cbpat: 'paragraphBackground',
  }),
);
