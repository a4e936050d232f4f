import { backoff } from './backoff.js'

const kinds = ['count', 'changed', 'alarm', 'presence']
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('live') : null
const say = (type, detail) => document.dispatchEvent(new CustomEvent(`live:${type}`, { detail }))
const tell = (type, detail) => { say(type, detail); channel?.postMessage({ type, detail }) }

/**
 * What happens elsewhere, as `live:count`, `live:changed`, `live:alarm` and `live:presence` events on the document, and `live:up` and
 * `live:down` about the connection. All tabs of a browser share one: the tab holding the lock listens and passes on.
 */
export function startLive() {
  if (!document.body.dataset.person || !('EventSource' in window)) return
  const url = document.body.dataset.live || '/live'
  if (!channel || !navigator.locks) return void listen(url)
  let leads = false
  channel.addEventListener('message', ({ data }) => {
    if (data.type === 'asks') { if (leads) channel.postMessage({ type: isUp ? 'up' : 'down', detail: {} }) } else say(data.type, data.detail)
  })
  channel.postMessage({ type: 'asks' })
  navigator.locks.request('live', () => { leads = true; return listen(url) })
}

let isUp = false

/** Never settles: the lock is held until the tab goes. */
async function listen(url) {
  for (let failures = 0; ; failures++) {
    const opened = await connection(url)
    if (opened) failures = 0
    await new Promise(resolve => setTimeout(resolve, backoff(failures)))
  }
}

function connection(url) {
  return new Promise(resolve => {
    const source = new EventSource(url)
    let opened = false
    let beat
    const end = () => { clearTimeout(beat); source.close(); if (isUp || !opened) { isUp = false; tell('down', {}) } resolve(opened) }
    // A half-open connection looks alive: once the service has sent a beat, missing three means it is gone.
    const heard = () => { clearTimeout(beat); beat = setTimeout(end, 45_000) }
    source.addEventListener('open', () => { opened = true; isUp = true; tell('up', {}) })
    source.addEventListener('error', end)
    source.addEventListener('beat', heard)
    for (const kind of kinds) source.addEventListener(kind, ({ data }) => tell(kind, JSON.parse(data)))
  })
}
