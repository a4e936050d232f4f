import { post } from './request.js'

const pace = 10_000

/** Who else is here: `live:presence` {subject, words} into `[data-presence=subject]`, and, while typing, a post to the form's `data-typing`. */
export function startPresence() {
  document.addEventListener('live:presence', ({ detail: { subject, words, people } }) => {
    for (const element of document.querySelectorAll(`[data-presence="${CSS.escape(subject)}"]`)) {
      element.textContent = words ?? people?.map(({ name, doing }) => `${name} is ${doing}`).join(' · ') ?? ''
      element.hidden = element.textContent === ''
    }
  })
  const told = new WeakMap()
  document.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form[data-typing]')
    if (!form || Date.now() - (told.get(form) ?? 0) < pace) return
    told.set(form, Date.now())
    // A lost report of typing costs nothing: the server's own check at sending wins.
    post(form.dataset.typing, new URLSearchParams({ doing: 'writing' })).catch(() => {})
  })
}
