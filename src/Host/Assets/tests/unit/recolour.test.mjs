import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recolour } from '../../build/recolour.mjs'

test('a vendor colour becomes the token for what it colours', () => {
  assert.equal(recolour('a {\n  color: #0b0c0c;\n  background-color: #0b0c0c;\n}'), 'a {\n  color: var(--text);\n  background-color: var(--text);\n}')
  assert.equal(recolour('a { box-shadow: 0 -2px #f3f3f3, 0 4px #f3f3f3; }'), 'a { box-shadow: 0 -2px var(--neutral-soft), 0 4px var(--neutral-soft); }')
})

test('custom properties and their fallbacks are left alone', () => {
  const css = ':root { --govuk-text-colour: #0b0c0c; } a { color: var(--govuk-text-colour, #0b0c0c); }'
  assert.equal(recolour(css), css)
})

test('a colour nobody decided about stops the build', () => {
  assert.throws(() => recolour('a { color: #123456; }'), /color: #123456/)
})
