/** A bill as it stands when money arrives; kopecks. */
export type BillRoom = { billId: string; room: bigint };

/** What captured money settles: planned claims in their order, each clipped to what is still due; the rest is prepayment. */
export function clipClaims(claims: readonly { billId: string; amount: bigint }[], rooms: readonly BillRoom[], captured: bigint): { billId: string; amount: bigint }[] {
  const room = new Map(rooms.map((bill) => [bill.billId, bill.room]));
  let left = captured;
  return claims.flatMap(({ billId, amount }) => {
    const part = [amount, room.get(billId) ?? 0n, left].reduce((least, value) => (value < least ? value : least));
    if (part <= 0n) return [];
    left -= part;
    return [{ billId, amount: part }];
  });
}

/** What stays settled after money went back: the last bill loses first. */
export function shrinkAllocations(allocations: readonly { billId: string; amount: bigint }[], kept: bigint): { billId: string; amount: bigint }[] {
  return clipClaims(allocations, allocations.map(({ billId, amount }) => ({ billId, room: amount })), kept);
}
