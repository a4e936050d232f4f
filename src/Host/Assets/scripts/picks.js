/** Picking several: `[data-pick]` boxes within `[data-picks]`, `[data-pick-all]`, and the `[data-bulk]` bar that shows how many. */
export function startPicks() {
  const scopeOf = element => element.closest('[data-picks]')
  const show = scope => {
    const boxes = [...scope.querySelectorAll('[data-pick]')]
    const picked = boxes.filter(box => box.checked).length
    for (const bar of scope.querySelectorAll('[data-bulk]')) bar.hidden = picked === 0
    for (const words of scope.querySelectorAll('[data-bulk-count]')) words.textContent = `${picked} picked`
    for (const all of scope.querySelectorAll('[data-pick-all]')) { all.checked = picked > 0 && picked === boxes.length; all.indeterminate = picked > 0 && picked < boxes.length }
  }
  document.addEventListener('change', ({ target }) => {
    const scope = target.matches?.('[data-pick], [data-pick-all]') ? scopeOf(target) : null
    if (!scope) return
    if (target.matches('[data-pick-all]')) for (const box of scope.querySelectorAll('[data-pick]:not(:disabled)')) box.checked = target.checked
    show(scope)
  })
  document.addEventListener('refreshed', ({ target }) => { const scope = scopeOf(target); if (scope) show(scope) })
  for (const scope of document.querySelectorAll('[data-picks]')) show(scope)
}
