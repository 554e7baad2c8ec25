// pdf.js, loaded with the preview and nowhere else. Its worker is a file of our own: it would make one of a blob.
import { getDocument, GlobalWorkerOptions, TextLayer, type PDFDocumentProxy } from 'pdfjs-dist'
import type { Stand } from '../api'
import { isClock, standing } from './stands'
import Worker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'

export type Pages = PDFDocumentProxy

/** The pages of a finished PDF. The bytes stay usable. */
export function read(bytes: Uint8Array): Promise<Pages> {
  GlobalWorkerOptions.workerPort ??= new Worker()
  return getDocument({
    data: bytes.slice(),
    // Letters are drawn as the shapes that lie in the file, not by fonts of the system.
    disableFontFace: true,
    isEvalSupported: false,
    useWasm: false,
    disableAutoFetch: true,
  }).promise
}

/** The words of a page, a paragraph each: lines that follow each other closely are one. */
export async function paragraphs(pages: Pages, n: number): Promise<string[]> {
  const { items } = await (await pages.getPage(n)).getTextContent()
  const out: string[] = []
  let text = ''
  let last: { y: number; height: number } | undefined
  for (const item of items) {
    if (!('str' in item) || !item.str) continue
    const y: number = item.transform[5]
    const far = last && Math.abs(last.y - y) > 1.6 * Math.max(last.height, item.height)
    if (far) {
      out.push(text)
      text = ''
    } else if (last && last.y !== y && !text.endsWith(' ')) text += ' '
    text += item.str
    if (item.height) last = { y, height: item.height }
  }
  return [...out, text].map((each) => each.trim()).filter(Boolean)
}

/** Draws a page into a canvas, and its words over it, so that they can be selected. */
export async function draw(pages: Pages, n: number, canvas: HTMLCanvasElement, over: HTMLElement): Promise<void> {
  const page = await pages.getPage(n)
  const wide = canvas.parentElement?.clientWidth ?? 600
  const scale = wide / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  const sharp = Math.min(devicePixelRatio || 1, 2)
  canvas.width = Math.floor(viewport.width * sharp)
  canvas.height = Math.floor(viewport.height * sharp)
  await page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] }).promise
  over.replaceChildren()
  over.style.setProperty('--total-scale-factor', String(scale))
  await new TextLayer({ textContentSource: page.streamTextContent(), container: over, viewport }).render()
}

/** Puts a frame around each of the words that stand for something, where they lie over the page. */
export function outline(
  over: HTMLElement,
  into: HTMLElement,
  stands: readonly Stand[],
  name: (text: string, kind: Stand['kind']) => string,
): void {
  into.replaceChildren()
  const { left, top, width, height } = over.getBoundingClientRect()
  for (const span of over.querySelectorAll<HTMLElement>('span')) {
    const [node] = span.childNodes
    const text = node instanceof Text ? node.data : ''
    if (!text || isClock(text)) continue
    for (const { from, to, stand } of standing(text, stands)) {
      if (!stand || !node) continue
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      const at = range.getBoundingClientRect()
      const mark = document.createElement('span')
      mark.dataset['stands'] = ''
      mark.tabIndex = -1
      mark.role = 'img'
      mark.ariaLabel = name(stand.text, stand.kind)
      // In hundredths of the page: it may become wider before it is drawn anew.
      mark.style.left = `${(100 * (at.left - left)) / width}%`
      mark.style.top = `${(100 * (at.top - top)) / height}%`
      mark.style.width = `${(100 * at.width) / width}%`
      mark.style.height = `${(100 * at.height) / height}%`
      into.append(mark)
    }
  }
}
