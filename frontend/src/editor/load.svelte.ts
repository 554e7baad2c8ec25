// CodeMirror is loaded once the first content is on screen: before it, it would cost a tenth of the time until then.

let loaded = $state.raw<typeof import('./editor')>()

/** The editor; undefined until it is loaded. */
export const editor = () => loaded

/** Loads it. Whatever is being typed stays under the fingers. */
export async function load(): Promise<void> {
  loaded ??= await import('./editor')
}
