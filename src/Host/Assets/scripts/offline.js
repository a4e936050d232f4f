import { say } from './words.js'

/** Says when this screen is cut off: nobody may believe that silence means calm. Also registers the worker that serves the offline page. */
export function startOffline() {
  if ('serviceWorker' in navigator && isSecureContext) navigator.serviceWorker.register('/worker.js').catch(error => reportError(error))
  if (!document.body.dataset.person) return
  const bar = document.createElement('div')
  bar.className = 'lost'
  bar.setAttribute('role', 'alert')
  bar.hidden = true
  document.body.append(bar)
  let timer
  // Each failed attempt says so again; the first one starts the wait.
  const cutOff = () => {
    timer ??= setTimeout(() => { bar.textContent = say('lost'); bar.hidden = false }, 5000)
  }
  const back = () => { clearTimeout(timer); timer = undefined; bar.hidden = true; bar.textContent = '' }
  document.addEventListener('live:down', cutOff)
  document.addEventListener('live:up', back)
  window.addEventListener('offline', cutOff)
}
