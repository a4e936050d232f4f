import { say } from './words.js'

const icon = name => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `/assets/icons.svg#${name}`)
  svg.append(use)
  return svg
}

const make = (tag, properties, ...children) => { const element = Object.assign(document.createElement(tag), properties); element.append(...children); return element }
let shelf

/** A passing message. With an `undo` (label and act) it stays until dismissed: nobody loses the chance by reading slowly. */
export function toast(text, { meaning = 'info', undo } = {}) {
  const element = make('div', { className: `toast toast--${meaning}` }, make('span', { className: 'toast__text', textContent: text }))
  const close = make('button', { className: 'dialog__close', type: 'button', onclick: () => element.remove() }, icon('close'))
  close.setAttribute('aria-label', say('dismiss'))
  if (undo) element.append(make('button', { className: 'act', type: 'button', textContent: undo.label ?? say('undo'), onclick: () => { element.remove(); undo.act() } }))
  element.append(close)
  shelf.append(element)
  if (!undo && meaning !== 'risk') leaveLater(element)
  return element
}

function leaveLater(element) {
  setTimeout(() => { if (element.matches(':hover, :focus-within')) leaveLater(element); else element.remove() }, 12_000)
}

export function startToasts() {
  shelf = make('div', { className: 'toasts' })
  shelf.setAttribute('role', 'status')
  document.body.append(shelf)
  document.addEventListener('toast', ({ detail: { text, ...options } }) => toast(text, options))
}
