import { Refused, refused, type Copied, type Format, type Prepared, type Receipt, type Saved } from '../api'
import { attempt } from './attempt.svelte'
import { toClipboard } from './clipboard'

/** What a preview asks of Go. */
export interface PreviewApi {
  prepare(account: string): Promise<Prepared>
  save(draft: string, format: Format, title: string): Promise<Saved>
  copy(draft: string): Promise<Copied>
  takePlace(draft: string, takes: boolean): Promise<void>
  discard(): Promise<void>
  /** The bytes of a draft's file, as they will leave. */
  pages(path: string): Promise<Uint8Array<ArrayBuffer>>
}

/** Refuses bytes that are not those of the receipt: what is shown is what will be saved. */
async function same(files: Receipt['files'], shown: { readonly [format in Format]?: Uint8Array<ArrayBuffer> | undefined }): Promise<void> {
  for (const { format, checksum } of files) {
    const bytes = shown[format]
    const found = bytes && new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const hex = found && Array.from(found, (byte) => byte.toString(16).padStart(2, '0')).join('')
    if (hex !== checksum) throw new Refused('gone', 'other bytes than those of the receipt')
  }
}

/** The document as it will leave, or why there is none. */
export class Preview {
  is = $state.raw<Prepared>()
  shown = $state<Format>('pdf')
  /** The PDF's bytes. */
  pdf = $state.raw<Uint8Array<ArrayBuffer>>()
  markdown = $state('')
  /** Where it was saved, in this sitting. */
  saved = $state('')
  copied = $state(false)
  /** Whether it takes the place of the earlier release that is offered. */
  takes = $state(false)
  busy = $state(false)
  trouble = $state.raw<Refused>()
  #instead = false
  /** Whether something is leaving: once at a time. */
  #leaving = false
  /** What leaves waits for the pages, and for what was said last of the earlier release. */
  #opened: Promise<unknown> = Promise.resolve()
  #taken: Promise<void> = Promise.resolve()
  readonly #api: PreviewApi

  constructor(api: PreviewApi) {
    this.#api = api
  }

  readonly ready: boolean = $derived(!!this.is?.draft)

  /** Makes the document of what is chosen now. */
  async open(account: string): Promise<void> {
    this.clear()
    this.#opened = attempt(this, async () => {
      const is = await this.#api.prepare(account)
      this.is = is
      if (!is.draft) return
      // Where there is no PDF the Markdown is shown, until there is one again.
      if (!is.pdf || this.#instead) this.shown = is.pdf ? 'pdf' : 'md'
      this.#instead = !is.pdf
      const [pdf, markdown] = await Promise.all([is.pdf ? this.#api.pages(is.pdf) : undefined, this.#api.pages(is.markdown)])
      if (this.is !== is) return
      await same(is.receipt.files, { pdf, md: markdown }).catch((reason) => {
        this.is = undefined
        throw reason
      })
      this.pdf = pdf
      this.markdown = new TextDecoder().decode(markdown)
    })
    await this.#opened
  }

  /** Forgets the document. */
  async close(): Promise<void> {
    const had = this.ready
    this.clear()
    if (had) await this.#api.discard().catch(() => undefined)
  }

  clear(): void {
    this.is = undefined
    this.pdf = undefined
    this.markdown = ''
    this.saved = ''
    this.copied = false
    this.takes = false
    this.#taken = Promise.resolve()
    this.trouble = undefined
  }

  /** Says whether it takes the place of the earlier release for the same audience. */
  async take(takes: boolean): Promise<void> {
    const { is } = this
    if (!is?.draft) return
    this.takes = takes
    this.#taken = this.#api.takePlace(is.draft, takes)
    await this.#taken.catch((reason) => {
      this.takes = !takes
      this.trouble = refused(reason)
    })
  }

  /** Saves what is shown, byte for byte, where the person says. */
  save(format: Format, title: string): Promise<void> {
    if (format === 'pdf' && !this.is?.pdf) return Promise.resolve()
    return this.#leave(async (draft, ready) => {
      await ready
      const { path } = await this.#api.save(draft, format, title)
      if (!path) return
      this.saved = path
      this.copied = false
    })
  }

  /** Puts the verified Markdown on the clipboard. */
  copy(): Promise<void> {
    return this.#leave(async (draft, ready) => {
      await toClipboard(ready.then(() => this.#api.copy(draft)).then((copied) => copied.text))
      this.copied = true
      this.saved = ''
    })
  }

  /** Lets a draft leave, once it is ready: once what is shown is what leaves. */
  async #leave(how: (draft: string, ready: Promise<void>) => Promise<void>): Promise<void> {
    const { is } = this
    if (!is?.draft || this.#leaving) return
    this.#leaving = true
    await attempt(this, () => how(is.draft, this.#ready(is)))
    this.#leaving = false
  }

  async #ready(is: Prepared): Promise<void> {
    await this.#opened
    await this.#taken
    if (this.is !== is) throw new Refused('gone', 'pages that are not shown')
  }
}
