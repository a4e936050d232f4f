import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backoff } from '../../scripts/backoff.js'
import { graphemes, leftWords } from '../../scripts/graphemes.js'

test('characters are counted as people count them', () => {
  assert.equal(graphemes(''), 0)
  assert.equal(graphemes('Llanfair'), 8)
  assert.equal(graphemes('e\u0301'), 1)
  assert.equal(graphemes('👮🏽‍♀️🏴󠁧󠁢󠁷󠁬󠁳󠁿👨‍👩‍👧'), 3)
  assert.equal(graphemes('a\r\nb'), 3)
})

test('what is left is said before, at and after the limit', () => {
  assert.deepEqual(leftWords(212), { words: '212 left', state: '' })
  assert.deepEqual(leftWords(20), { words: '20 left', state: 'soon' })
  assert.deepEqual(leftWords(0), { words: '0 left', state: 'soon' })
  assert.deepEqual(leftWords(-12), { words: '12 too many', state: 'over' })
})

test('reconnecting waits longer each time, never over thirty seconds, and never all at once', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 50].map(failures => backoff(failures, () => 1)), [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  assert.equal(backoff(0, () => 0), 500)
})
