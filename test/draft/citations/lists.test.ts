import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';

function read(at: string): string[] {
  return readCitations(at).map(({ word, numbers, to }) => `${word} ${numbers.join('/')}${to ? ` to ${to}` : ''}`.trim());
}

describe('citations of several provisions', () => {
  it.each([
    ['art.', 'arts arts. articles artículos artigos'],
    ['§', '§§'],
    ['sec.', 'sections ss. ss secciones seções secções'],
    ['cl.', 'clauses'],
    ['reg.', 'regulations regs.'],
    ['rule', 'rules'],
    ['rec.', 'recitals recs. considérants considerandos Erwägungsgründe'],
    ['annex', 'annexes anexos Anhänge Anlagen'],
    ['sched.', 'Schedules'],
    ['app.', 'Appendices'],
  ])('after a plural a hyphen makes a range, and a comma or "and" adds a provision: %s from %s', (kind, words) => {
    for (const word of words.split(' ')) {
      expect(read(`${word} 14-16, 18 and 20`)).toEqual([`${kind} 14 to 16`, `${kind} 18`, `${kind} 20`]);
    }
  });

  it.each([
    'paragraphs paras paras. points letters items subsections',
    'paragraphes lettres',
    'apartados párrafos letras incisos fracciones numerales literales',
    'parágrafos itens n.ºs',
    'Absätze Nummern Buchstaben',
    'Abs. Absatz Nr. Nummer',
  ])('a plural lists several parts inside one provision: %s', (words) => {
    for (const word of words.split(' ')) {
      expect(read(`art. 14, ${word} 2, 3 and 5`)).toEqual(['art. 14/2', 'art. 14/3', 'art. 14/5']);
      expect(read(`art. 14 ${word} 2-4`)).toEqual(['art. 14/2 to 4']);
    }
  });

  it.each(['lit.', 'Buchst.', 'Buchstabe'])('German words for letters list several parts in the singular: %s', (word) => {
    expect(read(`Art. 14 ${word} a und b`)).toEqual(['art. 14/a', 'art. 14/b']);
  });

  it.each([
    ['point', 'article 5, points (a) and (b)', ['art. 5/a', 'art. 5/b']],
    ['item', 'Artikel 5 Satz 1 Nr. 2', ['art. 5/2']],
    ['parts before their article', 'apartados 2 y 3 del artículo 14', ['art. 14/2', 'art. 14/3']],
    ['subsections before their section', 'subsections (2) and (3) of section 14', ['sec. 14/2', 'sec. 14/3']],
    ['Roman numerals', 'artículo 3, fracciones I, II y IV', ['art. 3/i', 'art. 3/ii', 'art. 3/iv']],
    ['a range of Roman numerals', 'artículo 3, fracciones I a IV', ['art. 3/i to iv']],
    ['Roman numerals of annexes without brackets', 'Annexes I and II', ['annex i', 'annex ii']],
    ['letters with a closing bracket only', 'artículo 3, incisos a) y b)', ['art. 3/a', 'art. 3/b']],
    ['three brackets', 'Article 3(a), (b) and (c)', ['art. 3/a', 'art. 3/b', 'art. 3/c']],
    ['three brackets after "points"', 'Article 3, points (a), (b) and (c)', ['art. 3/a', 'art. 3/b', 'art. 3/c']],
    ['a number in brackets after a letter', 'art. 14(2)(a) and (3)', ['art. 14/2/a', 'art. 14/3']],
    ['a number in brackets after a letter and a comma', 'art. 14(2)(a), (3)', ['art. 14/2/a', 'art. 14/3']],
    ['a number after one with a letter', 'Article 14, paragraphs 2(a) and 3', ['art. 14/2/a', 'art. 14/3']],
    ['the next article after brackets', 'arts. 3(1), (2) and 5', ['art. 3/1', 'art. 3/2', 'art. 5']],
    ['a range within an article', 'articles 2.1-2.3', ['art. 2/1 to 3']],
    ['a range three levels deep', 'sections 2.1.3-2.1.5 and 4', ['sec. 2/1/3 to 5', 'sec. 4']],
    ['an article of a schedule', 'Article 3 of Schedule 1', ['sched. 1/3']],
    ['an article of an annex, in German', 'Artikel 3 der Anlage 2', ['annex 2/3']],
    ['a point of an article of a schedule', 'point (a) of Article 3(2) of Schedule 1', ['sched. 1/3/2/a']],
    ['dispositions with number words', 'Disposiciones finales primera y segunda', ['disp-final 1', 'disp-final 2']],
    [
      'a range of dispositions',
      'disposiciones adicionales primera a tercera y quinta',
      ['disp-adicional 1 to 3', 'disp-adicional 5'],
    ],
    ['three dispositions', 'disposiciones finales primera, segunda y tercera', ['disp-final 1', 'disp-final 2', 'disp-final 3']],
    ['letters of a disposition', 'disposición adicional primera a) y b)', ['disp-adicional 1']],
    ['a sentence of a disposition', 'disposición final primera y segunda frase', ['disp-final 1']],
    ['a number word after other words is not read', 'disposición final primera y a la segunda', ['disp-final 1']],
    ['the number of a sentence after "and" is not read', 'Article 14 and second sentence', ['art. 14']],
    ['articles of a schedule', 'Articles 3 and 4 of Schedule 1', ['sched. 1/3', 'sched. 1/4']],
    ['more articles of a schedule', 'Schedule 1, articles 3, 4 and 6-8', ['sched. 1/3', 'sched. 1/4', 'sched. 1/6 to 8']],
    ['two paragraphs of an article of a schedule', 'Article 3(1) and (2) of Schedule 1', ['sched. 1/3/1', 'sched. 1/3/2']],
    ['the same word repeated', 'Article 14, paragraph 2 and paragraph 3', ['art. 14/2', 'art. 14/3']],
    ['the same word repeated in German', '§ 3 Abs. 1 und Abs. 2', ['§ 3/1', '§ 3/2']],
    ['the next section after §§', '§§ 3 Abs. 2 und 5', ['§ 3/2', '§ 5']],
    ['one paragraph, then an article', 'Article 14, paragraph 2, 16', ['art. 14/2', 'art. 16']],
    ['numbers without a word', '14(2) and 15', ['14/2', '15']],
    ['numbers without a word or conjunction: only the first is read', '14(2), 15', ['14/2']],
  ])('%s: %s', (_, at, expected) => {
    expect(read(at)).toEqual(expected);
  });
});

describe('words between two provisions', () => {
  it.each(['and', 'or', 'y', 'e', 'et', 'ou', 'und', 'oder', 'sowie', '&'])('"%s" adds a provision', (word) => {
    expect(read(`art. 3 ${word} 4`)).toEqual(['art. 3', 'art. 4']);
    expect(read(`art. 3(1) ${word} (2)`)).toEqual(['art. 3/1', 'art. 3/2']);
  });

  it.each(['-', '–', '—', 'to', 'a', 'à', 'bis', 'au', 'until', 'through'])('"%s" makes a range', (word) => {
    expect(read(`artículos 14 ${word} 16`)).toEqual(['art. 14 to 16']);
  });

  it.each([
    ['a dash before an inner part is no range', 'Article 3 – paragraph 2', ['art. 3/2']],
    ['a dash before a part of an inner part is no range', 'Article 3, paragraph 2 – point (b)', ['art. 3/2/b']],
    ['a range with its word repeated', 'Article 3, paragraph 2 to paragraph 4', ['art. 3/2 to 4']],
    ['a range of articles with the word repeated', 'article 3 to article 5, 8', ['art. 3 to 5', 'art. 8']],
    ['a range of sections with the sign repeated', '§§ 3 bis § 5', ['§ 3 to 5']],
    ['a range that ends with a letter', '§§ 14-16a', ['§ 14 to 16a']],
    ['a range that starts with a letter', 'arts. 14a-16', ['art. 14a to 16']],
    ['a number of three parts is no range', 'articles 6-1-1 et 7', ['art. 6-1-1', 'art. 7']],
    ['without a plural a hyphen is part of the number', 'art. 6-12', ['art. 6-12']],
    ['two ranges after one plural', 'arts. 14-16, 18-20', ['art. 14 to 16', 'art. 18 to 20']],
    ['a range of articles of a French code', 'articles L. 123-4 à L. 123-8', ['art. l123-4 to l123-8']],
    ['a range from an article with a Latin suffix', 'artículos 14 bis a 16', ['art. 14bis to 16']],
    ['a semicolon is like a comma', 'art. 3; III', ['art. 3/iii']],
    ['a Roman numeral without a comma is not read', 'art. 3 III', ['art. 3']],
  ])('%s: %s', (_, at, expected) => {
    expect(read(at)).toEqual(expected);
  });
});

describe('parts whose numbers are not in labels', () => {
  it.each([
    ['German sentences', '§ 3 Abs. 2 Satz 1 und 2', ['§ 3/2']],
    ['German sentences in the plural', '§ 3 Abs. 2 Sätze 1, 2 und 4', ['§ 3/2']],
    ['a range of German subparagraphs', 'Artikel 3 Unterabsätze 1 bis 3', ['art. 3']],
    ['the next section after §§', '§§ 3 Satz 1 und 5', ['§ 3', '§ 5']],
    ['the next section after §§ and a comma', '§§ 3 Satz 1, 5', ['§ 3', '§ 5']],
    ['the next article after a sentence', 'Articles 3, first sentence, and 5', ['art. 3', 'art. 5']],
    ['sentences', 'Article 5, sentences 1 and 2', ['art. 5']],
    ['indents', 'Article 5, indents 1 and 2', ['art. 5']],
    ['subparagraphs', 'Article 5, subparagraphs 1 and 2', ['art. 5']],
    ['a paragraph after a sentence', 'Article 14, sentence 2, paragraph 3', ['art. 14/3']],
    ['a point of a subparagraph', 'Article 14(1), second subparagraph (a)', ['art. 14/1/a']],
    ['a sub-paragraph with a hyphen has a number', 'Schedule 1, para 3, sub-paragraph (2)', ['sched. 1/3/2']],
    ['French alinéas', 'article 5, alinéas 1 à 3', ['art. 5']],
    ['a French alinéa', 'article 5, al. 2', ['art. 5']],
    ['a French alinéa with a Latin suffix', 'article 5, alinéa 3 bis', ['art. 5']],
    ['a Portuguese alínea has a letter', 'artigo 5, al. b', ['art. 5/b']],
    ['a Portuguese alínea with a letter that abbreviates "section"', 'artigo 5, alínea s)', ['art. 5/s']],
    ['Portuguese alíneas', 'artigo 5, alíneas a) e b)', ['art. 5/a', 'art. 5/b']],
    ['an alínea of a numbered paragraph', 'artigo 5, n.º 1 e alínea b)', ['art. 5/1/b']],
    ['an alínea before its article', 'alínea b) do artigo 5', ['art. 5/b']],
    ['an alínea without an article', 'alínea b', []],
  ])('%s: %s', (_, at, expected) => {
    expect(read(at)).toEqual(expected);
  });
});

describe('provisions inside others', () => {
  it.each([
    ['a section of a schedule', 'Schedule 1, section 3', ['sched. 1/3']],
    ['an article of an appendix', 'Appendix 1, article 3', ['app. 1/3']],
    ['a section of an annex', 'Annex I, section 3', ['annex i/3']],
    ['an annex and an article', 'Annex I and article 3', ['annex i', 'art. 3']],
    ['an appendix to an annex', 'Annex I, Appendix 2', ['annex i/2']],
    ['a schedule after a schedule', 'Schedule 1, Schedule 2', ['sched. 1', 'sched. 2']],
    ['a section after a section', '§ 3 Abs. 2, § 4', ['§ 3/2', '§ 4']],
    ['a paragraph of a final provision', 'apartado 2 de la disposición final primera', ['disp-final 1/2']],
    [
      'two articles with their parts before them',
      'point (b) of Article 14(2) and point (a) of Article 15',
      ['art. 14/2/b', 'art. 15/a'],
    ],
    ['an article and a part of another', 'Article 6(1) and point (b) of Article 14', ['art. 6/1', 'art. 14/b']],
    ['a part of one article, then another', 'point (a) of Article 3, and Article 4', ['art. 3/a', 'art. 4']],
    ['a part of one article, then another after a comma', 'paragraph 2 of Article 3, Article 5', ['art. 3/2', 'art. 5']],
    [
      'a part of one article, then a part of another after a semicolon',
      'paragraph 2 of Article 3; point (a) of Article 5',
      ['art. 3/2', 'art. 5/a'],
    ],
    ['a point before its article, the paragraph after it', 'point (b) of Article 14, paragraph 2', ['art. 14/2/b']],
    ['a French article after an elision', 'point 2 de l’article 5', ['art. 5/2']],
    ['a French point in a paragraph with a Roman numeral', 'article 5.1, I, 2°', ['art. 5/1/i/2']],
    ['a number with three levels', 'article 1.10.2, a', ['art. 1/10/2/a']],
    ['two letters after a hyphen', 'art. 5-bb', ['art. 5-bb']],
    ['two capital letters after a number', 'section 12AB(1)', ['sec. 12ab/1']],
    ['an article of a code with three numbers', 'article R123-45-67', ['art. r123-45-67']],
    ['a letter that is also a word, after a comma', 'art. 4, II, e', ['art. 4/ii/e']],
    ['letters of Roman numerals after a comma', 'art. 4, di', ['art. 4/di']],
    ['"cl." is a word, not a numeral', 'art. 3, cl. 4', ['art. 3', 'cl. 4']],
    ['Dutch "lid" is a word, not a numeral', 'artikel 3, lid 2', ['art. 3/2']],
    ['"s." is a word, not a letter', 'art. 3, s. 4', ['art. 3', 'sec. 4']],
    ['"a" after "and" is not a letter of an article', 'article 3 and a list', ['art. 3']],
    ['"a" after "and" is not a letter of a preamble', 'Annex I, the preamble and a list', ['annex i', 'preamble']],
    ['a preamble in French', 'préambule', ['preamble']],
    ['a preamble in Spanish', 'preámbulo', ['preamble']],
    ['a preamble in German', 'Präambel', ['preamble']],
    [
      'paragraphs of a law without articles',
      'paragraph 3, para. 4, paras. 5-6 and paragraphs 8-9',
      ['para. 3', 'para. 4', 'para. 5 to 6', 'para. 8 to 9'],
    ],
    ['a letter alone', 'b', []],
  ])('%s: %s', (_, at, expected) => {
    expect(read(at)).toEqual(expected);
  });
});
