import { Parser } from 'htmlparser2';

const known = new Map<string, string>();
/** As many different entities as a text may have. */
const maxKnown = 3000;

/** A text with the characters that its entities stand for: `&nbsp;`, `&#8212;`, `&ldquo;`. An unknown one stays as it is. */
export function decodedEntities(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi, decoded) : text;
}

function decoded(entity: string): string {
  let text = known.get(entity);
  if (text === undefined) {
    text = '';
    const parser = new Parser({
      ontext: (part) => {
        text += part;
      },
    });
    parser.end(entity);
    if (known.size < maxKnown) known.set(entity, text);
  }
  return text;
}
