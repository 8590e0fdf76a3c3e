/** Text that parsers tend to handle wrongly. */
const pieces = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '&a ',
  '*a',
  '<<: ',
  '!!set ',
  '!!js/function ',
  '%YAML 1.1\n---\n',
  '---\n',
  '...\n',
  '? ',
  '- ',
  ': ',
  '\t',
  '"',
  "'",
  '|\n',
  '>-\n',
  '{',
  '}',
  '[',
  ']',
  '#',
  '\r\n',
  '\r',
  '\0',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\ufffe',
  '\ud800',
  'null',
  '~',
  'true',
  '.inf',
  '.nan',
  '-0',
  '1e999',
  '99999999999999999999',
  '-1',
  '0x1f',
  '0o17',
  '1_000',
  '2026-03-02',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!ENTITY x "y">',
  '&x;',
  '&#0;',
  '&#x110000;',
  '&amp',
  '<?xml version="1.0" encoding="utf-16"?>',
  'Article 1\n\n',
  'art. ',
  '(a)',
  '(1)',
  '1.',
  '1.1.1 ',
  'annex ',
  '§ ',
  'iii)',
  'MMMM',
  '[...]',
  '...',
  '\u00ad',
  'ﬁ',
  '“',
  '—',
  '\u0130',
  '=cmd|',
  '@',
  '%0A',
  '::',
  '${',
  '{0}',
  '[x](javascript:y)',
  '`',
  '|',
  '\\',
  '\\u0000',
  '\\x',
  '../',
  'C:\\',
  'level: ',
  'evidence: ',
  'was: ',
  'quote: ',
  'notApplicable: ',
  '"__proto__":',
].map((piece) => Buffer.from(piece));

/** A variant of an input, with one to eight random changes, truncated to `longest` bytes. */
export function mutated(input: Uint8Array, other: Uint8Array, next: (below: number) => number, longest = 4000): Uint8Array {
  let bytes: Uint8Array = Buffer.from(input);
  const changes = 1 << next(4);
  for (let change = 0; change < changes; change++) bytes = changed(bytes, other, next).subarray(0, longest);
  return bytes;
}

/** Makes one random change. */
function changed(bytes: Uint8Array, other: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(bytes.length + 1);
  const length = Math.min(bytes.length - at, 1 << next(9));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (next(9)) {
    case 0:
      return withByte(bytes, at, (byte) => byte ^ (1 << next(8)));
    case 1:
      return withByte(bytes, at, () => next(next(4) === 0 ? 256 : 128));
    case 2:
    case 3:
      return Buffer.concat([before, pieces[next(pieces.length)] ?? Buffer.alloc(0), after]);
    case 4:
      return Buffer.concat([before, after.subarray(length)]);
    case 5: {
      const to = next(bytes.length + 1);
      return Buffer.concat([bytes.subarray(0, to), after.subarray(0, length), bytes.subarray(to)]);
    }
    case 6: {
      const from = next(other.length + 1);
      return Buffer.concat([before, other.subarray(from, from + length), after.subarray(length)]);
    }
    case 7: {
      const piece = after.subarray(0, Math.min(length, 16));
      const times = 1 << next(7);
      return Buffer.concat([before, ...Array.from({ length: times }, () => piece), after]);
    }
    default:
      return withSwappedLines(bytes, next);
  }
}

function withByte(bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  const copy = Buffer.from(bytes);
  if (at < copy.length) copy[at] = change(copy[at] ?? 0);
  return copy;
}

function withSwappedLines(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const [from, to] = [next(lines.length), next(lines.length)];
  [lines[from], lines[to]] = [lines[to] ?? '', lines[from] ?? ''];
  return Buffer.from(lines.join('\n'), 'latin1');
}
