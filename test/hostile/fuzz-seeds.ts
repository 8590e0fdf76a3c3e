// The first inputs of the fuzz targets.

export function answersSeeds(answers: string): string[] {
  return [
    answers,
    'format: compass-answers/1\nrubric: {id: starter, version: 0.1.0}\nanswers:\n  oversight.authority: {level: 1, rationale: "x", evidence: [{at: art. 1, quote: q}], confidence: low}\n  oversight.appeal: 2\n',
    '{"format":"compass-answers/1","rubric":{"id":"starter","version":"0.1.0"},"answers":{"oversight.authority":2,"oversight.appeal":{"notApplicable":"no"}},"features":{},"steps":{},"flags":{}}',
    'format: compass-answers/1\r\nrubric: &r { id: starter, version: 0.1.0 }\r\ndraft: { title: "A \\u202e bill", date: 2026-03-02 }\r\nanswers:\r\n  ? oversight.authority\r\n  : level: 1\r\n    rationale: |\r\n      long\r\n      text\r\n    review: >-\r\n      folded\r\n',
  ];
}

const line = '{"format":"compass-answers/1","rubric":{"id":"starter","version":"0.1.0"},"answers":{"oversight.authority":2}}\n';
export const streamSeeds = [
  line.repeat(3),
  `\ufeff${line.replace('}}', '}}\r')}\r\n${line.replace('2', '"\u202e"')}{\n${line.trimEnd()}`,
  `${line}${line.replace('"answers"', '"draft":{"title":"A \\n bill","text":"../x.md"},"answers"')}`,
  line,
];

export const configSeed =
  'format: compass-config/1\nrubric: ungps-compass\nfiles: ["*.answers.yaml"]\nformats: [terminal, { format: sarif, output: x.sarif }]\nminimums: { overall: 40, access-to-remedy: 20 }\nfailOn: [critical, flag]\nbaseline: b.json\ntolerance: 1\nmaxSize: 5\ndraftFolder: ..\n';

export const citations = [
  'art. 14(2)(b)',
  'Articles 14-16 and 18(1), point (b), second subparagraph',
  '§ 3 Abs. 2 Nr. 1 and annex VII(3.1)',
  's. 12A(1); Sched. 2, para 3; rec. 47; Art. 4º, § 1º, II, a',
];
export const asPlainText =
  'CHAPTER I\nGENERAL\n\nArticle 1\nSubject\n\n1. This Act:\n\n(a) one;\n(b) two:\n   (i) three;\n   (ii) four.\n\n§ 2 Zweck\n(1) Das Gesetz.\n\nSection 3A. Other\n(1) Words - and hyphen-\nated words.\n\nANNEX I\n1. x\n1.1 y\n';
export const asHtml =
  '<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body><h1>Chapter I</h1><p class="a">Article 1</p><ol><li>One</li><li>Two <b>x</b> &amp; y<ol type="a"><li>z</li></ol></li></ol><table><tr><td>(a)</td><td>text</td></tr></table><script>x</script></body></html>';
export const asAkn =
  '<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><preamble><recitals><recital eId="rec_1"><num>(1)</num><p>Whereas</p></recital></recitals></preamble><body><chapter eId="chp_1"><num>I</num><article eId="art_1"><num>Article 1</num><heading>H</heading><paragraph eId="art_1__para_1"><num>1.</num><list><intro><p>i:</p></intro><point><num>(a)</num><content><p>x</p></content></point></list></paragraph></article></chapter></body></act></akomaNtoso>';
export const asOdt =
  '<office:document-content><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Article 1</text:h><text:list text:style-name="L1"><text:list-item><text:p>One<text:change text:change-id="c1"/> <text:span text:style-name="T1">no</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>';
export const asRtf =
  "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset128 MS;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Article 1\\par\\pard{\\listtext 1.\\tab}One {\\strike two}{\\v three} caf\\'e9 \\u8364?{\\f1\\'b3}{\\f2\\'82\\'a0}{\\super 2}{\\footnote n}\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard{\\field{\\*\\fldinst SYMBOL 65}{\\fldrslt x}}{\\*\\x y}\\bin2 ab\\deleted\\par\\deleted0 end\\par}";
export const asMhtml =
  'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><p class=3D"x">Article 1</p><p>caf=C3=A9 =\nlong</p>\n--B\nContent-Type: text/css\nContent-Transfer-Encoding: base64\n\nLnh7ZGlzcGxheTpub25lfQ==\n--B--\n';
/** What a page of a PDF paints. */
export const asPage =
  'BT /F1 11 Tf 1 0 0 1 70 760 Tm (Article 1) Tj 0 -16 Td (1.  Text of the) Tj 0 -13 Td [(sen) -20 (tence.) -300 (More)] TJ 3 Tr 0 -13 Td (hidden) Tj 0 Tr 1 1 1 rg (white) Tj 0 g /F1 7 Tf 4 Ts (1) Tj ET\nq 0.8 w 70 740 m 200 740 l S Q q 1 0 0 1 10 10 cm 0.5 g 70 700 100 2 re f Q\nq 100 0 0 100 0 0 cm /Im1 Do Q BT /F2 9 Tf 0 1 -1 0 300 300 Tm (turned) Tj ET';
export const asWord =
  '<w:document xmlns:w="x"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Article 1</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">(1) text </w:t><w:tab/><w:br/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';
