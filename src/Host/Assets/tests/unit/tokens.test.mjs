import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, promisedPairs } from '../../build/contrast.mjs'
import { colours, readTokens, tokensCss } from '../../build/tokens.mjs'

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00')
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54')
})

test('every promised pair of colours holds in both themes', () => {
  const pairs = [...promisedPairs(readTokens())]
  assert.ok(pairs.length > 200)
  const weak = pairs.filter(pair => pair.ratio < pair.least)
  assert.deepEqual(weak.map(p => `${p.front} on ${p.back} (${p.theme}): ${p.ratio.toFixed(2)} < ${p.least}`), [])
})

test('a weak pair is found', () => {
  const tokens = readTokens()
  tokens.colour.muted.light = '#b0b0b0'
  assert.ok([...promisedPairs(tokens)].some(pair => pair.front === 'muted' && pair.ratio < pair.least))
})

test('every colour has a light and a dark value and becomes a custom property', () => {
  const css = tokensCss(readTokens())
  for (const [name, value] of Object.entries(colours(readTokens()))) {
    assert.match(value.light, /^#[0-9a-f]{6}$/, name)
    assert.match(value.dark, /^#[0-9a-f]{6}$/, name)
    assert.ok(css.includes(`--${name}: ${value.dark};`), name)
  }
})
