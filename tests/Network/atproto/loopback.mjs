// The servers' packages listen on every interface. A test's network is nobody else's business, so every listener of this process
// is put on the loopback interface before any of those packages is imported.
import net from 'node:net'

const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (first, ...rest) {
  if (first !== null && typeof first === 'object' && 'port' in first) return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest)
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))
  if (!isPort) return listen.call(this, first, ...rest)
  const others = typeof rest[0] === 'string' ? rest.slice(1) : rest
  return listen.call(this, first, '127.0.0.1', ...others)
}

export const freePort = () => new Promise((resolve, reject) => {
  const probe = net.createServer().on('error', reject)
  probe.listen(0, () => {
    const { port } = probe.address()
    probe.close(() => resolve(port))
  })
})

export async function untilListening(port, milliseconds = 20_000) {
  const deadline = Date.now() + milliseconds
  while (!(await isListening(port))) {
    if (Date.now() > deadline) throw new Error(`Nothing listens on port ${port}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const isListening = (port) => new Promise((resolve) => {
  const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true) })
  socket.on('error', () => resolve(false))
})
