import { refused, type Refused } from '../api'

/** Something asked of Go that takes a moment, and may be refused. */
export class Attempt {
  busy = $state(false)
  trouble = $state.raw<Refused>()

  /** Runs the work, unless some is under way; undefined where it was refused. */
  protected async try<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.trouble = undefined
    try {
      return await work()
    } catch (reason) {
      this.trouble = refused(reason)
      return undefined
    } finally {
      this.busy = false
    }
  }
}
