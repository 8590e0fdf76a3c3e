/** Offers a file to be saved. */
export function download(name: string, content: string | Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // A browser may read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
