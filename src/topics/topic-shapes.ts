/** Shapes of the signs of topics as paths in a square of 16. */
export const TOPIC_SHAPES = [
  'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  'M2.5 2.5h11v11h-11z',
  'M8 1.5l7 12.5h-14z',
  'M8 .8l7.2 7.2l-7.2 7.2l-7.2-7.2z',
  'M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4z',
] as const;
