// Runs before the first paint, so that neither the theme nor the panes' widths jump.
const root = document.documentElement
const read = name => { try { return localStorage.getItem(name) } catch { return null } }
// The service writes its pages in the colours that were chosen; the offline page is not written by it.
const theme = root.dataset.theme ? null : read('theme')
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
for (const pane of ['queues', 'list']) {
  const width = Number(read(`pane-${pane}`))
  if (width > 0) root.style.setProperty(`--pane-${pane}`, `${width}px`)
}
