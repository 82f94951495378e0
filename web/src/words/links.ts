// Addresses come from what was read, and may be anything: only those of the web are made links.

export function webAddress(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  return /^https?:$/.test(new URL(address).protocol) ? address : null;
}

/** "example.org" of an address of the web. */
export function hostOf(address: string | null | undefined): string | null {
  const known = webAddress(address);
  return known ? new URL(known).hostname.replace(/^www\./, "") : null;
}
