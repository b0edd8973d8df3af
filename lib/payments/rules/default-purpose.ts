/** What «Назначение» says until the payer changes it. */
export function defaultPurpose(contractNumber: string, billNumbers: readonly string[]): string {
  const [only] = billNumbers;
  const contract = `Оплата по договору № ${contractNumber}`;
  return billNumbers.length === 1 && only !== undefined ? `${contract} по счёту № ${only}` : contract;
}
