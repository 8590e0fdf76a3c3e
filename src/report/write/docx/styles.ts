/** The styles, bullets and settings of every Word report. */
import { directionOf } from '../../../text/language.ts';
import { escapeXml } from '../../escape/xml.ts';

/** In twentieths of a point, Word's unit: A4, with margins of 2 cm at the sides. */
export const page = { width: 11906, height: 16838, side: 1134, top: 1304, bottom: 1191, edge: 567 };

/** The width between the margins. */
export const textWidth = page.width - 2 * page.side;

export const colours = {
  ...{ ink: '1F2A37', accent: '1F4E79', faint: '5B6673', rule: 'BFC7D1', shade: 'EEF2F7' },
  ...{ good: '2E7D5B', fair: '8F5E00', bad: 'B3402A', rest: 'DFE3E8' },
};

/** The background colours of the bands, from the best to the worst. */
export const bandTints = ['DBE8F6', 'D9EEEE', 'F6EDCF', 'FAE3D3', 'F6D9D9'];

export const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const relationNamespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface ParagraphStyle {
  readonly id: string;
  /** Word recognises its built-in styles by these names and uses them in its navigation pane and style lists. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const spacing = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const colour = (value: string): string => `<w:color w:val="${value}"/>`;
const bold = '<w:b/><w:bCs/>';
const stay = '<w:keepNext/><w:keepLines/>';
const faint = (points: number): string => colour(colours.faint) + size(points);
const title = (points: number): string => bold + colour(colours.accent) + size(points);
const indent = '<w:ind w:left="200"/>';
const rightTab = (more = ''): string => `<w:tabs><w:tab w:val="right"${more} w:pos="${textWidth}"/></w:tabs>`;
const border = (side: 'left' | 'bottom', width: number, space: number, fill: string): string =>
  `<w:pBdr><w:${side} w:val="single" w:sz="${width}" w:space="${space}" w:color="${fill}"/></w:pBdr>`;
/** A paragraph with a line at its left, which stays on one page. */
const barred = (width: number, fill: string): string => `<w:keepLines/>${border('left', width, 8, fill)}`;
const ground = `<w:shd w:val="clear" w:color="auto" w:fill="${colours.shade}"/>`;

const paragraphStyles: readonly ParagraphStyle[] = [
  { id: 'Title', name: 'Title', next: 'Normal', paragraph: stay + spacing(0, 160), run: title(20) },
  heading(1, stay + spacing(360, 120), title(16)),
  heading(2, stay + spacing(280, 60), bold + colour(colours.ink) + size(11.5)),
  heading(3, stay + spacing(200, 60), bold + faint(10.5)),
  { id: 'TOCHeading', name: 'TOC Heading', next: 'Normal', paragraph: stay + spacing(240, 60), run: title(12) },
  { id: 'TOC1', name: 'toc 1', next: 'Normal', paragraph: rightTab(' w:leader="dot"') + spacing(0, 10) },
  { id: 'Notice', name: 'Compass Notice', paragraph: spacing(120, 160), run: `<w:i/><w:iCs/>${faint(9.5)}` },
  { id: 'Verdict', name: 'Compass Verdict', paragraph: barred(24, colours.accent) + ground + spacing(60, 160) + indent },
  { id: 'About', name: 'Compass Introduction', paragraph: `<w:keepNext/>${spacing(0, 120)}`, run: colour(colours.faint) },
  { id: 'Ids', name: 'Compass Reference', paragraph: stay + spacing(0, 60), run: faint(8.5) },
  { id: 'FeatureScore', name: 'Compass Feature Score', paragraph: spacing(0, 120), run: size(11.5) },
  { id: 'Note', name: 'Compass Note', paragraph: spacing(0, 100), run: faint(9.5) },
  { id: 'ToClose', name: 'Compass To Close', paragraph: barred(18, colours.rule) + spacing(80, 120) + indent },
  { id: 'Warning', name: 'Compass Warning', paragraph: barred(24, colours.bad) + spacing(60, 120) + indent },
  { id: 'ListBullet', name: 'List Bullet', paragraph: `<w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>${spacing(0, 80)}` },
  { id: 'Evidence', name: 'Compass Evidence', basedOn: 'ListBullet', paragraph: spacing(0, 60), run: size(9.5) },
  { id: 'TableText', name: 'Compass Table Text', paragraph: spacing(30, 30), run: size(9) },
  { id: 'TableHead', name: 'Compass Table Head', basedOn: 'TableText', paragraph: '<w:keepNext/>', run: bold },
  { id: 'Caption', name: 'caption', next: 'Normal', paragraph: spacing(60, 160), run: faint(8.5) },
  { id: 'Header', name: 'header', paragraph: border('bottom', 4, 4, colours.rule) + spacing(0, 0), run: faint(8.5) },
  { id: 'Footer', name: 'footer', paragraph: rightTab() + spacing(0, 0), run: faint(8.5) },
];

function heading(level: 1 | 2 | 3, paragraph: string, run: string): ParagraphStyle {
  const outline = `<w:outlineLvl w:val="${level - 1}"/>`;
  return { id: `Heading${level}`, name: `heading ${level}`, next: 'Normal', paragraph: `${paragraph}${outline}`, run };
}

function ownStyle(name = ''): string {
  return name.startsWith('Compass') ? ' w:customStyle="1"' : '';
}

function styleXml({ id, name, basedOn = 'Normal', next, paragraph = '', run = '' }: ParagraphStyle): string {
  const after = next ? `<w:next w:val="${next}"/>` : '';
  const properties = `${paragraph && `<w:pPr>${paragraph}</w:pPr>`}${run && `<w:rPr>${run}</w:rPr>`}`;
  return `<w:style w:type="paragraph"${ownStyle(name)} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${after}<w:qFormat/>${properties}</w:style>`;
}

const barFont = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>';

const characterStyles = [
  ['Strong', 'Strong', bold],
  ['Emphasis', 'Emphasis', '<w:i/><w:iCs/>'],
  ['Code', 'Compass Id', '<w:noProof/>'],
  ['Bar', 'Compass Bar', `${barFont}<w:noProof/>${size(9)}`],
].map(
  ([id, name, run]) =>
    `<w:style w:type="character"${ownStyle(name)} w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`,
);

const line = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${colours.rule}"/>`;
const cellMargins =
  '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>';

const tableStyles = [
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>',
  '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="table" w:customStyle="1" w:styleId="CompassTable"><w:name w:val="Compass Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>',
  `<w:tblPr><w:tblBorders>${line('top')}${line('bottom')}${line('insideH')}</w:tblBorders>${cellMargins}</w:tblPr>`,
  `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${colours.shade}"/></w:tcPr></w:tblStylePr></w:style>`,
].join('');

/** Word's spelling check needs a country; the English sentences of compass are British. */
const languageTags: Readonly<Record<string, string>> = { en: 'en-GB', ar: 'ar-SA', zh: 'zh-CN' };

/** Sans-serif fonts of East Asian languages that Word has on most machines. Others take a font of their own in its place. */
const eastAsianFonts: Readonly<Record<string, string>> = { zh: 'Microsoft YaHei', ja: 'Yu Gothic', ko: 'Malgun Gothic' };

/** `word/styles.xml`. @param tag the language of the document, a BCP 47 tag */
export function stylesXml(tag: string): string {
  const isRtl = directionOf(tag) === 'rtl';
  const language = escapeXml(languageTags[tag] ?? tag);
  const eastAsian = eastAsianFonts[tag] ?? 'Arial';
  const fonts = `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="${eastAsian}" w:cs="Arial"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${colour(colours.ink)}${size(10)}<w:lang w:val="${isRtl ? 'en-GB' : language}" w:eastAsia="${language}" w:bidi="${isRtl ? language : 'ar-SA'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const leftToRight = paragraphStyles.map(styleXml).join('');
  // A border has the side that it names, while an indent begins where a line begins.
  const styles = isRtl ? leftToRight.replaceAll('<w:left w:val="single"', '<w:right w:val="single"') : leftToRight;
  const direction = isRtl ? '<w:pPr><w:bidi/></w:pPr>' : '';
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${direction}</w:style>`;
  return `${declaration}<w:styles ${namespace}>${defaults}${normal}${styles}${characterStyles.join('')}${tableStyles}</w:styles>`;
}

/** `word/numbering.xml`: one kind of bullet. */
export const numberingXml = `${declaration}<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** `word/settings.xml`. Without the mode, Word 2013 and later open it in compatibility mode. */
export const settingsXml = `${declaration}<w:settings ${namespace}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
