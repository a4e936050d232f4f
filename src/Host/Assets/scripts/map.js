// Where an incident is pinned. Works without the internet: the outline ships, the boundaries are the force's own, tiles are optional.
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'

const wholeCountry = [[49.8, -8.2], [60.9, 1.9]]
const closeUp = 13
const read = text => {
  const parts = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/.exec(text ?? '')
  return parts ? L.latLng(Number(parts[1]), Number(parts[2])) : null
}
const layerOf = async (address, options) => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return L.geoJSON(await answer.json(), options)
}

for (const place of document.querySelectorAll('[data-map]')) {
  const field = document.getElementById(place.dataset.map)
  place.hidden = false
  document.querySelector('[data-map-says]').hidden = false
  const map = L.map(place, { keyboard: false, attributionControl: true, zoomAnimation: false, fadeAnimation: false, maxZoom: 18, minZoom: 4 })
  map.attributionControl.setPrefix(false).addAttribution('Outline: Natural Earth')
  map.fitBounds(wholeCountry)
  if (place.dataset.mapTiles) L.tileLayer(place.dataset.mapTiles, { attribution: new Option(place.dataset.mapNamed).innerHTML, maxZoom: 18 }).addTo(map)

  const draw = (address, className) => layerOf(address, { style: { className }, interactive: false }).then(layer => layer.addTo(map)).catch(reportError)
  draw('/assets/outline.json', 'map__land')
  draw('/incidents/map/boundaries', 'map__boundary')

  const icon = L.divIcon({ className: 'map__pin', iconSize: [24, 24], iconAnchor: [12, 24] })
  let pin = null
  const put = (at, tells = true) => {
    const where = L.latLng(Math.max(-90, Math.min(90, at.lat)), Math.max(-180, Math.min(180, at.lng)))
    if (pin) pin.setLatLng(where)
    else {
      pin = L.marker(where, { icon, draggable: true, keyboard: false, alt: 'The pin' }).addTo(map)
      pin.on('dragend', () => put(pin.getLatLng()))
    }
    if (tells) field.value = `${where.lat.toFixed(6)}, ${where.lng.toFixed(6)}`
    if (!map.getBounds().contains(where)) map.panTo(where, { animate: false })
  }
  const follow = () => {
    const at = read(field.value)
    if (at) put(at, false)
    return at
  }

  const begun = follow()
  if (begun) map.setView(begun, closeUp)
  field.addEventListener('input', follow)
  map.on('click', event => put(event.latlng))
  place.tabIndex = 0
  place.addEventListener('keydown', event => {
    const step = event.shiftKey ? 50 : 5
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key]
    if (event.target !== place) return
    if (move) {
      event.preventDefault()
      const from = map.latLngToContainerPoint(pin ? pin.getLatLng() : map.getCenter())
      put(map.containerPointToLatLng(from.add(move)))
    } else if (event.key === '+' || event.key === '=') map.zoomIn()
    else if (event.key === '-') map.zoomOut()
  })
}
