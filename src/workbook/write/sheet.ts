import { addressOf, columnLetters } from '../address.ts';
import type { Cell, Choices, Column, Print, Row, Rule, Sheet } from '../sheets.ts';
import { attributes, escapeText } from './escape.ts';
import type { StyleBook } from './styles.ts';

/** The part of a sheet, in pieces. Excel requires this order of its elements. */
export function* sheetXml(sheet: Sheet, styles: StyleBook, isFirst: boolean): Generator<string> {
  yield `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;
  yield propertiesXml(sheet) + viewXml(sheet, isFirst);
  yield `<sheetFormatPr defaultRowHeight="13"/>${columnsXml(sheet.columns)}<sheetData>`;
  let number = 0;
  for (const rows of [sheet.rows, sheet.furtherRows ?? []]) {
    for (const row of rows) {
      number += 1;
      yield rowXml(row, number, styles);
    }
  }
  yield '</sheetData>';
  yield afterRowsXml(sheet, styles);
  yield '</worksheet>';
}

function afterRowsXml(
  { locked, filter, merged = [], rules = [], choices = [], links = [], print }: Sheet,
  styles: StyleBook,
): string {
  const linkXml = links.map(({ cell, to }) => `<hyperlink${attributes({ ref: cell, location: to })}/>`);
  return [
    locked ? protection : '',
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    counted(
      'mergeCells',
      merged.map((ref) => `<mergeCell ref="${ref}"/>`),
    ),
    rules.map((rule, index) => ruleXml(rule, index + 1, styles)).join(''),
    counted('dataValidations', choices.map(choicesXml)),
    linkXml.length === 0 ? '' : `<hyperlinks>${linkXml.join('')}</hyperlinks>`,
    print ? printXml(print) : '',
  ].join('');
}

/** What stays allowed on a locked sheet: making columns wider and rows higher, filtering, sorting what is open. */
const protection =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

function counted(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function propertiesXml({ tab, print }: Sheet): string {
  const colour = tab === undefined ? '' : `<tabColor rgb="FF${tab}"/>`;
  return `<sheetPr>${colour}${print ? '<pageSetUpPr fitToPage="1"/>' : ''}</sheetPr>`;
}

function viewXml({ rightToLeft, frozen }: Sheet, isFirst: boolean): string {
  const view = attributes({
    showGridLines: 0,
    rightToLeft: rightToLeft && 1,
    tabSelected: isFirst ? 1 : undefined,
    workbookViewId: 0,
  });
  if (!frozen) return `<sheetViews><sheetView${view}/></sheetViews>`;
  const { rows, columns } = frozen;
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const topLeftCell = addressOf(rows + 1, columns + 1);
  const split = attributes({
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell,
    activePane: pane,
    state: 'frozen',
  });
  return `<sheetViews><sheetView${view}><pane${split}/><selection${attributes({ pane, activeCell: topLeftCell, sqref: topLeftCell })}/></sheetView></sheetViews>`;
}

function columnsXml(columns: readonly Column[]): string {
  if (columns.length === 0) return '';
  const each = columns.map(
    ({ width, hidden }, index) =>
      `<col${attributes({ min: index + 1, max: index + 1, width, customWidth: 1, hidden: hidden && 1 })}/>`,
  );
  return `<cols>${each.join('')}</cols>`;
}

function rowXml({ cells, height, hidden }: Row, number: number, styles: StyleBook): string {
  const each = cells.map((cell, index) => (cell ? cellXml(cell, columnLetters(index + 1) + number, styles) : ''));
  return `<row${attributes({ r: number, ht: height, hidden: hidden && 1 })}>${each.join('')}</row>`;
}

function cellXml({ value, formula, style }: Cell, address: string, styles: StyleBook): string {
  const number = styles.cell(style);
  const start = `<c r="${address}"${number === 0 ? '' : ` s="${number}"`}`;
  const written = formula === undefined ? '' : `<f>${escapeText(formula)}</f>`;
  if (typeof value === 'string' && formula === undefined) {
    return value === '' ? `${start}/>` : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`;
  }
  if (typeof value === 'string') return `${start} t="str">${written}<v>${escapeText(value)}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b">${written}<v>${value ? 1 : 0}</v></c>`;
  if (value === undefined) return written === '' ? `${start}/>` : `${start}>${written}</c>`;
  return `${start}>${written}<v>${value}</v></c>`;
}

function ruleXml(rule: Rule, priority: number, styles: StyleBook): string {
  const start = `<conditionalFormatting sqref="${rule.cells}">`;
  if ('formula' in rule) {
    const number = styles.rule(rule.style);
    return `${start}<cfRule type="expression" dxfId="${number}" priority="${priority}"><formula>${escapeText(rule.formula)}</formula></cfRule></conditionalFormatting>`;
  }
  const points = [0, 50, 100].map((value) => `<cfvo type="num" val="${value}"/>`).join('');
  const colours = rule.scale.map((colour) => `<color rgb="FF${colour}"/>`).join('');
  return `${start}<cfRule type="colorScale" priority="${priority}"><colorScale>${points}${colours}</colorScale></cfRule></conditionalFormatting>`;
}

/** What Excel can show of a prompt or a refusal. */
const [longestTitle, longestText] = [32, 255];

function choicesXml({ cells, list, date, prompt, refusal }: Choices): string {
  const values = attributes({
    type: date ? 'date' : list === undefined ? 'none' : 'list',
    operator: date && 'greaterThan',
    allowBlank: 1,
    showInputMessage: prompt && 1,
    showErrorMessage: refusal && 1,
    errorTitle: refusal && cut(refusal.title, longestTitle),
    error: refusal && cut(refusal.text, longestText),
    promptTitle: prompt && cut(prompt.title, longestTitle),
    prompt: prompt && cut(prompt.text, longestText),
    sqref: cells,
  });
  // 60 is 29 February 1900, after which Excel counts the days right.
  const formula = date ? '60' : list;
  return `<dataValidation${values}>${formula === undefined ? '' : `<formula1>${escapeText(formula)}</formula1>`}</dataValidation>`;
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}

function printXml({ pagesWide, footer }: Print): string {
  // In a footer, `&` begins a field: the page, and the number of pages.
  const text = cut(footer, 180).replaceAll('&', '&&');
  return [
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide}" fitToHeight="0"/>`,
    `<headerFooter><oddFooter>${escapeText(`&L&8${text}&R&8&A, &P / &N`)}</oddFooter></headerFooter>`,
  ].join('');
}
