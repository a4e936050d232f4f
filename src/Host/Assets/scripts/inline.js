import { clearDraft } from './drafts.js'
import { apply } from './refresh.js'
import { post } from './request.js'
import { toast } from './toasts.js'

/** `data-inline="id id"`: the form is posted without leaving the page, and those parts are taken from the page that answers. */
export function startInlineForms() {
  document.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented || !form.matches('form[data-inline]') || form.method !== 'post') return
    event.preventDefault()
    send(form, event.submitter)
  })
}

async function send(form, submitter) {
  if (form.getAttribute('aria-busy') === 'true') return
  form.setAttribute('aria-busy', 'true')
  try {
    const data = new FormData(form, submitter)
    const answer = await post(submitter?.getAttribute('formaction') ?? form.action, data, { headers: { 'X-Inline': 'true' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const parts = form.dataset.inline.split(/\s+/).map(id => [document.getElementById(id), page.getElementById(id)])
    if (answer.ok && parts.every(([, fresh]) => !fresh)) return void location.assign(answer.url)
    const failed = !answer.ok || page.querySelector('.govuk-error-summary, .state--error, [data-failed]')
    if (!failed) { clearDraft(form); form.reset() }
    for (const [old, fresh] of parts) if (old && fresh) apply(old, document.importNode(fresh, true))
    const said = page.querySelector('[data-flash]')?.textContent.trim() ?? page.querySelector('[data-failed], .govuk-error-summary__list, .state__title')?.textContent.trim()
    if (said) toast(said, { meaning: failed ? 'risk' : 'success' })
    else if (failed) toast('That was not done: the service refused it. What you typed is kept.', { meaning: 'risk' })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    toast('That may not have been done: the connection was lost. What you typed is kept. Look before you try again.', { meaning: 'risk' })
  } finally {
    form.removeAttribute('aria-busy')
  }
}
