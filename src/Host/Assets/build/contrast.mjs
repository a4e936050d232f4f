import { colours } from './tokens.mjs'

const channel = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map(at => channel(parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of WCAG 2 between two `#rrggbb` colours. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Every pair the tokens promise; `*-text` on `*-soft` pairs a meaning with itself. */
export function* promisedPairs(tokens) {
  const all = colours(tokens)
  const meanings = Object.keys(tokens.meaning)
  for (const { ink, on, least } of tokens.contrast)
    for (const inkName of ink)
      for (const meaning of inkName.includes('*') ? meanings : [''])
        for (const onName of on)
          for (const theme of ['light', 'dark']) {
            const [front, back] = [inkName, onName].map(name => name.replace('*', meaning))
            yield { front, back, theme, least, ratio: contrast(all[front][theme], all[back][theme]) }
          }
}
