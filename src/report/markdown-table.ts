/** A table from cells that are escaped already. */
export function markdownTable(
  head: readonly string[],
  aligns: readonly ('left' | 'right')[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(aligns.map((align) => (align === 'right' ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
