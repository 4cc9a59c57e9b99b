/**
 * How many milliseconds an answer asks to wait: its `Retry-After` in seconds or as an HTTP date (RFC
 * 9110, 10.2.3), else the `t` of Hugging Face's `RateLimit` (https://huggingface.co/docs/hub/rate-limits).
 * Null where it asks for nothing that can be read.
 */
export function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  // Only the one form of today: Date.parse would make something of "soon 5" too.
  if (/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value)) {
    const at = Date.parse(value);
    if (!Number.isNaN(at)) return Math.max(0, at - nowMs);
  }
  const seconds = /;\s*r=0\s*;\s*t=(\d{1,6})/.exec(headers.get('ratelimit') ?? '')?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
