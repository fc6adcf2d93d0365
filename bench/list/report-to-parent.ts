/** Tells the process that forked this one its port, and whenever it asks, the processor time used so far in ms. */
export function reportToParent(port: number): void {
  process.send?.(port)
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1_000)
  })
  process.once('disconnect', () => process.exit())
}
