/** Menus are `<details data-menu>`: they work without script; with it they close on Escape, on a click elsewhere and after a choice. */
export function startMenus() {
  const close = except => { for (const menu of document.querySelectorAll('details[data-menu][open]')) if (menu !== except) menu.open = false }
  document.addEventListener('click', event => {
    const menu = event.target.closest('details[data-menu]')
    const chose = event.target.closest('.menu__item') && !event.target.closest('[data-colours]')
    close(chose ? null : menu)
  })
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    const menu = event.target.closest?.('details[data-menu][open]') ?? document.querySelector('details[data-menu][open]')
    if (!menu) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  document.addEventListener('click', event => { if (event.target.closest('[data-print]')) window.print() })
  // Paper shows every version of an edited message; the screen goes back to what was open.
  let opened = []
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('.event__versions:not([open]), .entry__proof:not([open])')]
    for (const details of opened) details.open = true
  })
  window.addEventListener('afterprint', () => { for (const details of opened) details.open = false })
}
