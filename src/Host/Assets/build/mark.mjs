import { crc32, deflateSync } from 'node:zlib'

/** Our mark, a speech bubble with a tick, drawn once and written both as SVG and as PNG. Points are on a 64 by 64 board. */
const bubble = { x: 12, y: 14, width: 40, height: 29, radius: 7 }
const tail = [[20, 40], [20, 53], [33, 42]]
const tick = [[23, 28.5], [29.5, 35], [41.5, 22.5]]
const stroke = 4.6

export const markSvg = (ground, dot) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="13" fill="${ground}"/>
<rect x="${bubble.x}" y="${bubble.y}" width="${bubble.width}" height="${bubble.height}" rx="${bubble.radius}" fill="#fff"/>
<path d="M${tail.join('L')}Z" fill="#fff"/>
<path d="M${tick.join('L')}" fill="none" stroke="${ground}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"/>
${dot ? `<circle cx="50" cy="14" r="13" fill="${dot}" stroke="#fff" stroke-width="3"/>` : ''}</svg>\n`

const insideRounded = (x, y, { x: left, y: top, width, height, radius }) => {
  const dx = Math.max(left + radius - x, x - (left + width - radius), 0)
  const dy = Math.max(top + radius - y, y - (top + height - radius), 0)
  return dx * dx + dy * dy <= radius * radius
}
const side = ([ax, ay], [bx, by], x, y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
const insideTriangle = (x, y, [a, b, c]) => {
  const signs = [side(a, b, x, y), side(b, c, x, y), side(c, a, x, y)]
  return signs.every(s => s >= 0) || signs.every(s => s <= 0)
}
const nearLine = (x, y, [ax, ay], [bx, by], distance) => {
  const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) <= distance
}
const isWhite = (x, y) => (insideRounded(x, y, bubble) || insideTriangle(x, y, tail))
  && !nearLine(x, y, tick[0], tick[1], stroke / 2) && !nearLine(x, y, tick[1], tick[2], stroke / 2)

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The mark as an opaque, full-bleed PNG (platforms round the corners themselves), smoothed by 3 by 3 samples a pixel. */
export function markPng(size, ground) {
  const colour = [1, 3, 5].map(at => parseInt(ground.slice(at, at + 2), 16))
  const rows = Buffer.alloc(size * (size * 3 + 1))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let white = 0
      for (let sample = 0; sample < 9; sample++)
        white += isWhite((x + (sample % 3 + 0.5) / 3) * 64 / size, (y + (Math.floor(sample / 3) + 0.5) / 3) * 64 / size) / 9
      colour.forEach((value, part) => { rows[y * (size * 3 + 1) + 1 + x * 3 + part] = Math.round(value + (255 - value) * white) })
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}
