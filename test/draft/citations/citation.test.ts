import { describe, expect, it } from 'vitest';
import { readCitations } from '../../../src/draft/citations/citation.ts';
import { citationOfLabel } from '../../../src/draft/citations/label.ts';
import { normalizedCitation } from '../../../src/draft/citations/spelling.ts';
import type { Citation } from '../../../src/draft/citations/types.ts';
import { liesWithin } from '../../../src/draft/citations/within.ts';

function shown({ word, numbers, to }: Citation): string {
  return `${word} ${numbers.join('/')}${to ? ` to ${to}` : ''}`.trim();
}

describe('a citation as lawyers write it is read', () => {
  it.each([
    ['art. 14(2)(b)', ['art. 14/2/b']],
    ['Article 14(2), point (b)', ['art. 14/2/b']],
    ['Art. 14 para. 2 lit. b', ['art. 14/2/b']],
    ['Article 5a', ['art. 5a']],
    ['art. 3(1)(g)(ii)', ['art. 3/1/g/ii']],
    ['section 12A(1)', ['sec. 12a/1']],
    ['s. 12A(1)', ['sec. 12a/1']],
    ['§ 3 Abs. 2 Nr. 1', ['§ 3/2/1']],
    ['§ 3 Abs. 2 Satz 1', ['§ 3/2']],
    ['art. 4º, § 2º', ['art. 4/2']],
    ['art. 4º, III, a', ['art. 4/iii/a']],
    ['Artículo 8, letra b)', ['art. 8/b']],
    ['article 6, I, 2°', ['art. 6/i/2']],
    ['recital 47', ['rec. 47']],
    ['annex III, point 5(b)', ['annex iii/5/b']],
    ['annex II, part A(b)', ['annex ii/a/b']],
    ['arts. 14 and 16', ['art. 14', 'art. 16']],
    ['art. 14(2), art. 15', ['art. 14/2', 'art. 15']],
    ['art. 14(2) and (3)', ['art. 14/2', 'art. 14/3']],
    ['arts 14-16', ['art. 14 to 16']],
    ['preamble', ['preamble']],
    ['throughout', []],
    ['Article 14, paragraph 2', ['art. 14/2']],
    ['Art 14 (2)', ['art. 14/2']],
    ['article 14.2', ['art. 14/2']],
    ['14(2)', ['14/2']],
    ['point (b) of Article 14(2)', ['art. 14/2/b']],
    ['paragraph 3 of Schedule 1', ['sched. 1/3']],
    ['First Schedule, para. 3', ['sched. 1/3']],
    ['Article L. 123-4, I, 2°', ['art. l123-4/i/2']],
    ['Article 1er bis', ['art. 1bis']],
    ['Artículo 3 Bis, fracción II, inciso a)', ['art. 3bis/ii/a']],
    ['Art. 5bis Abs. 1', ['art. 5bis/1']],
    ['§§ 3 bis 5', ['§ 3 to 5']],
    ['artigo 2.º, n.º 1, alínea b)', ['art. 2/1/b']],
    ['article 14, 2e alinéa', ['art. 14']],
    ['Annex VII, point 3.1', ['annex vii/3/1']],
    ['Recital (47)', ['rec. 47']],
    ['Disposición final segunda, apartado 1', ['disp-final 2/1']],
    ['', []],
    ['see above', []],
    ['14', ['14']],
    ['(2)', []],
    ['ARTICLE 14 (2) (B)', ['art. 14/2/b']],
    ['articles 14, 16 and 18', ['art. 14', 'art. 16', 'art. 18']],
    ['arts. 14 to 16 and 20', ['art. 14 to 16', 'art. 20']],
    ['arts. 14–16', ['art. 14 to 16']],
    ['art. 6-1', ['art. 6-1']],
    ['sections 3 & 4', ['sec. 3', 'sec. 4']],
    ['§§ 3, 5 und 7', ['§ 3', '§ 5', '§ 7']],
    ['art. 4, § 2 e § 3', ['art. 4/2', 'art. 4/3']],
    ['art. 14(2)(a) and (b)', ['art. 14/2/a', 'art. 14/2/b']],
    ['art. 14(2)-(4)', ['art. 14/2 to 4']],
    ['points (a) to (c) of Article 14', ['art. 14/a to c']],
    ['paragraph 2 of the First Schedule', ['sched. 1/2']],
    ['Article 3 of the Act', ['art. 3']],
    ['the first sentence of Article 14', ['art. 14']],
    ['Article 14, 1st subparagraph', ['art. 14']],
    ['Article 14, second subparagraph, point (a)', ['art. 14/a']],
    ['art. 5, alínea b', ['art. 5/b']],
    ['art. 1 bis', ['art. 1bis']],
    ['art. 2 ter § 1', ['art. 2ter/1']],
    ['Article R*421-1', ['art. r*421-1']],
    ['Section One', ['sec. 1']],
    ['artículo primero', ['art. 1']],
    ['Annex A', ['annex a']],
    ['Annex II and Annex III', ['annex ii', 'annex iii']],
    ['Schedule 2, paras 3 and 4', ['sched. 2/3', 'sched. 2/4']],
    ['Article 14, paragraphs 2 and 3', ['art. 14/2', 'art. 14/3']],
    ['Article 14(2), points (a) and (b), and Article 15', ['art. 14/2/a', 'art. 14/2/b', 'art. 15']],
    ['Article 14, paragraphs 2 and 3, and section 4', ['art. 14/2', 'art. 14/3', 'sec. 4']],
    ['preamble and art. 1', ['preamble', 'art. 1']],
    ['rec. 3; art. 4', ['rec. 3', 'art. 4']],
    ['art. 14¶2', ['art. 14/2']],
    ['art. 14, n.º 3', ['art. 14/3']],
    ['Art. 7 Abs. 1 Satz 2 Nr. 3', ['art. 7/1/3']],
    ['see 14(2)', ['14/2']],
    ['vgl. 14(2)', ['14/2']],
    ['page 3', []],
    ['p. 3', []],
    ['page 3, art. 5', ['art. 5']],
    ['Artcle 1(2)(b)', []],
    ['slide 3 and 4', []],
    ['art. 3\u200b1', ['art. 31']],
    ['art. 3\u00ad(1)', ['art. 3/1']],
  ])('%s', (at, expected) => {
    expect(readCitations(at).map(shown)).toEqual(expected);
  });
});

describe('a provision is inside the cited one, or not', () => {
  const within = (label: string, at: string): boolean => {
    const inner = citationOfLabel(label);
    return inner !== undefined && readCitations(at).some((outer) => liesWithin(inner, outer));
  };

  it.each([
    ['art. 14(2)(b)', 'art. 14(2)', true],
    ['art. 14(2)(b)', 'Article 14', true],
    ['art. 14', 'art. 14(2)', false],
    ['art. 141', 'art. 14', false],
    ['art. 15(1)', 'arts. 14-16', true],
    ['art. 17', 'arts. 14-16', false],
    ['art. 14', 'arts. 14-16', true],
    ['art. 16', 'arts. 14-16', true],
    ['art. 16a', 'arts. 14-16', true],
    ['art. 13a', 'arts. 14-16', false],
    ['art. 160', 'arts. 14-16', false],
    ['art. 9', 'arts. 8-10', true],
    ['art. 10', 'arts. 9-11', true],
    ['art. 2', 'arts. 9-11', false],
    ['art. 14(3)', 'art. 14(2)-(4)', true],
    ['art. 14(5)', 'art. 14(2)-(4)', false],
    ['§ 3(2)', 'sec. 3', true],
    ['art. 3(2)', '3(2)', true],
    ['rec. 3', '3', false],
    ['para. 3', '3', true],
    ['annex II(3)', 'annex III', false],
    ['sec. 14', 'art. 14', false],
    ['annex II, part A(b)', 'annex II, part A', true],
    ['annex II, part A(b)', 'annex II', true],
    ['rec. 47', 'recital 47', true],
    ['art. 4(único)', 'art. 4º, parágrafo único', true],
    ['art. 26(parágrafo 1)', 'artículo 26, parágrafo 1', true],
    ['art. L. 123-4(2)', 'article L123-4, 2°', true],
    ['art. 2 bis(1)', 'art. 2 bis', true],
    ['art. 2', 'art. 2 bis', false],
    ['sec. 3(2)', 'clause 3(2)', true],
    ['para. 2.2.1', 'paragraph 2.2', true],
    ['annex VII(3.1)', 'annex VII, point 3', true],
    ['disp. final única(1)', 'disposición final única', true],
    ['art. 2', 'article 14.2', false],
    ['art. 14', 'art. 14(2)-(4)', false],
    ['art. 16-1', 'arts. 14-16', true],
    ['para. 2.2A(1)', 'paragraph 2.2A', true],
  ])('%s in %s: %s', (label, at, expected) => {
    expect(within(label, at)).toBe(expected);
  });
});

describe('a label is read as a citation', () => {
  it.each([
    ['art. 14(2)(b)', 'art. 14/2/b'],
    ['§ 3a(1)', '§ 3a/1'],
    ['sec. 12A(1)', 'sec. 12a/1'],
    ['para. 10.12', 'para. 10/12'],
    ['annex VII(3.1)', 'annex vii/3/1'],
    ['art. 6-1-1', 'art. 6-1-1'],
    ['art. L. 123-4(2)', 'art. l123-4/2'],
    ['art. 2 bis(1)', 'art. 2bis/1'],
    ['art. 5 A', 'art. 5a'],
    ['art. 5 AB', 'art. 5ab'],
    ['app. 1, para. 3', 'app. 1/3'],
    ['art. 4(único)', 'art. 4/unico'],
    ['disp. final única(1)', 'disp-final unica/1'],
    ['disp. adicional 2', 'disp-adicional 2'],
    ['annex II, part A(b)', 'annex ii/a/b'],
    ['sched. 1, para. 3', 'sched. 1/3'],
    ['part 1, chap. 2', 'chap. 2'],
    ['part 1, art. 3(2)', 'art. 3/2'],
    ['rec. 47', 'rec. 47'],
    ['14', '14'],
    ['preamble', 'preamble'],
  ])('%s', (label, expected) => {
    const citation = citationOfLabel(label);
    expect(citation && shown(citation)).toBe(expected);
  });

  it('a heading without a number is not a citation', () => {
    expect(citationOfLabel('On the scope of this law')).toBeUndefined();
  });
});

describe('a citation is brought into one spelling', () => {
  it.each([
    ['Art. 4.º', 'art. 4'],
    ['Art. 4 º', 'art. 4'],
    ['art. 2°', 'art. 2'],
    ['article 6, I, 2°', 'article 6, i, 2°'],
    ['article 6, 2 °', 'article 6, 2°'],
    ['article 6, 12°', 'article 6, 12°'],
    ['article 6, I 2°', 'article 6, i 2'],
    ['artigo 2.º, 3.º', 'artigo 2, 3'],
    ['article 1er', 'article 1'],
    ['1ère', '1'],
    ['article 1ere', 'article 1'],
    ['1erx', '1erx'],
    ['article 6,I,2°', 'article 6,i,2°'],
    ['n.º 3', 'nr. 3'],
    ['n º 3', 'nr. 3'],
    ['n.ºs 3 e 4', 'nr. 3 e 4'],
    ['n.º 1 e alínea b', 'nr. 1 e alinea b'],
    ['n 3', 'nr. 3'],
    ['no 3', 'nr. 3'],
    ['n. 3', 'nr. 3'],
    ['n.3', 'nr. 3'],
    ['an 3', 'an 3'],
    ['2e alinéa', ''],
    ['12e alinéa', ''],
    ['2 alinéas', ''],
    ['3rd  subparagraph', ''],
    ['1st sentence', ''],
    ['2nd indent', ''],
    ['4th subparagraphs', ''],
    ['2 sentencex', '2 sentencex'],
    ['14¶¶2', '14 para. 2'],
    ['art. 2 bis', 'art. 2bis'],
    ['art. 2-ter', 'art. 2ter'],
    ['art. iv quater', 'art. ivquater'],
    ['§§ 3 bis 5', '§§ 3 bis 5'],
    ['§ 3 bis § 5', '§ 3 bis § 5'],
    ['art. 2 bisher', 'art. 2 bisher'],
    ['art. L. 123-4', 'art. l123-4'],
    ['art. L.123-4', 'art. l123-4'],
    ['art. L. 4-10', 'art. l4-10'],
    ['artículos 14 a 16', 'articulos 14 a 16'],
    ['artículos 14 bis a 16', 'articulos 14bis a 16'],
    ['artículos 14(2) a 16', 'articulos 14(2) a 16'],
    ['sub-paragraph 2', 'paragraph 2'],
    ['art. R *421-1', 'art. r*421-1'],
    ['art. d 12', 'art. d12'],
    ['Disposición final 1', 'disp-final 1'],
    ['disp. transitoria 2', 'disp-transitoria 2'],
    ['First Schedule', 'schedule 1'],
    ['First Sched.', 'sched. 1'],
    ['Odd Schedule', 'odd schedule'],
    ['point (b) of Article 14', 'article 14, point (b)'],
    ['point (b) of paragraph 2 of the Annex', 'annex, paragraph 2, point (b)'],
    ['apartado 2 del artículo 3', 'articulo 3, apartado 2'],
    ['Article 3 of the Act', 'article 3 of the act'],
    ['The point of it', 'the point of it'],
    ['the scope of Article 14', 'the scope of article 14'],
    ['numbering of Article 14', 'numbering of article 14'],
    ['Point 3 of the rulebook', 'point 3 of the rulebook'],
    ['point (b)  of  paragraph 2  of  the  Annex', 'annex, paragraph 2, point (b)'],
    ['point 2 de l’article 5', 'article 5, point 2'],
    ['alínea b) do artigo 5', 'artigo 5, alinea b)'],
    ['apartado 1 de la  disposición  final 1', 'disp-final 1, apartado 1'],
    ['point (a) of Article 3 and point (b) of Article 4', 'article 3, point (a) and article 4, point (b)'],
    ['point (a) and point (b) of Article 4', 'article 4, point (a) and point (b)'],
    ['point (a) of Article 3; Article 4', 'article 3, point (a); article 4'],
    ['point (a) of Article 3, paragraph 2', 'article 3, paragraph 2, point (a)'],
  ])('%s', (at, expected) => {
    expect(normalizedCitation(at).trim()).toBe(expected);
  });

  it('of at most 1,000 characters', () => {
    expect(normalizedCitation('x'.repeat(1001))).toBe('x'.repeat(1000));
  });
});
