import { holdBack } from './held.js'
import { morph } from './morph.js'
import { readFragment } from './request.js'

const waiting = new Map()
const stale = new Set()

/** Regions say what they show in `data-refresh="topic …"` and are fetched again, from their own page, when it changed. */
export function startRefresh() {
  document.addEventListener('live:changed', ({ detail: { topic } }) => {
    for (const region of document.querySelectorAll(`[data-refresh~="${CSS.escape(topic)}"]`)) ask(region.id)
  })
  // Whatever was said while the connection was down was not heard.
  let wasDown = false
  // An alarm raised between writing the page and listening would never be told: the bar is read once more.
  document.addEventListener('live:up', () => ask('frame-alarms'), { once: true })
  document.addEventListener('live:down', () => { wasDown = true })
  document.addEventListener('live:up', () => {
    if (!wasDown) return
    wasDown = false
    for (const region of document.querySelectorAll('[data-refresh]')) ask(region.id)
  })
  document.addEventListener('visibilitychange', () => { if (!document.hidden) for (const id of stale) { stale.delete(id); ask(id) } })
}

/** Many changes in a burst become one request; a hidden tab waits until it is looked at. */
export function ask(id) {
  if (!id || waiting.has(id)) return
  if (document.hidden) return void stale.add(id)
  waiting.set(id, setTimeout(async () => { try { await refresh(id) } finally { waiting.delete(id) } }, 200 + Math.random() * 200))
}

export async function refresh(id) {
  const region = document.getElementById(id)
  if (!region) return
  const page = await readFragment(region.dataset.refreshUrl || location.href, id).catch(() => null)
  const fresh = page?.getElementById(id)
  if (!fresh) return region.dispatchEvent(new CustomEvent('refreshfailed', { bubbles: true }))
  apply(region, document.importNode(fresh, true))
}

export function apply(region, fresh) {
  const pane = region.closest('.pane, .main')
  const top = pane?.scrollTop
  if (region.hasAttribute('data-held')) holdBack(region, fresh)
  else morph(region, fresh)
  if (pane && pane.scrollTop !== top) pane.scrollTop = top
  region.dispatchEvent(new CustomEvent('refreshed', { bubbles: true }))
}
