import { remember } from './store.js'

const limits = { queues: [180, 360, 240, 'Width of the queues'], list: [280, 640, 380, 'Width of the list'] }

/** Dividers between the panes of `[data-panes]`: dragged, or moved with the arrow keys, and remembered. Double-click or Home resets. */
export function startPanes() {
  for (const console of document.querySelectorAll('[data-panes]'))
    for (const name of Object.keys(limits)) {
      const pane = console.querySelector(`.pane--${name}`)
      if (pane) console.append(divider(name, pane))
    }
}

function divider(name, pane) {
  const [least, most, usual, label] = limits[name]
  const element = document.createElement('div')
  element.className = `divider divider--${name}`
  element.tabIndex = 0
  const attributes = { role: 'separator', 'aria-orientation': 'vertical', 'aria-label': label, 'aria-valuemin': least, 'aria-valuemax': most, 'aria-controls': pane.id, 'data-keep': '' }
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  const width = () => Math.round(pane.getBoundingClientRect().width)
  const set = wanted => {
    const size = Math.min(most, Math.max(least, Math.round(wanted)))
    document.documentElement.style.setProperty(`--pane-${name}`, `${size}px`)
    element.setAttribute('aria-valuenow', size)
    remember(`pane-${name}`, String(size))
  }
  element.setAttribute('aria-valuenow', Math.min(most, Math.max(least, width())))
  element.addEventListener('keydown', event => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key]
    if (step) set(width() + step)
    else if (event.key === 'Home') set(usual)
    else return
    event.preventDefault()
  })
  element.addEventListener('dblclick', () => set(usual))
  element.addEventListener('pointerdown', event => {
    element.setPointerCapture(event.pointerId)
    element.dataset.moving = ''
    const [from, start] = [event.clientX, width()]
    const drag = move => set(start + move.clientX - from)
    element.addEventListener('pointermove', drag)
    element.addEventListener('lostpointercapture', () => { delete element.dataset.moving; element.removeEventListener('pointermove', drag) }, { once: true })
  })
  return element
}
