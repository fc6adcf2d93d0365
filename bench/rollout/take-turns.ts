/** Every worker takes the next item until none is left. */
export async function takeTurns<Worker, Item>(
  workers: readonly Worker[],
  items: readonly Item[],
  work: (worker: Worker, item: Item) => Promise<unknown>,
): Promise<void> {
  const rest = items.values()
  await Promise.all(
    workers.map(async (worker) => {
      for (const item of rest) await work(worker, item)
    }),
  )
}
