/**
 * Waits for statements that were sent on one connection, one behind the other, without waiting in between.
 * @param sent in the order they were sent
 * @throws the first failure: those behind it only say that the transaction has failed, but may be heard of earlier
 */
export async function settleInOrder<const Sent extends readonly unknown[]>(
  sent: Sent,
): Promise<{ -readonly [Index in keyof Sent]: Awaited<Sent[Index]> }> {
  const outcomes = await Promise.allSettled(sent)
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(sent)
}
