import { symbol } from '../symbols.ts';
import { decodeWindows1252 } from '../windows-1252.ts';

/** Windows code pages for the character sets that a font table names. */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
const encodings: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};
const symbolCharset = 2;
/** Characters. No font has a longer name. */
const longestName = 100;

type Decoder = InstanceType<typeof TextDecoder>;

interface Font {
  charset: number;
  name: string;
}

/** Turns the bytes of an RTF file into text, by the font in which they stand. */
export class Fonts {
  readonly #fonts = new Map<number, Font>();
  readonly #decoders = new Map<string, Decoder>();
  #current: Font = { charset: 0, name: '' };
  /** The code page of the document. */
  codePage = 1252;

  define(number: number): void {
    this.#current = { charset: 0, name: '' };
    this.#fonts.set(number, this.#current);
  }

  setCharset(charset: number): void {
    this.#current.charset = charset;
  }

  addName(letters: string): void {
    const { name } = this.#current;
    this.#current.name = name + letters.slice(0, Math.max(0, longestName - name.length));
  }

  decode(bytes: string, number: number): string {
    const font = this.#fonts.get(number);
    if (font?.charset === symbolCharset)
      return [...bytes].map((byte) => (byte === ' ' ? byte : symbol(font.name, byte.charCodeAt(0)))).join('');
    if (/^[\0-\x7f]*$/.test(bytes)) return bytes;
    const page = charsets[font?.charset ?? 0] ?? this.codePage;
    const codes = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
    const encoding = encodings[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252');
    return encoding === 'windows-1252' ? decodeWindows1252(codes) : this.#decoder(encoding).decode(codes);
  }

  /** A character given by its Unicode number: signs of a symbol font have private-use numbers. */
  character(code: number, number: number): string {
    const font = this.#fonts.get(number);
    return code >= 0xf000 && code <= 0xf0ff ? symbol(font?.name || 'Symbol', code) : String.fromCharCode(code);
  }

  #decoder(encoding: string): Decoder {
    const known = this.#decoders.get(encoding);
    if (known) return known;
    const decoder = new TextDecoder(encoding);
    this.#decoders.set(encoding, decoder);
    return decoder;
  }
}
