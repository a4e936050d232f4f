import { join } from 'node:path'
import * as sass from 'sass'
import { mojImporter } from './moj-importer.mjs'
import { recolour } from './recolour.mjs'
import { readTokens, tokensCss } from './tokens.mjs'

/** The whole stylesheet: the vendors' parts in our colours, our tokens, then our own components. */
export function stylesheet(host) {
  const modules = join(host, 'node_modules')
  const compile = file => sass.compile(join(host, 'Assets', 'styles', file), {
    loadPaths: [join(modules, 'govuk-frontend', 'dist'), modules],
    importers: [mojImporter(join(modules, '@ministryofjustice', 'frontend', 'moj'))],
    quietDeps: true
  }).css.replace(/^@charset[^;]*;/, '').replace(/^﻿/, '')
  return [recolour(compile('vendor.scss')), tokensCss(readTokens()), compile('app.scss')].join('\n')
}
