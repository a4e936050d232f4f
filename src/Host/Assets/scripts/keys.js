import { recall, remember } from './store.js'
import { say } from './words.js'

const moves = [['j', 'nextRow'], ['k', 'previousRow'], ['Enter', 'openRow']]
const isTyping = element => element?.isContentEditable || element?.matches?.('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])')
const isSeen = element => !element.hidden && !element.closest('[hidden]') && element.getClientRects().length > 0

/** Shortcuts are declared where they act, by `data-key` and `data-key-words`; the sheet behind `?` is made from them and can switch them off. */
export function startKeys() {
  for (const opener of document.querySelectorAll('[data-opens="keys"]')) opener.hidden = false
  document.addEventListener('click', event => { if (event.target.closest('[data-opens="keys"]')) { event.stopPropagation(); sheet() } }, true)
  document.addEventListener('keydown', press)
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return
  if (recall('keys') === 'off' && event.key !== '?') return
  if (event.key === 'j' || event.key === 'k') { if (move(event.key === 'j' ? 1 : -1)) event.preventDefault(); return }
  const bound = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(element => event.key === '?' || isSeen(element))
  if (!bound) return
  event.preventDefault()
  act(bound)
}

function act(element) {
  if (element.matches('input, textarea, select')) return element.focus()
  const target = element.getAttribute('href')?.startsWith('#') ? document.getElementById(element.getAttribute('href').slice(1)) : null
  if (!target) return element.click()
  target.focus()
  target.scrollIntoView({ block: 'nearest' })
}

function move(step) {
  const links = [...document.querySelectorAll('[data-rows] .row__link, [data-rows] [data-row]')].filter(isSeen)
  if (links.length === 0) return false
  const focused = links.findIndex(link => link === document.activeElement || link.closest('.row')?.contains(document.activeElement))
  const from = focused >= 0 ? focused : links.findIndex(link => link.getAttribute('aria-current') || link.closest('[aria-current]'))
  const to = links[Math.min(links.length - 1, Math.max(0, from + step))]
  to.focus()
  to.scrollIntoView({ block: 'nearest' })
  return true
}

function sheet() {
  let dialog = document.getElementById('keys')
  dialog?.remove()
  dialog = document.createElement('dialog')
  dialog.id = 'keys'
  dialog.className = 'dialog dialog--wide'
  dialog.setAttribute('aria-labelledby', 'keys-title')
  dialog.innerHTML = '<div class="dialog__head"><h2 class="dialog__title" id="keys-title"></h2><button class="dialog__close" type="button" data-closes><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#close"></use></svg></button></div><div class="dialog__body"><dl class="keys"></dl><label class="cluster"><input type="checkbox" class="row__pick"> <span></span></label></div>'
  dialog.querySelector('h2').textContent = say('keys')
  dialog.querySelector('[data-closes]').setAttribute('aria-label', say('close'))
  dialog.querySelector('label span').textContent = say('useKeys')
  const list = dialog.querySelector('.keys')
  const declared = [...document.querySelectorAll('[data-key][data-key-words]')].map(element => [element.dataset.key, element.dataset.keyWords, element.closest('[lang]').lang])
  const rows = document.querySelector('[data-rows]') ? moves.map(([key, name]) => [key, say(name), document.documentElement.lang]) : []
  const shown = new Map([...rows, ...declared].map(([key, text, lang]) => [key, { text, lang }]))
  for (const [key, { text, lang }] of shown) {
    const pair = document.createElement('div')
    pair.append(Object.assign(document.createElement('dt'), { textContent: text, lang }), document.createElement('dd'))
    pair.lastChild.append(Object.assign(document.createElement('kbd'), { textContent: key }))
    list.append(pair)
  }
  const choice = dialog.querySelector('input')
  choice.checked = recall('keys') !== 'off'
  choice.addEventListener('change', () => remember('keys', choice.checked ? 'on' : 'off'))
  document.body.append(dialog)
  dialog.showModal()
}
