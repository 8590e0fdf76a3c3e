/** The Symbol font from 0x20 on, as Unicode; a space where it has no sign of its own. */
const symbolFont =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ' +
  '                                ' +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ';
/** The signs of Wingdings that stand in laws and forms. */
const wingdings: Readonly<Record<number, string>> = {
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
/** Stands for a sign whose meaning is not known, so that the words around it are not read as if there was none. */
const unknownSign = '\u25a1';

/**
 * The character for a sign of a symbol font.
 * @param code its code, with or without the private-use offset 0xF000
 */
export function symbol(font: string, code: number): string {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/wingdings|webdings/i.test(font)) return wingdings[own] ?? unknownSign;
  if (/symbol/i.test(font)) return symbolFont[own - 0x20]?.trim() || unknownSign;
  return code >= 0xe000 && code <= 0xf8ff ? unknownSign : String.fromCodePoint(code);
}

/** Replaces the private-use characters under which Word stores signs of the Symbol font in ordinary text. */
export function withoutPrivateUse(text: string, font: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (sign) => symbol(font || 'Symbol', sign.charCodeAt(0)));
}

/**
 * The character that a field such as `SYMBOL 179 \f "Symbol"` shows; empty if its code has none.
 * @param rest the code of the field after its name
 */
export function symbolOfField(rest: string): string {
  const [, number = ''] = /^\s*"?(0x[0-9a-f]+|\d+|[^\s\\])/i.exec(rest) ?? [];
  const code = /^(?:0x|\d{2,})/i.test(number) ? Number(number) : (number.codePointAt(0) ?? 0);
  const font = /\\f\s*(?:"([^"]*)"|([^\\\s]+))/.exec(rest);
  return code > 0 && code < 0x10000 ? symbol(font?.[1] ?? font?.[2] ?? '', code) : '';
}
