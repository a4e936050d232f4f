const token = () => document.querySelector('meta[name="request-token"]')?.content ?? ''

/** A POST of our own, with the antiforgery token of the page. */
export const post = (url, body, options = {}) => fetch(url, {
  method: 'POST', body, credentials: 'same-origin', ...options, headers: { RequestVerificationToken: token(), ...options.headers }
})

/** The page or the part of it named by `fragment`, as a document; null where the answer is not a page of ours (signed out, error). */
export async function readFragment(url, fragment) {
  const response = await fetch(url, { headers: { 'X-Fragment': fragment }, credentials: 'same-origin', cache: 'no-store' })
  if (!response.ok || response.redirected) return null
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}
