import { toast } from './toasts.js'
import { languageAt, say, wordsIn } from './words.js'

/** `data-opens="id"` opens a native dialog, `data-closes` closes it, `data-confirm="…"` on a button or form asks before a dangerous act. */
export function startDialogs() {
  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-opens]')
    if (opener) document.getElementById(opener.dataset.opens)?.showModal?.()
    const closer = event.target.closest('[data-closes]')
    if (closer) closer.closest('dialog')?.close()
    if (event.target.matches('dialog[open]') && isOutside(event)) event.target.close()
  })
  document.addEventListener('submit', confirmFirst, true)
  document.addEventListener('click', copy)
}

function isOutside({ target, clientX, clientY }) {
  const box = target.getBoundingClientRect()
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom
}

function confirmFirst(event) {
  const form = event.target
  const button = event.submitter
  const words = button?.dataset.confirm ?? form.dataset.confirm
  if (!words || form.dataset.confirmed) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const language = languageAt(form)
  const dialog = question(words, button?.dataset.confirmAct ?? form.dataset.confirmAct ?? button?.textContent.trim() ?? wordsIn(language, 'proceed'), button?.dataset.confirmTitle ?? form.dataset.confirmTitle ?? wordsIn(language, 'sure'), language)
  dialog.addEventListener('close', () => {
    dialog.remove()
    if (dialog.returnValue !== 'yes') return button?.focus()
    form.dataset.confirmed = 'true'
    form.requestSubmit(button?.form === form ? button : undefined)
    delete form.dataset.confirmed
  })
  document.body.append(dialog)
  dialog.showModal()
}

function question(words, act, title, language) {
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog dialog--danger'
  dialog.lang = language
  dialog.setAttribute('aria-labelledby', 'question-title')
  const form = Object.assign(document.createElement('form'), { method: 'dialog' })
  form.innerHTML = '<div class="dialog__head"><h2 class="dialog__title" id="question-title"></h2></div><div class="dialog__body"><p></p></div><div class="dialog__foot"><button class="govuk-button govuk-button--secondary" value="no" autofocus></button><button class="govuk-button govuk-button--warning" value="yes"></button></div>'
  form.querySelector('h2').textContent = title
  form.querySelector('p').textContent = words
  form.querySelector('[value="no"]').textContent = wordsIn(language, 'back')
  form.querySelector('[value="yes"]').textContent = act
  dialog.append(form)
  return dialog
}

async function copy(event) {
  const button = event.target.closest('[data-copies]')
  if (!button) return
  const source = document.getElementById(button.dataset.copies) ?? document.querySelector(`.${CSS.escape(button.dataset.copies)}`)
  const text = [...(source?.children.length ? source.children : [source])].map(part => part?.textContent.trim()).join('\n')
  try {
    await navigator.clipboard.writeText(text)
    toast(say('copied'), { meaning: 'success' })
  } catch {
    toast(say('notCopied'), { meaning: 'warning' })
  }
}
