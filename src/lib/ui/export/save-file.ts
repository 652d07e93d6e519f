/**
 * Hands a file to the browser's downloads.
 */

/** Long enough for the slowest browser to have begun to read the file. */
const READ_WITHIN = 60_000;

/** Downloads the content under a name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, READ_WITHIN);
}
