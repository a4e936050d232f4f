import { graphemes, leftWords } from './graphemes.js'
import { post } from './request.js'

/** `data-count="300"` counts graphemes down into `data-count-shows`; `data-count-url` asks the service, which knows the network's own arithmetic. */
export function startCountdowns() {
  for (const field of document.querySelectorAll('[data-count-shows]')) show(field)
  document.addEventListener('input', ({ target }) => { if (target.matches?.('[data-count-shows]')) show(target) })
  document.addEventListener('change', ({ target }) => {
    if (target.matches?.('[data-count]:not([data-count-shows])')) for (const field of target.form?.querySelectorAll('[data-count-shows]') ?? []) show(field)
  })
  document.addEventListener('restored', ({ target }) => { for (const field of target.querySelectorAll('[data-count-shows]')) show(field) })
}

// The chosen way of answering may have its own limit: a checked radio with data-count wins over the field's.
const limitOf = field => Number(field.form?.querySelector('input[type="radio"][data-count]:checked')?.dataset.count ?? field.dataset.count)

const asked = new WeakMap()

function show(field) {
  const limit = limitOf(field)
  if (limit > 0) write(field, leftWords(limit - graphemes(field.value)))
  if (field.dataset.countUrl) askLater(field)
}

function write(field, { words, state }) {
  const output = document.getElementById(field.dataset.countShows)
  if (!output) return
  output.textContent = words
  output.dataset.state = state
  if (state === 'over') field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

function askLater(field) {
  clearTimeout(asked.get(field)?.timer)
  asked.get(field)?.stop.abort()
  const stop = new AbortController()
  const timer = setTimeout(async () => {
    const answer = await post(field.dataset.countUrl, new FormData(field.form), { signal: stop.signal }).catch(() => null)
    if (!answer?.ok) return
    const { left, words } = await answer.json()
    write(field, { ...leftWords(left), ...(words ? { words } : {}) })
  }, 400)
  asked.set(field, { timer, stop })
}
