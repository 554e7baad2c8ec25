import type { Refused, Saved } from '../api'
import { attempt } from './attempt.svelte'

/** What keeping a recovery key asks of Go. */
export interface RecoveryApi {
  saveRecovery(recovery: string, title: string): Promise<Saved>
}

/** The groups in which a recovery key is shown and asked back. The first one is the same in every key. */
export const groups = (recovery: string): string[] => recovery.match(/^AGE-SECRET-KEY-1|.{1,6}/g) ?? []

/** How many characters a whole recovery key has. */
export const whole = 74

/** A recovery key that is shown once, and of which one group is asked back. */
export class RecoveryKey {
  key = $state('')
  /** Which group is asked back, from 0. */
  asked = $state(0)
  answer = $state('')
  /** Where it was saved. */
  saved = $state('')
  trouble = $state.raw<Refused>()
  readonly #api: RecoveryApi

  constructor(api: RecoveryApi) {
    this.#api = api
  }

  readonly groups: readonly string[] = $derived(groups(this.key))
  /** Whether the group that was asked for is the one that was typed. */
  readonly proven: boolean = $derived(
    this.answer.trim().toUpperCase() === this.groups[this.asked] && this.groups.length > 0,
  )

  show(key: string): void {
    this.clear()
    this.key = key
    // One of those that differ, and whole.
    this.asked = 1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % Math.max(groups(key).length - 2, 1))
  }

  async save(title: string): Promise<void> {
    await attempt(this, async () => {
      this.saved = (await this.#api.saveRecovery(this.key, title)).path || this.saved
    })
  }

  clear(): void {
    this.key = this.answer = this.saved = ''
    this.trouble = undefined
  }
}
