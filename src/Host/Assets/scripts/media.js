/** Pictures are veiled until asked for; `[data-unveil]` lifts the veil on one. */
export function startMedia() {
  document.addEventListener('click', event => {
    const media = event.target.closest('[data-unveil]')?.closest('[data-media]')
    if (!media) return
    delete media.dataset.veiled
    media.querySelector('img, video')?.setAttribute('tabindex', '-1')
    media.querySelector('img, video')?.focus()
    media.dispatchEvent(new CustomEvent('unveiled', { bubbles: true }))
  })
}
