import { visible } from '../../text/plain-text.ts';

/** Parameters of a workflow command, in their order. */
export type Properties = Readonly<Record<string, string | number | undefined>>;

/**
 * A workflow command of GitHub Actions on a line of its own, its message in one line or several. No text can begin a second command:
 * the runner looks for `::` at the start of a line only, and takes the first command that it finds.
 */
export function toCommand(name: 'error' | 'warning' | 'notice', properties: Properties, ...lines: readonly string[]): string {
  const list = Object.entries(properties)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(String(value))}`]))
    .join(',');
  return `::${name}${list === '' ? '' : ` ${list}`}::${lines.map(data).join('%0A')}\n`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
