// A throw-away PostgreSQL cluster and a throw-away Redis for the AppView, both below one folder and both children of this process.
import fs from 'node:fs'
import path from 'node:path'
import { execFileSync, spawn } from 'node:child_process'
import { freePort, untilListening } from './loopback.mjs'

const children = []

export function stopBackends() {
  for (const { child, signal } of children) child.kill(signal)
}

function postgresFolder() {
  const root = '/usr/lib/postgresql'
  const versions = fs.existsSync(root) ? fs.readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => path.join(root, version, 'bin')).find((bin) => fs.existsSync(path.join(bin, 'initdb')))
  if (!found) throw new Error(`No PostgreSQL below ${root}.`)
  return found
}

// PostgreSQL refuses to run as root, as which containers like to build.
function account() {
  if (process.getuid() !== 0) return {}
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres']))
  return { uid: id('-u'), gid: id('-g') }
}

export async function startPostgres(folder) {
  const bin = postgresFolder()
  const as = account()
  const data = path.join(folder, 'postgres')
  fs.mkdirSync(data)
  if (as.uid !== undefined) fs.chownSync(data, as.uid, as.gid)
  execFileSync(path.join(bin, 'initdb'),
    ['-D', data, '-U', 'network', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'], { ...as, cwd: '/', stdio: 'ignore' })
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const log = fs.openSync(path.join(folder, 'postgres.log'), 'a')
  const child = spawn(path.join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', '', ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...as, cwd: '/', stdio: ['ignore', 'ignore', log] })
  children.push({ child, signal: 'SIGINT' }) // its "fast" shutdown
  await untilListening(port)
  const url = `postgres://network@127.0.0.1:${port}/postgres`
  await untilAnswering(url)
  return url
}

async function untilAnswering(url) {
  const { default: pg } = await import('pg')
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

export async function startRedis(folder) {
  const port = await freePort()
  const child = spawn('redis-server',
    ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no', '--dir', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  children.push({ child, signal: 'SIGTERM' })
  await untilListening(port)
  return `127.0.0.1:${port}`
}
