export function summarize(text: string): Record<string, number>
export function embedNumbers(numbers: Record<string, number>, timestamp: number): object
