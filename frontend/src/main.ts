import { mount } from 'svelte'
import { MediaQuery } from 'svelte/reactivity'
import * as api from './api'
import { Desk } from './state/desk.svelte'
import App from './App.svelte'
import * as editor from './editor/load.svelte'
import * as screens from './screens/load.svelte'
import './styles/tokens.css'
import './styles/base.css'

// As wide as Journal.svelte asks for before it puts the panel beside the lines.
const wide = new MediaQuery('width >= 84rem')
const desk = new Desk(api, () => wide.current)
mount(App, { target: document.body, props: { desk } })

// The window asks for everything to be saved before it closes.
api.onFlush(() => desk.flush())

// A second start of the program means: write.
api.onAgain(() => void desk.write())

// The computer is about to sleep. Nobody asked, so nothing comes forward.
api.onLock(() => void desk.gate.lock(true))

// "firsthand note" has written something beside the window.
api.onArrived(() => void desk.arrive())

void desk.gate.start().then(() =>
  // The second frame begins after the first one with content has been drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      void api.painted(performance.now())
      void editor.load()
      void screens.load().then(() => Object.assign(desk, screens.day()?.beside(api)))
      void api.measures().then(async (wanted) => wanted && (await import('./measure')).measure(api.took))
    }),
  ),
)
