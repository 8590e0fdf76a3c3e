/** Compares versions of the form major.minor.patch: negative, zero or positive if `a` is before, equal to or after `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first number of a version of the form major.minor.patch, as text. */
export function majorOf(version: string): string {
  return version.split('.')[0] ?? '';
}
