import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { markPng } from '../../build/mark.mjs'

test('the mark is a whole PNG of the size asked for, ground at its corner and white in its bubble', () => {
  const png = markPng(64, '#12213a')
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG')
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [64, 64])
  const at = png.indexOf('IDAT', 0, 'latin1')
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const pixel = (x, y) => [...rows.subarray(y * (64 * 3 + 1) + 1 + x * 3, y * (64 * 3 + 1) + 4 + x * 3)]
  assert.deepEqual(pixel(0, 0), [0x12, 0x21, 0x3a])
  assert.deepEqual(pixel(18, 20), [255, 255, 255])
})
