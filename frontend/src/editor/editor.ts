// What text is typed into: CodeMirror, made to look and sound like a field of the page.
//
// A textarea was measured beside it in the same WebKitGTK: it takes 5 MB of pasted log lines in 49 s and each key after
// that in 2 s, where CodeMirror takes 0.2 s and 0.02 s; and WebKitGTK gives a textarea no undo.
import { history, isolateHistory, redo, standardKeymap, undo } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'

/** What stands around the text, for eyes and for a screen reader. It may change while somebody types. */
export interface Around {
  /** What a screen reader calls it. */
  readonly label: string
  /** Shown while there is no text. */
  readonly ask?: string
  /** More attributes of the element that has the keyboard. */
  readonly attributes?: Readonly<Record<string, string>>
}

/** What an editor tells. */
export interface Heard {
  key?(event: KeyboardEvent): void
  blur?(): void
}

/** What is typed without a pause, in milliseconds, is one step of undo. */
const pause = 800

// A paste is a step of its own, however fast the typing that follows.
const pastesAlone = EditorState.transactionExtender.of((tr) =>
  tr.isUserEvent('input.paste') || tr.isUserEvent('input.drop') ? { annotations: isolateHistory.of('full') } : null,
)

const looks = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'var(--leading)' },
  '.cm-content': { padding: '0', caretColor: 'var(--time)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--quiet)' },
})

// Enter belongs to the window, which keeps the line with it; with Shift it breaks the line. Tab is not bound: it leaves.
const keys = keymap.of([
  // Where nothing is left to take back, and nothing stands there, Ctrl+Z is the window's.
  { key: 'Mod-z', run: (view) => undo(view) || view.state.doc.length > 0 },
  { key: 'Mod-Shift-z', run: (view) => redo(view) || view.state.doc.length > 0 },
  { key: 'Mod-y', run: (view) => redo(view) || view.state.doc.length > 0 },
  { key: 'Shift-Enter', run: breakLine },
  ...standardKeymap.filter(({ key }) => key !== 'Enter'),
])

function breakLine(view: EditorView): boolean {
  view.dispatch(view.state.replaceSelection('\n'), { scrollIntoView: true, userEvent: 'input' })
  return true
}

/** An editor in a place of the page. Destroy it. */
export class Editor {
  readonly #view: EditorView
  readonly #around = new Compartment()
  readonly #heard: Heard
  readonly #still: Extension
  #attributes: Extension = []

  /** The nonce lets its styles past the content security policy. Still: what stands in it can only be read. */
  constructor(parent: HTMLElement, nonce: string, heard: Heard = {}, still = false) {
    this.#heard = heard
    this.#still = [
      EditorView.cspNonce.of(nonce),
      EditorView.lineWrapping,
      looks,
      // Before the keys of its own, which leave nothing of what they take.
      EditorView.domEventHandlers({
        keydown: (event) => this.#heard.key?.(event),
        blur: () => this.#heard.blur?.(),
      }),
      still
        ? [EditorState.readOnly.of(true), EditorView.editable.of(false)]
        : [history({ newGroupDelay: pause }), pastesAlone, keys],
    ]
    this.#view = new EditorView({ parent, state: this.#fresh('') })
  }

  /** Begins with another text; the caret is at its end unless said. The listener is told the text after every change. */
  begin(text: string, heard?: (text: string) => void, [from, to] = [text.length, text.length]): void {
    this.#view.setState(this.#fresh(text, heard))
    const { length } = this.#view.state.doc
    const selection = { anchor: Math.min(from, length), head: Math.min(to, length) }
    this.#view.dispatch({ selection, scrollIntoView: true })
  }

  /** Puts this around the text. */
  around({ label, ask, attributes }: Around): void {
    this.#attributes = [
      EditorView.contentAttributes.of({ 'aria-label': label, ...attributes }),
      ask ? placeholder(ask) : [],
    ]
    this.#view.dispatch({ effects: this.#around.reconfigure(this.#attributes) })
  }

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    this.#view.destroy()
  }

  #fresh(text: string, heard?: (text: string) => void): EditorState {
    // Each text tells its own listener: a change that arrives late still reaches the line it was made to.
    const listener = EditorView.updateListener.of((update) => {
      if (update.docChanged) heard?.(update.state.doc.toString())
    })
    return EditorState.create({ doc: text, extensions: [this.#still, listener, this.#around.of(this.#attributes)] })
  }
}

/** The selection in the editor that the element belongs to, counted from the end of its text. */
export function selection(element: HTMLElement): { from: number; to: number } | undefined {
  const state = EditorView.findFromDOM(element)?.state
  return state && { from: state.doc.length - state.selection.main.from, to: state.doc.length - state.selection.main.to }
}

/** Puts the selection back, and into sight. */
export function select(element: HTMLElement, { from, to }: { from: number; to: number }): void {
  const view = EditorView.findFromDOM(element)
  if (!view) return
  const { length } = view.state.doc
  const selection = { anchor: Math.max(length - from, 0), head: Math.max(length - to, 0) }
  view.dispatch({ selection, scrollIntoView: true })
}
