/** Page numbers worth showing around the current one; `null` stands for a gap: 1 … 4 5 6 … 20. */
export function pageWindow(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => {
    const previous = sorted[i - 1] ?? n - 1;
    if (n - previous === 1) return [n];
    // A gap of one page is shown as that page: an ellipsis would take the same room.
    return n - previous === 2 ? [n - 1, n] : [null, n];
  });
}
