/**
 * Puts a text on the clipboard. It is asked for within the key press or click, and may come later: a later asking would
 * not be let to the clipboard.
 */
export async function toClipboard(text: Promise<string>): Promise<void> {
  const item = text.then((text) => new Blob([text], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': item })])
  await text
}
