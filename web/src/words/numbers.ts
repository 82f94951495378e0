const formatter = new Intl.NumberFormat("en");

export function grouped(value: number): string {
  return formatter.format(value);
}

export function counted(value: number, one: string): string {
  return `${grouped(value)} ${one}${value === 1 ? "" : "s"}`;
}

/** A probability as people say it. Never 100 %: nothing here is that sure. */
export function percent(probability: number): string {
  return `${Math.min(99, Math.round(probability * 100))}\u00a0%`;
}
