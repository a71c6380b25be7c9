/** Milliseconds after which a browser has taken the file, so that its address may be let go. */
const taken = 10_000;

/** Hands a file to the person, in the way that the browser saves files. */
export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), taken);
}
