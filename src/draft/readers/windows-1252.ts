/** The characters of Windows-1252 from 0x80 to 0x9F. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u009f'.replace('\u009f', 'Ÿ');

/** Decodes Windows-1252. Some versions of Node read it as Latin-1, which has control characters for its signs. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (control) => signs[control.charCodeAt(0) - 0x80] ?? control);
}
