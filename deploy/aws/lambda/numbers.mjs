/** Sums up the series of each number that match, from the text form of Prometheus. */
function sumOf(text, name, matches = () => true) {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .filter(matches)
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
}

/** What is worth an alarm. Runs and jobs are those of all processes. */
export function summarize(text) {
  return {
    JobsWaiting: sumOf(text, 'berth_jobs_waiting'),
    JobsFailing: sumOf(text, 'berth_jobs_failing'),
    RunsPending: sumOf(text, 'berth_runs', (line) => line.includes('state="pending"')),
    RunsFailed: sumOf(text, 'berth_runs', (line) => line.includes('state="failed"')),
    QueriesWaiting: sumOf(text, 'berth_db_waiting'),
    Listening: sumOf(text, 'berth_listening'),
  }
}

/** The line from which CloudWatch takes numbers (its embedded metric format). */
export function embedNumbers(numbers, timestamp) {
  const Metrics = Object.keys(numbers).map((Name) => ({ Name, Unit: 'Count' }))
  const directive = { Namespace: 'Berth', Dimensions: [[]], Metrics }
  return { _aws: { Timestamp: timestamp, CloudWatchMetrics: [directive] }, ...numbers }
}
