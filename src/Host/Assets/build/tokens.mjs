import { readFileSync } from 'node:fs'

export const readTokens = () => JSON.parse(readFileSync(new URL('../tokens.json', import.meta.url), 'utf8'))

/** Every colour by its custom property's name, e.g. `risk-text`, with its light and dark value. */
export function colours(tokens) {
  const all = { ...tokens.colour }
  for (const [meaning, parts] of Object.entries(tokens.meaning))
    for (const [part, value] of Object.entries(parts)) all[`${meaning}-${part}`] = value
  return all
}

/** The custom properties of both themes; `[data-theme]` on the root wins over the system's preference, and paper is light. */
export function tokensCss(tokens) {
  const themed = theme => [
    `color-scheme: ${theme};`,
    ...Object.entries(colours(tokens)).map(([name, value]) => `--${name}: ${value[theme]};`),
    ...Object.entries(tokens.elevation).map(([name, value]) => `--elevation-${name}: ${value[theme]};`)
  ].join('\n')
  const fixed = [
    ...Object.entries(tokens.size).map(([name, value]) => `--${name}: ${value};`),
    ...Object.entries(tokens.font).map(([name, value]) => `--font-${name}: ${value};`)
  ].join('\n')
  return `:root {\n${fixed}\n${themed('light')}\n}
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {\n${themed('dark')}\n} }
@media screen { :root[data-theme="dark"] {\n${themed('dark')}\n} }\n`
}
