import { wordsIn } from './words.js'

const two = number => String(number).padStart(2, '0')

/** How long something is, for a clock that is looked at often: 0:42, 12 min, 3 h 05, 2 d 4 h. */
export function spanWords(milliseconds, language = 'en') {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `0:${two(seconds)}`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return wordsIn(language, 'minutes', minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return wordsIn(language, 'hours', hours, two(minutes % 60))
  return wordsIn(language, 'days', Math.floor(hours / 24), hours % 24)
}

/** A clock's words and, for its colour and weight, its state. `soon` and `late` are in seconds. */
export function clock(kind, at, now, { soon, late, language = 'en' } = {}) {
  if (kind === 'left') {
    const left = at - now
    if (left <= 0) return { words: wordsIn(language, 'closed'), state: 'late' }
    return { words: wordsIn(language, 'left', spanWords(left, language)), state: left <= (soon ?? 7200) * 1000 ? 'soon' : '' }
  }
  const age = now - at
  const state = late !== undefined && age >= late * 1000 ? 'late' : soon !== undefined && age >= soon * 1000 ? 'soon' : ''
  return { words: spanWords(age, language), state }
}
