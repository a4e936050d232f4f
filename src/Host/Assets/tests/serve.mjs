import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const host = fileURLToPath(new URL('../..', import.meta.url))
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' }
export const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

/** Serves the gallery and the built assets under the product's own content security policy; `routes` answers for the rest. */
export async function serve(routes = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    response.setHeader('Content-Security-Policy', policy)
    const route = routes[`${request.method} ${pathname}`]
    if (route) return route(request, response)
    if (pathname === '/live') return response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': open\n\n')
    const file = [join(host, 'wwwroot', normalize(pathname)), join(host, 'Assets', normalize(pathname))].find(path => existsSync(path) && statSync(path).isFile())
    if (!file) return response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => { server.closeAllConnections(); return new Promise(resolve => server.close(resolve)) } }
}
