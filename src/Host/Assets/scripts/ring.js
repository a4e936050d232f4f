import { recall, remember } from './store.js'

let context = null
const apart = 10_000

/** Rings while there are alarms. The moment of the last ring is shared by all tabs, and one at a time may ring, so two tabs ring once. */
export function startRinging(hasAlarms) {
  const sound = document.querySelector('[data-sound]')
  const isReady = () => context?.state === 'running'
  const show = () => { if (sound) sound.hidden = isReady() || (recall('sound') === 'allowed' && !hasAlarms()) }
  const open = async () => {
    context ??= new AudioContext()
    if (context.state === 'suspended') await context.resume()
    remember('sound', 'allowed')
    show()
  }
  document.querySelector('[data-sound-allow]')?.addEventListener('click', async () => { await open(); tone(context, 1) })
  // Browsers allow sound after the first touch of a page; once a person has agreed, they are not asked on every page.
  for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, () => { if (!isReady() && recall('sound') === 'allowed') open() })
  const turn = () => { if (hasAlarms()) claim(() => { if (isReady()) ring(); shake() }) }
  document.addEventListener('alarms', () => { show(); turn() })
  setInterval(turn, 1000)
  show()
  turn()
}

function claim(act) {
  if (!navigator.locks) return act()
  navigator.locks.request('ring', { ifAvailable: true }, lock => { if (lock) act() })
}

function ring() {
  if (isDue('rang')) tone(context, 3)
}

// A phone in a pocket shakes even where sound was not allowed; browsers let a page do so once it has been touched.
function shake() {
  if (navigator.userActivation?.hasBeenActive && isDue('shook')) navigator.vibrate?.([300, 150, 300])
}

function isDue(name) {
  const now = Date.now()
  if (now - Number(recall(name) ?? 0) < apart) return false
  remember(name, String(now))
  return true
}

function tone(audio, times) {
  for (let at = 0; at < times; at++)
    for (const [pitch, offset] of [[880, 0], [660, 0.22]]) {
      const start = audio.currentTime + at * 0.6 + offset
      const oscillator = new OscillatorNode(audio, { type: 'triangle', frequency: pitch })
      const loudness = new GainNode(audio, { gain: 0 })
      loudness.gain.setValueAtTime(0, start)
      loudness.gain.linearRampToValueAtTime(0.35, start + 0.02)
      loudness.gain.linearRampToValueAtTime(0, start + 0.2)
      oscillator.connect(loudness).connect(audio.destination)
      oscillator.start(start)
      oscillator.stop(start + 0.22)
    }
}
