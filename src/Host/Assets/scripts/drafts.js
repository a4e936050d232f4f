import { forget, recall, remember, remembered, session } from './store.js'

const day = 24 * 3600 * 1000
const prefix = () => `draft:${document.body.dataset.person ?? ''}:`
const keyOf = form => prefix() + form.dataset.draft
const kept = field => field.name && !field.name.startsWith('__') && field.matches('textarea, select, input[type="text"], input:not([type]), input[type="radio"]') && !field.hasAttribute('data-no-draft')
const value = form => Object.fromEntries([...form.elements].filter(kept).filter(field => field.type !== 'radio' || field.checked).map(field => [field.name, field.value]))
const hasWords = form => [...form.elements].some(field => kept(field) && field.matches('textarea, input:not([type="radio"])') && field.value.trim() !== '' && field.value !== field.defaultValue)

/**
 * `data-draft="name"`: what is typed is kept on this device, per person, until it was sent. A page that comes back without an error after
 * the form was posted means that it was; signing out forgets all of them.
 */
export function startDrafts() {
  settle()
  for (const name of remembered('draft:')) if (!(Date.now() - read(name)?.at < day)) forget(name)
  for (const form of document.querySelectorAll('form[data-draft]')) restore(form)
  const timers = new WeakMap()
  document.addEventListener('input', ({ target }) => {
    const form = target.closest?.('form[data-draft]')
    if (!form) return
    clearTimeout(timers.get(form))
    timers.set(form, setTimeout(() => save(form), 300))
  })
  window.addEventListener('pagehide', () => { for (const form of document.querySelectorAll('form[data-draft]')) if (!form.dataset.sent) save(form) })
  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented) return
    if (form.matches('[data-draft]')) { save(form); form.dataset.sent = 'true'; session.remember('draft-sent', keyOf(form)) }
    if (new URL(form.action, location.href).pathname.endsWith('/sign-out')) for (const name of remembered(prefix())) forget(name)
  })
}

const read = name => { try { return JSON.parse(recall(name) ?? 'null') } catch { return null } }

function settle() {
  const sent = session.recall('draft-sent')
  session.forget('draft-sent')
  if (sent && !document.querySelector('.govuk-error-summary, .state--error, [data-failed]')) forget(sent)
}

function save(form) {
  if (!hasWords(form)) return forget(keyOf(form))
  const done = remember(keyOf(form), JSON.stringify({ at: Date.now(), values: value(form) }))
  say(form, done ? 'Kept on this device' : 'Not kept: this browser does not allow it')
}

function restore(form) {
  const draft = read(keyOf(form))
  if (!draft || hasWords(form)) return
  for (const [name, text] of Object.entries(draft.values))
    for (const field of [form.elements[name]].flatMap(found => found instanceof RadioNodeList ? [...found] : found ? [found] : []))
      if (field.type === 'radio') field.checked = field.value === text
      else if (kept(field)) field.value = text
  say(form, 'Your draft was kept')
  form.dispatchEvent(new CustomEvent('restored', { bubbles: true }))
}

/** The words left the building: after an inline submit that worked. */
export function clearDraft(form) {
  if (!form.dataset.draft) return
  forget(keyOf(form))
  say(form, '')
}

function say(form, words) {
  const state = form.querySelector('[data-draft-state]')
  if (state && state.textContent !== words) state.textContent = words
}
