/** What one measured process prints, as one line of JSON. */
export interface Report {
  readonly seconds: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly peakRssMb: number;
  /** Cluster of each paper, a run a seed; and for each paper the nearest, perhaps itself among them. */
  readonly runs?: readonly (readonly number[])[];
  readonly neighbours?: readonly (readonly number[])[];
}

/** Seconds by stage; a stage that is met again adds up. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {};
  private last = performance.now();

  /** Ends a stage, from the end of the one before. */
  lap(stage: string): void {
    const now = performance.now();
    this.seconds[stage] = (this.seconds[stage] ?? 0) + (now - this.last) / 1000;
    this.last = now;
  }
}

/** Prints what this process measured, with the most memory that it ever had. */
export function report(measured: Omit<Report, 'peakRssMb'>): void {
  const peakRssMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ...measured, peakRssMb })}\n`);
}
