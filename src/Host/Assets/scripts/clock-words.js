const two = number => String(number).padStart(2, '0')

/** How long something is, for a clock that is looked at often: 0:42, 12 min, 3 h 05, 2 d 4 h. */
export function spanWords(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `0:${two(seconds)}`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${two(minutes % 60)}`
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** A clock's words and, for its colour and weight, its state. `soon` and `late` are in seconds. */
export function clock(kind, at, now, { soon, late } = {}) {
  if (kind === 'left') {
    const left = at - now
    if (left <= 0) return { words: 'closed', state: 'late' }
    return { words: `${spanWords(left)} left`, state: left <= (soon ?? 7200) * 1000 ? 'soon' : '' }
  }
  const age = now - at
  const state = late !== undefined && age >= late * 1000 ? 'late' : soon !== undefined && age >= soon * 1000 ? 'soon' : ''
  return { words: spanWords(age), state }
}
