import type {
  About,
  Exported,
  FindingKind,
  Language,
  Name,
  Preferences,
  Refused,
  Start,
  Theme,
} from '../api'
import { attempt } from './attempt.svelte'
import { choose, speak } from '../strings/index.svelte'

/** What the settings ask of Go. */
export interface SettingsApi {
  preferences(): Promise<Preferences>
  changePreferences(to: Preferences): Promise<Preferences>
  look(theme: Theme, language: Language): Promise<Start>
  names(): Promise<Name[]>
  addNames(list: string): Promise<Name[]>
  importNames(title: string): Promise<Name[]>
  removeName(kind: FindingKind, form: string): Promise<Name[]>
  exportAll(title: string): Promise<Exported>
  about(): Promise<About>
}

/** What holds before anything was read. */
export const defaults: Preferences = {
  theme: 'system',
  language: 'system',
  textSize: 16,
  night: 'auto',
  letters: true,
  secondZone: '',
  lockAfter: 15,
  paper: 'a4',
  quiet: [],
}

/** How one person wants the window. What is changed is kept at once. */
export class Settings {
  is = $state.raw<Preferences>(defaults)
  names = $state.raw<readonly Name[]>([])
  about = $state.raw<About>()
  exported = $state.raw<Exported>()
  trouble = $state.raw<Refused>()
  readonly #api: SettingsApi

  constructor(api: SettingsApi) {
    this.#api = api
  }

  /** Takes theme and language from the start: they are known before the journal is open. */
  begin({ theme, language }: Start): void {
    this.#show({ ...this.is, theme, language })
  }

  /** Reads how the window is to be, once the journal is open. */
  load = () => attempt(this, async () => this.#show(await this.#api.preferences()))

  /** Reads what the page of settings shows beside them. */
  open = () =>
    attempt(this, async () => {
      this.exported = undefined
      const [names, about] = await Promise.all([this.#api.names(), this.#api.about()])
      this.names = names
      this.about = about
    })

  /** Reads what is hidden in every release: the people and the systems that are known. */
  known = () => attempt(this, async () => void (this.names = await this.#api.names()))

  /** Changes some of them; the window follows before the disk answers. */
  change(to: Partial<Preferences>): Promise<unknown> {
    const next = { ...this.is, ...to }
    this.#show(next)
    return attempt(this, async () => this.#show(await this.#api.changePreferences(next)))
  }

  /** Adds names as typed; false if they were refused. */
  add(list: string): Promise<boolean> {
    return attempt(this, async () => void (this.names = await this.#api.addNames(list)))
  }
  import = (title: string) => attempt(this, async () => void (this.names = await this.#api.importNames(title)))
  remove = ({ kind, forms: [form = ''] }: Name) =>
    attempt(this, async () => void (this.names = await this.#api.removeName(kind, form)))
  export = (title: string) =>
    attempt(this, async () => {
      const exported = await this.#api.exportAll(title)
      this.exported = exported.folder ? exported : undefined
    })

  #show(is: Preferences): void {
    this.is = is
    speak(is.language === 'system' ? choose(navigator.languages) : is.language)
    const root = document.documentElement
    if (is.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = is.theme
    // In parts of the desktop's own size, so that its zoom counts too.
    root.style.fontSize = `${(is.textSize / 16) * 100}%`
  }
}
