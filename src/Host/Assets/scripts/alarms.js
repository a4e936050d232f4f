import { tick } from './clocks.js'
import { startRinging } from './ring.js'
import { post } from './request.js'
import { toast } from './toasts.js'
import { say } from './words.js'

const region = () => document.querySelector('[data-alarms]')
const bars = () => [...(region()?.querySelectorAll('[data-alarm]') ?? [])]
const calmTitle = document.title

/** The alarm: a bar on every page, title and icon, sound and vibration (see ring.js), until somebody acknowledges it by name. */
export function startAlarms() {
  if (!region()) return
  document.addEventListener('live:alarm', ({ detail }) => detail.over ? lower(detail) : raise(detail))
  document.addEventListener('submit', acknowledge)
  document.addEventListener('refreshed', ({ target }) => { if (target.id === 'frame-alarms') settle() })
  // What sticks to the top, and where focus may scroll to, starts below the alarms, however many there are.
  new ResizeObserver(() => document.documentElement.style.setProperty('--frame-top', `${(document.querySelector('.bar')?.offsetHeight ?? 0) + region().offsetHeight}px`)).observe(region())
  show()
  startRinging(() => bars().length > 0)
}

// A list read while an alarm was on its way may lack it, or still hold one just acknowledged: what was told lately outweighs it.
const told = new Map()

function settle() {
  for (const [id, { at, alarm }] of told)
    if (Date.now() - at > 10_000) told.delete(id)
    else if (alarm) raise(alarm)
    else bars().find(bar => bar.dataset.alarm === id)?.remove()
  show()
}

function raise(alarm) {
  const { id, text, href, since, acknowledge: url } = alarm
  const shown = bars().find(bar => bar.dataset.alarm === id)
  if (shown) {
    // It goes further: the same alarm in other words.
    const words = shown.querySelector('[data-alarm-text]')
    if (words.textContent !== text) words.textContent = text
    return
  }
  if (!told.get(id)?.alarm) told.set(id, { at: Date.now(), alarm })
  const bar = region().querySelector('[data-alarm-template]').content.firstElementChild.cloneNode(true)
  bar.dataset.alarm = id
  const link = bar.querySelector('[data-alarm-text]')
  link.textContent = text
  link.href = ownAddress(href)
  bar.querySelector('time').dateTime = since
  if (url) bar.querySelector('form').action = ownAddress(url)
  else bar.querySelector('form').remove()
  region().querySelector('[data-alarm-list]').prepend(bar)
  tick(bar)
  show()
}

function lower({ id, acknowledgedBy }) {
  told.set(id, { at: Date.now() })
  const bar = bars().find(candidate => candidate.dataset.alarm === id)
  if (!bar) return
  bar.remove()
  show()
  toast(acknowledgedBy ? say('acknowledged', acknowledgedBy) : say('over'))
}

// An address from the stream is followed only within the service.
const ownAddress = href => new URL(href, location.origin).origin === location.origin ? href : '#'

async function acknowledge(event) {
  const form = event.target.closest('[data-alarm-form]')
  if (!form) return
  event.preventDefault()
  const bar = form.closest('.alarm')
  const answer = await post(form.action, new FormData(form), { headers: { Accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return void toast(say('notAcknowledged'), { meaning: 'risk' })
  told.set(bar.dataset.alarm, { at: Date.now() })
  bar.remove()
  show()
  document.getElementById('main')?.focus()
}

function show() {
  const count = bars().length
  for (const element of document.querySelectorAll('[data-alarm-count]')) element.textContent = count
  for (const tool of document.querySelectorAll('[data-alarm-tool]')) tool.classList.toggle('tool--alarm', count > 0)
  document.title = count > 0 ? `▲ ${say(count === 1 ? 'alarm' : 'alarms', count)} · ${calmTitle}` : calmTitle
  const icon = document.querySelector('link[data-icon]')
  if (icon) {
    icon.dataset.calm ??= icon.getAttribute('href')
    icon.href = count > 0 ? '/assets/mark-alarm.svg' : icon.dataset.calm
  }
  document.dispatchEvent(new CustomEvent('alarms', { detail: { count } }))
}
