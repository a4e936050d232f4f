/** Milliseconds before the attempt after `failures` failures: doubling from one second to thirty, with jitter so that a hundred screens do not return at once. */
export const backoff = (failures, random = Math.random) => Math.min(30_000, 1000 * 2 ** Math.min(failures, 10)) * (0.5 + random() / 2)
