import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barWords, sortOut } from '../../scripts/held.js'

test('new rows wait and are counted', () => {
  const outcome = sortOut(['b', 'c'], ['a', 'b', 'c', 'd'])
  assert.deepEqual(outcome, { news: ['a', 'd'], gone: [], moved: false })
  assert.equal(barWords(outcome), '2 new')
})

test('rows that left or changed places offer to bring the list up to date', () => {
  assert.equal(barWords(sortOut(['a', 'b'], ['b'])), 'Bring up to date')
  assert.equal(barWords(sortOut(['a', 'b'], ['b', 'a'])), 'Bring up to date')
})

test('an unchanged list says nothing', () => {
  assert.equal(barWords(sortOut(['a', 'b'], ['a', 'b'])), '')
})
