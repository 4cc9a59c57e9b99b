// Of d3-contour 4 what Sheaf uses; the published types are those of version 3.
declare module 'd3-contour' {
  /** A polygon's rings of [x, y], the outer one first. */
  type Polygon = [number, number][][];

  interface ContoursOfDensity {
    (value: number): { readonly value: number; readonly coordinates: Polygon[] };
    /** The greatest density. */
    readonly max: number;
  }

  interface DensityEstimator<Datum> {
    x(x: (datum: Datum) => number): this;
    y(y: (datum: Datum) => number): this;
    size(size: [number, number]): this;
    cellSize(size: number): this;
    bandwidth(bandwidth: number): this;
    contours(data: readonly Datum[]): ContoursOfDensity;
  }

  export function contourDensity<Datum>(): DensityEstimator<Datum>;
}
