import { backoff } from './backoff.js'
import { serviceNow } from './clocks.js'
import { recent } from './recent.js'

const kinds = ['count', 'changed', 'alarm', 'presence']
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('live') : null
const heard = recent()
let isUp = false
let lastHeard = Date.parse(document.querySelector('meta[name="now"]')?.content ?? '') || serviceNow()

const say = (type, detail) => { lastHeard = serviceNow(); document.dispatchEvent(new CustomEvent(`live:${type}`, { detail })) }
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
    if (data.type === 'asks') { if (leads) answer(data.since) } else say(data.type, data.detail)
  })
  channel.postMessage({ type: 'asks', since: lastHeard })
  navigator.locks.request('live', () => { leads = true; return listen(url) })
}

// Hearing a thing twice changes nothing, so every tab may hear the answer.
function answer(since) {
  channel.postMessage({ type: isUp ? 'up' : 'down', detail: {} })
  for (const said of heard.since(since)) channel.postMessage(said)
}

/** Never settles: the lock is held until the tab goes. */
async function listen(url) {
  for (let failures = 0; ; failures++) {
    const opened = await connection(`${url}?since=${encodeURIComponent(new Date(lastHeard).toISOString())}`)
    if (opened) failures = 0
    await new Promise(resolve => setTimeout(resolve, backoff(failures)))
  }
}

function connection(url) {
  return new Promise(resolve => {
    const source = new EventSource(url)
    let opened = false
    let beat
    const end = () => { clearTimeout(beat); source.close(); isUp = false; tell('down', {}); resolve(opened) }
    // A half-open connection looks alive: once the service has sent a beat, missing three means it is gone.
    const listening = () => { clearTimeout(beat); beat = setTimeout(end, 45_000); tell('beat', {}) }
    source.addEventListener('open', () => { opened = true; isUp = true; tell('up', {}) })
    source.addEventListener('error', end)
    source.addEventListener('beat', listening)
    for (const type of kinds) source.addEventListener(type, ({ data }) => pass(type, JSON.parse(data)))
  })
}

function pass(type, detail) {
  heard.add(serviceNow(), { type, detail })
  tell(type, detail)
}
