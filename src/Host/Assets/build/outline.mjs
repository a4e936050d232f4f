import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'

// The coast that the map shows without the internet: the United Kingdom and what lies in sight of it, of Natural Earth (public domain).
const shown = new Set(['United Kingdom', 'Ireland', 'Isle of Man', 'Jersey', 'Guernsey', 'France', 'Belgium', 'Netherlands'])
const near = ring => ring.some(([lon, lat]) => lon > -12 && lon < 6 && lat > 48 && lat < 62)
const rounded = ring => ring.map(([lon, lat]) => [Number(lon.toFixed(4)), Number(lat.toFixed(4))])

export function outline() {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const world = JSON.parse(readFileSync(file, 'utf8'))
  const features = feature(world, world.objects.countries).features.filter(country => shown.has(country.properties.name)).map(country => {
    const polygons = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates
    return {
      type: 'Feature', properties: { name: country.properties.name },
      geometry: { type: 'MultiPolygon', coordinates: polygons.filter(rings => near(rings[0])).map(rings => rings.map(rounded)) }
    }
  })
  if (!features.some(country => country.properties.name === 'United Kingdom')) throw new Error('The outline of the United Kingdom is missing from world-atlas.')
  return { type: 'FeatureCollection', features }
}
