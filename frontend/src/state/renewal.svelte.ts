import type { Secured, Start } from '../api'
import { Attempt } from './attempt.svelte'
import { RecoveryKey, type RecoveryApi } from './recovery.svelte'

/** What renewing the recovery key asks of Go. */
export interface RenewalApi extends RecoveryApi {
  drawRecovery(passphrase: string): Promise<Secured>
  useRecovery(passphrase: string, recovery: string): Promise<Start>
}

/** A recovery key takes the place of the present one, once it is proven that somebody has it. */
export class Renewal extends Attempt {
  passphrase = $state('')
  readonly recovery: RecoveryKey
  readonly #api: RenewalApi

  constructor(api: RenewalApi) {
    super()
    this.#api = api
    this.recovery = new RecoveryKey(api)
  }

  /** Shows a new key. The one before is still the one that opens the journal. */
  async draw(): Promise<void> {
    if (!this.passphrase) return
    const drawn = await this.try(() => this.#api.drawRecovery(this.passphrase))
    if (drawn) this.recovery.show(drawn.recovery)
    else this.passphrase = ''
  }

  /** Puts it in the place of the one before; whether that was done. */
  async use(): Promise<boolean> {
    if (!this.recovery.proven) return false
    return !!(await this.try(() => this.#api.useRecovery(this.passphrase, this.recovery.key)))
  }

  clear(): void {
    this.passphrase = ''
    this.recovery.clear()
    this.trouble = undefined
  }
}
