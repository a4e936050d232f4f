import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { outline } from './outline.mjs'
import { markPng, markSvg } from './mark.mjs'
import { readTokens } from './tokens.mjs'
import { stylesheet } from './stylesheet.mjs'

const host = fileURLToPath(new URL('../..', import.meta.url))
const sources = join(host, 'Assets')
const root = join(host, 'wwwroot')
const out = join(root, 'assets')
const target = ['chrome109', 'edge109', 'firefox115', 'safari16']

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const bundle = (entry, outfile, options) => build({
  entryPoints: [join(sources, 'scripts', entry)], outfile, bundle: true, minify: true, target, legalComments: 'none', logLevel: 'warning', ...options
})

const css = await transform(stylesheet(host), { loader: 'css', minify: true, target, logLevel: 'warning' })
writeFileSync(join(out, 'app.css'), css.code)
await bundle('app.js', join(out, 'app.js'), { format: 'esm' })
await bundle('theme.js', join(out, 'theme.js'), { format: 'iife' })
await bundle('map.js', join(out, 'map.js'), { format: 'esm', loader: { '.png': 'dataurl' } })
writeFileSync(join(out, 'outline.json'), JSON.stringify(outline()))

const { frame } = readTokens().colour
const { risk, rehearsal } = readTokens().meaning
writeFileSync(join(out, 'mark.svg'), markSvg(frame.light))
writeFileSync(join(out, 'mark-rehearsal.svg'), markSvg(rehearsal.solid.light))
writeFileSync(join(out, 'mark-alarm.svg'), markSvg(risk.solid.light, '#ffdd00'))
for (const size of [180, 192, 512]) writeFileSync(join(out, `mark-${size}.png`), markPng(size, frame.light))
for (const file of ['icons.svg', 'manifest.webmanifest', 'offline.html']) cpSync(join(sources, 'static', file), join(out, file))

const version = readdirSync(out).sort().reduce((hash, file) => hash.update(readFileSync(join(out, file))), createHash('sha256')).digest('hex').slice(0, 12)
await bundle('worker.js', join(root, 'worker.js'), { format: 'iife', define: { VERSION: JSON.stringify(version) } })
writeFileSync(join(out, 'version.txt'), `${version}\n`)
