/**
 * The vendors' stylesheets name some colours as hex instead of through a custom property; each becomes one of ours, by what it
 * colours, so that both themes hold. A colour nobody has decided about stops the build.
 */
const inks = {
  '#0b0c0c': 'text', '#ffffff': 'info-on', '#f3f3f3': 'info-on', '#ca3535': 'risk-text', '#7a3c1c': 'warning-text', '#651b3e': 'rehearsal-text',
  '#651b1b': 'risk-text', '#484949': 'muted', '#0f7a52': 'success-text', '#0b4144': 'private-text', '#083d29': 'success-text',
  '#98285d': 'rehearsal-text', '#54319f': 'rehearsal-text', '#2a1950': 'rehearsal-text', '#1d70b8': 'link', '#0f385c': 'info-text', '#005ea5': 'link'
}
const grounds = {
  '#f3f3f3': 'neutral-soft', '#ffffff': 'surface', '#cecece': 'neutral-soft', '#0b0c0c': 'text', '#d2e2f1': 'info-soft', '#f4d7e5': 'rehearsal-soft',
  '#d0e6e7': 'private-soft', '#ca3535': 'risk-solid', '#1d70b8': 'info-solid', '#0f7a52': 'info-solid', '#b1b4b6': 'line', '#ffee80': 'warning-soft',
  '#fde4d7': 'warning-soft', '#f4f8fb': 'info-soft', '#f4d7d7': 'risk-soft', '#ddd6ec': 'rehearsal-soft', '#cfe4dc': 'success-soft',
  '#982828': 'risk-text', '#0b5c3e': 'info-solid'
}
const edges = {
  '#cecece': 'line', '#0b0c0c': 'edge', '#083d29': 'edge', '#858686': 'edge', '#651b1b': 'edge', '#0f385c': 'edge', '#f3f3f3': 'neutral-soft',
  '#6f777b': 'edge', '#ca3535': 'risk-edge', '#98285d': 'rehearsal-edge', '#54319f': 'rehearsal-edge', '#484949': 'edge', '#1d70b8': 'info-edge', '#0f7a52': 'success-edge'
}
const kinds = { color: inks, fill: inks, background: grounds, 'background-color': grounds }

export function recolour(css) {
  const unknown = new Set()
  const recoloured = css.replace(/(^|[\s{;])([a-z-]+):([^;{}]*#[0-9a-f]{6}\b[^;{}]*)/g, (whole, before, property, value) => {
    if (property.startsWith('--')) return whole
    const kind = kinds[property] ?? edges
    return `${before}${property}:${value.replace(/(,\s*)?#[0-9a-f]{6}\b/g, match => {
      const hex = match.slice(-7)
      const isFallback = match.startsWith(',') && value.includes('var(')
      if (isFallback) return match
      if (!kind[hex]) unknown.add(`${property}: ${hex}`)
      return match.replace(hex, `var(--${kind[hex]})`)
    })}`
  })
  if (unknown.size > 0) throw new Error(`Colours from the vendors' stylesheets without a token (build/recolour.mjs): ${[...unknown].join('; ')}`)
  return recoloured
}
