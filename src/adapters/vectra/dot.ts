/** Sum of products of the query with the row at `offset`. Four running sums let the processor overlap the multiplications. */
export function dot(query: Float32Array, matrix: Float32Array, offset: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const end = query.length & ~3;
  for (let i = 0; i < end; i += 4) {
    a += (query[i] as number) * (matrix[offset + i] as number);
    b += (query[i + 1] as number) * (matrix[offset + i + 1] as number);
    c += (query[i + 2] as number) * (matrix[offset + i + 2] as number);
    d += (query[i + 3] as number) * (matrix[offset + i + 3] as number);
  }
  for (let i = end; i < query.length; i++) a += (query[i] as number) * (matrix[offset + i] as number);
  return a + b + c + d;
}
