// Most screens are loaded once the first content is on screen: before it, they would only make it wait.

let loaded = $state.raw<typeof import('./day')>()

/** The screens that are gone to, and what lies over a screen; undefined until they are loaded. */
export const day = () => loaded

/** Loads them. */
export async function load(): Promise<void> {
  loaded ??= await import('./day')
}
