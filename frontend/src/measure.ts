// What keys and the timeline take, for a benchmark of the real window: loaded only where one runs.
import type { Timed } from './api'

/** Calls back once what the next frame shows is drawn. */
const drawn = (then: () => void) => requestAnimationFrame(() => setTimeout(then))

/** Tells what each key takes from now on, in milliseconds. */
export function measure(tell: (what: Timed, milliseconds: number) => unknown): void {
  addEventListener(
    'keydown',
    (event) => {
      const pressed = performance.now()
      const since = (what: Timed) => () => void tell(what, performance.now() - pressed)
      if (event.ctrlKey && event.key === '2') {
        const look = () =>
          document.querySelector('[data-part="timeline"] li') ? drawn(since('timeline')) : requestAnimationFrame(look)
        look()
      } else if (!event.ctrlKey && event.key.length === 1) {
        // What is drawn of it comes with the next frame, whenever the screen has one.
        setTimeout(since('key'))
        drawn(since('frame'))
      }
    },
    true,
  )
}
