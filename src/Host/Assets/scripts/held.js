import { morph, morphChildren } from './morph.js'

const held = new WeakMap()
const rowsOf = list => [...list.children].filter(row => row.dataset.id)
const barOf = list => (list.closest('.pane, .card, .main') ?? document).querySelector('[data-news]')

/** What a list that must not jump does with its fresh self: rows stay where they are, new ones wait, and those that left say so. */
export function sortOut(current, fresh) {
  const here = new Set(current)
  const there = new Set(fresh)
  const news = fresh.filter(id => !here.has(id))
  const gone = current.filter(id => !there.has(id))
  const moved = current.filter(id => there.has(id)).join('\n') !== fresh.filter(id => here.has(id)).join('\n')
  return { news, gone, moved }
}

export const barWords = ({ news, gone, moved }) =>
  news.length > 0 ? `${news.length} new` : gone.length > 0 || moved ? 'Bring up to date' : ''

export function holdBack(list, fresh) {
  const rows = rowsOf(list)
  if (rows.length === 0) return void morph(list, fresh)
  const freshRows = new Map(rowsOf(fresh).map(row => [row.dataset.id, row]))
  const outcome = sortOut(rows.map(row => row.dataset.id), [...freshRows.keys()])
  for (const row of rows) {
    const same = freshRows.get(row.dataset.id)
    if (same) morph(row, same.cloneNode(true))
    else row.classList.add('row--gone')
  }
  held.set(list, fresh)
  const bar = barOf(list)
  if (!bar) return
  const words = barWords(outcome)
  bar.hidden = words === ''
  bar.toggleAttribute('data-risk', outcome.news.some(id => freshRows.get(id).hasAttribute('data-risk')))
  const button = bar.querySelector('[data-news-show]')
  const said = bar.hasAttribute('data-risk') ? `${words}, with risk` : words
  if (button.textContent !== said) button.textContent = said
}

export function showHeld(list) {
  const fresh = held.get(list)
  if (!fresh) return
  const known = new Set(rowsOf(list).map(row => row.dataset.id))
  morphChildren(list, fresh.cloneNode(true))
  held.delete(list)
  barOf(list).hidden = true
  const first = rowsOf(list).find(row => !known.has(row.dataset.id))
  first?.querySelector('.row__link')?.focus()
  list.dispatchEvent(new CustomEvent('refreshed', { bubbles: true }))
}

export function startHeldLists() {
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-news-show]')
    if (!button) return
    for (const list of (button.closest('.pane, .card, .main') ?? document).querySelectorAll('[data-held]')) showHeld(list)
  })
}
