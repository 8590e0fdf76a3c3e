/** A piece of an RTF file. Text is given byte by byte: each character has the code of one byte. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'text'; readonly bytes: string };

/** Splits an RTF file into its pieces. Binary data is left out. */
export function* tokensOf(source: string): Generator<Token> {
  const pattern = /([{}])|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([^\\{}\r\n]+)|[\r\n]+/g;
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const [, brace, word, value, hex, symbol, text] = match;
    if (brace) yield brace === '{' ? { kind: 'open' } : { kind: 'close' };
    else if (word === 'bin') pattern.lastIndex += Math.max(0, Number(value ?? 0));
    else if (word) yield { kind: 'word', name: word, value: value === undefined ? undefined : Number(value) };
    else if (hex) yield { kind: 'text', bytes: String.fromCharCode(Number.parseInt(hex, 16)) };
    else if (symbol) yield { kind: 'symbol', name: symbol };
    else if (text) yield { kind: 'text', bytes: text };
  }
}
