import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock } from '../../scripts/clock-words.js'
import { words, wordsIn } from '../../scripts/words.js'

test('both languages have the same words, with the same places in them', () => {
  assert.deepEqual(Object.keys(words.cy), Object.keys(words.en))
  const places = text => [...new Set(text.match(/\{\d\}/g) ?? [])].sort()
  for (const name of Object.keys(words.en)) assert.deepEqual(places(words.cy[name]), places(words.en[name]), name)
})

test('what belongs into its places stands there', () => {
  assert.equal(wordsIn('en', 'acknowledged', 'Sgt Cole'), 'Sgt Cole acknowledged the alarm')
  assert.equal(wordsIn('cy', 'acknowledged', 'Sgt Cole'), 'Cydnabu Sgt Cole y larwm')
})

test('a clock speaks the language that it stands in', () => {
  const now = Date.parse('2026-11-21T02:00:00Z')
  assert.equal(clock('age', now - 12 * 60_000, now).words, '12 min')
  assert.equal(clock('left', now + 12 * 60_000, now, { language: 'cy' }).words, '12 mun ar ôl')
})
