/** A file name out of a title: letters and digits of any script, joined by hyphens. */
export function slug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.join('-').slice(0, 60) || 'draft';
  return devices.test(name) ? `${name}-draft` : name;
}

/** Names that Windows keeps for devices, whatever extension follows: a file by such a name can't be made there. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;
