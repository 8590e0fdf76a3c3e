/** A file name as a word of a command that is printed to be copied: in quotes if a shell needs them, and never an option. */
export function shellWord(name: string): string {
  const path = name.startsWith('-') ? `./${name}` : name;
  return /^[\p{L}\p{N}_./@%+=:,-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
