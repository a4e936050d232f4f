// Starts an AT Protocol network on the loopback interface, the real servers of it: directory, personal data server, AppView and
// moderation, with a PostgreSQL and a Redis of its own.
//   node start.mjs <folder>        everything it writes goes below the folder
// Environment: ATP_RATE_LIMITS=1   the limits of the real network
// Standard output: one line "READY {json}". It ends when it is told to (SIGTERM, SIGINT) or when its standard input closes, that is
// with whoever started it.
import { freePort } from './loopback.mjs' // first: it keeps what the rest starts on the loopback interface
import fs from 'node:fs'
import path from 'node:path'
import { startPostgres, startRedis, stopBackends } from './backends.mjs'

const folder = process.argv[2]
if (!folder) {
  console.error('usage: node start.mjs <folder>')
  process.exit(2)
}
const scratch = path.join(folder, 'servers')
fs.mkdirSync(scratch, { recursive: true })
fs.chmodSync(folder, 0o755) // PostgreSQL's own account must get through
process.env.TMPDIR = scratch // where the personal data server puts its databases and blobs
process.env.LOG_ENABLED ??= 'false'
process.env.NODE_ENV ??= 'test'

let network
let stopping = false

async function stop(code) {
  if (stopping) return
  stopping = true
  const patience = setTimeout(() => end(code), 5_000)
  await network?.close().catch((error) => console.error(String(error)))
  clearTimeout(patience)
  end(code)
}

function end(code) {
  stopBackends()
  setTimeout(() => process.exit(code), 500)
}

process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))
process.stdin.on('end', () => stop(0)).on('error', () => stop(0)).resume()

try {
  const [dbPostgresUrl, redis] = await Promise.all([startPostgres(folder), startRedis(folder)])
  process.env.REDIS_HOST = redis
  const [plc, pds, bsky, ozone] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const { TestNetwork } = await import('@atproto/dev-env')
  network = await TestNetwork.create({
    dbPostgresUrl,
    dbPostgresSchema: 'network',
    plc: { port: plc },
    pds: { port: pds, hostname: 'localhost', enableDidDocWithSession: true, rateLimitsEnabled: process.env.ATP_RATE_LIMITS === '1' },
    bsky: { port: bsky, publicUrl: `http://localhost:${bsky}` },
    ozone: { port: ozone },
  })
  console.log(`READY ${JSON.stringify({ service: network.pds.url, directory: network.plc.url, appView: network.bsky.url })}`)
} catch (error) {
  console.error(error)
  await stop(1)
}
