import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/**
 * Lets Sass load MoJ Frontend's partials as `moj:components/…` on top of *our* configured GOV.UK base: the package configures
 * that base itself (19 px type, GDS Transport), and a Sass module can be configured only once.
 */
export function mojImporter(root) {
  return {
    canonicalize(url) {
      if (!url.startsWith('moj:')) return null
      const path = url.slice('moj:'.length).replace(/^\/+/, '')
      if (path === 'vendor/govuk-frontend') return new URL('moj:///vendor/govuk-frontend')
      const { dir, base } = posix.parse(path)
      const found = [posix.join(dir, `_${base}.scss`), posix.join(dir, `${base}.scss`), posix.join(path, '_index.scss'), path]
        .find(candidate => candidate.endsWith('.scss') && existsSync(join(root, candidate)))
      return found ? new URL(`moj:///${found}`) : null
    },
    load(canonical) {
      const path = canonical.pathname.replace(/^\/+/, '')
      const contents = path === 'vendor/govuk-frontend' ? '@forward "govuk/base";' : readFileSync(join(root, path), 'utf8')
      return { contents, syntax: 'scss' }
    }
  }
}
