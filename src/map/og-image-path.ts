/** Path below the base of the picture that other sites show of the site, or of a topic. */
export function ogImagePath(topic?: string): string {
  return topic === undefined ? 'og/site.png' : `og/topics/${topic}.png`;
}
