/** `live:count` {name, value} into every `[data-count-of=name]`. */
export function startCounts() {
  document.addEventListener('live:count', ({ detail: { name, value } }) => {
    for (const element of document.querySelectorAll(`[data-count-of="${CSS.escape(name)}"]`)) {
      element.textContent = value
      element.dataset.value = value
    }
  })
}
