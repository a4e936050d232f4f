const keyOf = node => node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset?.id || node.dataset?.alarm || '' : ''
const ours = new Set(['open', 'data-filtered', 'data-way'])
const isField = node => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement

function isTouched(field) {
  if (field === document.activeElement) return true
  if (field instanceof HTMLSelectElement) return [...field.options].some(option => option.selected !== option.defaultSelected)
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
}

function matchAttributes(from, to) {
  const keeps = name => ours.has(name) && (from.matches('details, dialog, [data-kind], .reply'))
  for (const { name } of [...from.attributes])
    if (!to.hasAttribute(name) && !keeps(name)) from.removeAttribute(name)
  for (const { name, value } of to.attributes)
    if (from.getAttribute(name) !== value && !keeps(name) && !(name === 'data-veiled' && !from.hasAttribute(name))) from.setAttribute(name, value)
}

/**
 * Makes `from` like `to` in place, so that focus, scroll, open details, unveiled pictures and anything typed stay. Children are matched by
 * id or data-id, then by kind; `[data-keep]` is left alone.
 */
export function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) return from.replaceWith(to)
  if (from.nodeType !== Node.ELEMENT_NODE) { if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue; return }
  if (from.hasAttribute('data-keep') || from.isEqualNode(to)) return
  const touched = isField(from) && isTouched(from)
  matchAttributes(from, to)
  if (isField(from)) {
    if (touched) return
    if (from instanceof HTMLTextAreaElement) from.value = from.defaultValue = to.defaultValue
    if (from instanceof HTMLInputElement) { from.value = to.value; from.checked = to.defaultChecked; return }
    if (from instanceof HTMLTextAreaElement) return
  }
  morphChildren(from, to)
}

export function morphChildren(from, to) {
  const keyed = new Map([...from.childNodes].filter(keyOf).map(node => [keyOf(node), node]))
  let next = from.firstChild
  for (const wanted of [...to.childNodes]) {
    const key = keyOf(wanted)
    let match = key ? keyed.get(key) : next
    while (!key && match && (keyOf(match) || match.nodeName !== wanted.nodeName)) match = match.nextSibling
    if (!match || match.nodeName !== wanted.nodeName) { from.insertBefore(wanted, next); continue }
    if (match !== next) from.insertBefore(match, next)
    else next = next.nextSibling
    if (key) keyed.delete(key)
    morph(match, wanted)
  }
  while (next) { const rest = next.nextSibling; if (!(next.hasAttribute?.('data-keep'))) next.remove(); next = rest }
}
