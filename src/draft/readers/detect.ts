const mimeType = 'application/vnd.oasis.opendocument.text';

/** Whether a zip archive is an OpenDocument text: its first part is `mimetype`, uncompressed, so that it can be seen here. */
export function isOdt(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 120));
  return start.includes(`mimetype${mimeType}`) && !/opendocument\.text-(?:web|master)/.test(start);
}

/** Whether the text of a file is RTF, whatever its name. */
export function isRtf(start: string): boolean {
  return /^\s*\{\\rtf\d?/.test(start);
}

/** Whether the text of a file is a web page saved as one file (MHTML) or an e-mail: it begins with the heads of one. */
export function isMhtml(start: string): boolean {
  const end = /\r?\n\r?\n/.exec(start.trimStart())?.index ?? start.length;
  const heads = start.trimStart().slice(0, end);
  return (
    /^[A-Za-z-]+:[^\n]*/.test(heads) && /^MIME-Version:/im.test(heads) && /^Content-Type:\s*(?:multipart|text)\//im.test(heads)
  );
}

/** Markup that is left in what passes for plain text, with the name of its format. */
const leftovers: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['RTF', /\\(?:par|pard|plain|rtf1|fs\d+|f\d+|lang\d+)\b/g],
  ['MHTML', /=(?:3D|20|E2=80=|C3=)|=\r?$/gm],
  ['HTML', /<\/(?:p|div|span|td|li)>/gi],
  ['base64', /^[A-Za-z0-9+/]{60,}={0,2}\r?$/gm],
];
/** As many pieces of markup in a text cannot be examples in its words. */
const minLeftovers = 8;

/** The format whose source a plain text is, in whole or in part; undefined for an ordinary text. */
export function leftoverOf(text: string): string | undefined {
  const start = text.slice(0, 200_000);
  return leftovers.find(([, pattern]) => (start.match(pattern)?.length ?? 0) >= minLeftovers)?.[0];
}

/** Whether a text is nothing but base64 data. */
export function isBase64(text: string): boolean {
  const start = text.slice(0, 20_000).trim();
  const lines = start.split(/\r?\n/);
  return (
    start.length > 200 &&
    lines.slice(0, -1).every((line) => /^[A-Za-z0-9+/]{40,}$/.test(line)) &&
    /^[A-Za-z0-9+/=\s]+$/.test(start)
  );
}

/** Whether a text is an answers file of compass, in YAML or JSON. */
export function isAnswersFile(text: string): boolean {
  return /(?:^[^\S\n]{0,20}|[{,]\s{0,20})["']?format["']?\s{0,20}:\s{0,20}["']?compass-answers\//m.test(text);
}
