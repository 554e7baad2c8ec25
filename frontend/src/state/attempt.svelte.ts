import { refused, type Refused } from '../api'

/** What asks something of Go: why it was refused last, and whether it is under way, where somebody wants to know. */
interface Asker {
  trouble: Refused | undefined
  busy?: boolean
}

/** Does the work; false where it was refused, which is told as trouble. */
export async function attempt(on: Asker, work: () => Promise<unknown>): Promise<boolean> {
  const tells = 'busy' in on
  if (tells) on.busy = true
  on.trouble = undefined
  try {
    await work()
    return true
  } catch (reason) {
    on.trouble = refused(reason)
    return false
  } finally {
    if (tells) on.busy = false
  }
}

/** Something asked of Go that takes a moment, and may be refused. */
export class Attempt {
  busy = $state(false)
  trouble = $state.raw<Refused>()

  /** Runs the work, unless some is under way; undefined where it was refused. */
  protected async try<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    let done: T | undefined
    await attempt(this, async () => (done = await work()))
    return done
  }
}
