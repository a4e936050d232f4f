import { clock } from './clock-words.js'
import { languageAt } from './words.js'

// The clock on the wall of a shared screen may be wrong; the page says what time the service had when it was written.
const said = Date.parse(document.querySelector('meta[name="now"]')?.content ?? '')
const skew = Math.abs(said - Date.now()) > 2000 ? said - Date.now() : 0
export const serviceNow = () => Date.now() + (skew || 0)

const limit = (element, name) => element.dataset[name] === undefined ? undefined : Number(element.dataset[name])

export function tick(root = document) {
  const now = serviceNow()
  for (const element of root.querySelectorAll('time[data-clock]')) {
    const at = Date.parse(element.dateTime)
    if (Number.isNaN(at)) continue
    const { words, state } = clock(element.dataset.clock, at, now, { soon: limit(element, 'clockSoon'), late: limit(element, 'clockLate'), language: languageAt(element) })
    if (element.textContent !== words) element.textContent = words
    const holder = element.closest('.clock')
    if (holder && (element.dataset.clockSoon || element.dataset.clockLate || element.dataset.clock === 'left')) holder.dataset.state = state
  }
}

export function startClocks() {
  tick()
  setInterval(() => { if (!document.hidden) tick() }, 1000)
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tick() })
  document.addEventListener('refreshed', () => tick())
}
