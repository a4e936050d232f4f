import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock, spanWords } from '../../scripts/clock-words.js'

const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes

test('a span is said in the unit a person would use', () => {
  const said = [-5 * seconds, 0, 42 * seconds, 59_999, minutes, 59 * minutes, hours, 3 * hours + 5 * minutes, 24 * hours, 52 * hours].map(spanWords)
  assert.deepEqual(said, ['0:00', '0:00', '0:42', '0:59', '1 min', '59 min', '1 h 00', '3 h 05', '1 d 0 h', '2 d 4 h'])
})

test('an age turns soon and late at its limits and has no state without them', () => {
  assert.equal(clock('age', 0, 299 * seconds, { soon: 300, late: 900 }).state, '')
  assert.equal(clock('age', 0, 300 * seconds, { soon: 300, late: 900 }).state, 'soon')
  assert.equal(clock('age', 0, 900 * seconds, { soon: 300, late: 900 }).state, 'late')
  assert.equal(clock('age', 0, 90 * hours).state, '')
})

test('a window counts down, warns in its last two hours and closes', () => {
  assert.deepEqual(clock('left', 24 * hours, 2 * minutes), { words: '23 h 58 left', state: '' })
  assert.deepEqual(clock('left', 24 * hours, 23 * hours), { words: '1 h 00 left', state: 'soon' })
  assert.deepEqual(clock('left', hours, hours), { words: 'closed', state: 'late' })
})
