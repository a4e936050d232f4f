import { forget, recall, remember } from './store.js'
import { post } from './request.js'

/**
 * Light or dark. The service keeps the choice and writes the page in it; this wears it at once, without leaving the page, and remembers
 * it for the offline page, which the service does not write.
 */
export function startThemes() {
  const root = document.documentElement
  const show = () => {
    for (const button of document.querySelectorAll('[data-colours] button'))
      button.setAttribute('aria-pressed', String(button.value === (root.dataset.theme ?? 'system')))
  }
  const keep = choice => { if (choice === 'light' || choice === 'dark') remember('theme', choice); else forget('theme') }
  const wear = choice => { root.dataset.theme = choice ?? 'system'; show() }
  if (root.dataset.theme) keep(root.dataset.theme)
  else root.dataset.theme = recall('theme') ?? 'system'
  document.addEventListener('submit', event => {
    const form = event.target.closest('[data-colours]')
    if (!form || !event.submitter) return
    event.preventDefault()
    const body = new FormData(form)
    body.set('choice', event.submitter.value)
    keep(event.submitter.value)
    wear(event.submitter.value)
    post(form.action, body).catch(() => {})
  })
  window.addEventListener('storage', ({ key, newValue }) => { if (key === 'theme') wear(newValue) })
  show()
}
