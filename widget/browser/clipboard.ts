/**
 * Copies text to the clipboard. Resolves with `false` when the browser refuses: without permission, or on a plain HTTP page,
 * which has no clipboard.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
