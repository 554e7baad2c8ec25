import type { Format, Recognised, Refused, Released, ReleaseShown, Saved } from '../api'
import { attempt } from './attempt.svelte'
import { toClipboard } from './clipboard'

/** What the releases of an account ask of Go. */
export interface ReleasesApi {
  releases(account: string): Promise<Released[]>
  showRelease(release: string): Promise<ReleaseShown>
  withdraw(release: string, withdrawn: boolean): Promise<Released[]>
  supersede(later: string, earlier: string): Promise<Released[]>
  saveRelease(release: string, format: Format, title: string): Promise<Saved>
  recognise(title: string): Promise<Recognised>
  /** The bytes of a file, as they left. */
  pages(path: string): Promise<Uint8Array<ArrayBuffer>>
}

/** What has left of an account, newest first, and the one that is looked at. */
export class Releases {
  list = $state.raw<readonly Released[]>()
  at = $state('')
  shown = $state.raw<ReleaseShown>()
  /** The PDF of the one that is looked at. */
  pdf = $state.raw<Uint8Array<ArrayBuffer>>()
  /** What a file was found to be. */
  recognised = $state.raw<Recognised>()
  /** Where a file went, in this sitting. */
  saved = $state('')
  /** Whether its Markdown was put on the clipboard last. */
  copied = $state(false)
  trouble = $state.raw<Refused>()
  #account = ''
  readonly #api: ReleasesApi

  constructor(api: ReleasesApi) {
    this.#api = api
  }

  readonly current: Released | undefined = $derived(this.list?.find((each) => each.id === this.at))

  /** Shows what has left of an account, and of it what left last. */
  async open(account: string): Promise<void> {
    if (account !== this.#account) this.clear()
    this.#account = account
    await this.#read()
    await this.look(this.list?.[0]?.id ?? '')
  }

  #read(): Promise<unknown> {
    return attempt(this, async () => void (this.list = await this.#api.releases(this.#account)))
  }

  clear(): void {
    this.#account = ''
    this.list = undefined
    this.at = ''
    this.shown = undefined
    this.pdf = undefined
    this.recognised = undefined
    this.#new()
    this.trouble = undefined
  }

  /** Looks at one of them. */
  async look(id: string): Promise<void> {
    this.at = id
    this.#new()
    if (this.shown?.id !== id) {
      this.shown = undefined
      this.pdf = undefined
    }
    if (!id) return
    await attempt(this, async () => {
      const shown = await this.#api.showRelease(id)
      if (this.at !== id) return
      this.shown = shown
      const pdf = shown.pdf ? await this.#api.pages(shown.pdf) : undefined
      if (this.at === id) this.pdf = pdf
    })
  }

  #new(): void {
    this.saved = ''
    this.copied = false
  }

  /** Looks at the one before or after. */
  step(by: number): void {
    const list = this.list ?? []
    const at = list.findIndex((each) => each.id === this.at)
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)]
    if (next && next.id !== this.at) void this.look(next.id)
  }

  /** Reads them again, after something else has changed them. */
  refresh(): Promise<unknown> {
    return this.#account ? this.#read() : Promise.resolve()
  }

  withdraw(withdrawn: boolean): Promise<unknown> {
    return attempt(this, async () => void (this.list = await this.#api.withdraw(this.at, withdrawn)))
  }

  /** Says that the one that is looked at takes the place of an earlier one, or of none. */
  supersede(earlier: string): Promise<unknown> {
    return attempt(this, async () => void (this.list = await this.#api.supersede(this.at, earlier)))
  }

  /** Saves a file again, byte for byte as it left. */
  save(format: Format, title: string): Promise<unknown> {
    return attempt(this, async () => {
      const { path } = await this.#api.saveRelease(this.at, format, title)
      if (!path) return
      this.#new()
      this.saved = path
    })
  }

  /** Puts the Markdown on the clipboard, as it left. */
  async copy(): Promise<void> {
    const { shown } = this
    if (!shown?.markdown) return
    await attempt(this, async () => {
      await toClipboard(this.#api.pages(shown.markdown).then((file) => new TextDecoder().decode(file)))
      this.#new()
      this.copied = this.at === shown.id
    })
  }

  /** Says which release a file is; of this account it is then looked at. */
  recognise(title: string): Promise<unknown> {
    return attempt(this, async () => {
      const found = await this.#api.recognise(title)
      if (!found.name) return
      this.recognised = found
      const here = found.releases.find((each) => this.list?.some((one) => one.id === each.id))
      if (here) await this.look(here.id)
    })
  }
}
