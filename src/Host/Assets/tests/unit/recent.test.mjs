import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recent } from '../../scripts/recent.js'

test('what was heard since a moment is told again, and old things are let go', () => {
  const heard = recent(1000)
  heard.add(0, 'a')
  heard.add(500, 'b')
  assert.deepEqual(heard.since(0), ['a', 'b'])
  assert.deepEqual(heard.since(400), ['b'])
  heard.add(1200, 'c')
  assert.deepEqual(heard.since(0), ['b', 'c'])
})
