/** A probability for people. What is certain is called proven: a likelihood is never told as 100 %. */
export function percent(probability: number): string {
  return `${Math.min(99, Math.round(probability * 100))} %`;
}
