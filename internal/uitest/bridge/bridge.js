// What Wails injects into the page, over HTTP. Served in tests only.
{
  const call = async (name, args) => {
    const answer = await fetch('/__call/' + name, { method: 'POST', body: JSON.stringify(args) })
    const { result, error } = await answer.json()
    if (error !== undefined) throw error
    return result
  }
  const within = (name) =>
    new Proxy({}, { get: (_, method) => (...args) => call(name + '.' + method, args) })
  window.go = { app: new Proxy({}, { get: (_, type) => within('app.' + type) }) }

  const heard = new Map()
  window.runtime = {
    EventsOn(name, listener) {
      const listeners = heard.get(name) ?? new Set()
      heard.set(name, listeners.add(listener))
      return () => listeners.delete(listener)
    },
  }
  new EventSource('/__events').onmessage = ({ data }) => {
    for (const listener of heard.get(data) ?? []) listener()
  }
}
