import { forget, recall, remember } from './store.js'

export function startThemes() {
  const root = document.documentElement
  const show = () => {
    for (const button of document.querySelectorAll('[data-theme-choice]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === (recall('theme') ?? 'system')))
  }
  const wear = choice => { if (choice === 'light' || choice === 'dark') root.dataset.theme = choice; else delete root.dataset.theme; show() }
  for (const group of document.querySelectorAll('[data-themes]')) group.hidden = false
  document.addEventListener('click', event => {
    const choice = event.target.closest('[data-theme-choice]')?.dataset.themeChoice
    if (!choice) return
    if (choice === 'system') forget('theme')
    else remember('theme', choice)
    wear(choice)
  })
  window.addEventListener('storage', ({ key, newValue }) => { if (key === 'theme') wear(newValue) })
  show()
}
