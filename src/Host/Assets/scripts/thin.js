/** `[data-thin="id"]`: its checkboxes choose which kinds of `[data-kind]` the timeline shows; what is left out is said, on paper too. */
export function startThinning() {
  const thin = group => {
    const list = document.getElementById(group.dataset.thin)
    if (!list) return
    const shown = new Set([...group.querySelectorAll('input:checked')].map(box => box.value))
    const offered = new Set([...group.querySelectorAll('input')].map(box => box.value))
    let left = 0
    for (const event of list.querySelectorAll('[data-kind]')) {
      const isLeftOut = offered.has(event.dataset.kind) && !shown.has(event.dataset.kind)
      event.toggleAttribute('data-filtered', isLeftOut)
      if (isLeftOut) left++
    }
    const note = group.querySelector('.thin__note')
    if (note) note.textContent = left > 0 ? `${left} ${left === 1 ? 'entry' : 'entries'} not shown` : ''
  }
  const all = () => { for (const group of document.querySelectorAll('[data-thin]')) thin(group) }
  document.addEventListener('change', ({ target }) => { const group = target.closest?.('[data-thin]'); if (group) thin(group) })
  document.addEventListener('refreshed', all)
  all()
}
