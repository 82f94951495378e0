// Days as people write them. A date may be of a year or a month only, and stays so.

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export function inWords(date: string | null | undefined): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? "");
  if (!match) return date ?? "";
  const [, year, month, day] = match;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return year ?? "";
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** All months from the first to the last, "2009-03", so that silence takes its space in a picture. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let year = Number(first.slice(0, 4));
  let month = Number(first.slice(5, 7));
  while (months.length < 12 * 300) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    months.push(name);
    if (name >= last) break;
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return months;
}

export function lastDayOf(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
}
