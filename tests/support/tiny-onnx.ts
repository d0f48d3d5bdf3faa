/** An ONNX model of some hundred bytes, written by hand (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto): the sum of a row for each token. */

type Field = readonly [number: number, value: number | string | Uint8Array];

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A message of Protocol Buffers. */
function message(...fields: readonly Field[]): Uint8Array {
  const bytes = fields.flatMap(([number, value]) => {
    if (typeof value === "number") return [...varint(number * 8), ...varint(value)];
    const data = typeof value === "string" ? new TextEncoder().encode(value) : value;
    return [...varint(number * 8 + 2), ...varint(data.length), ...data];
  });
  return Uint8Array.from(bytes);
}

const INT64 = 7;
const FLOAT = 1;

function valueInfo(name: string, type: number, dims: readonly (string | number)[]): Uint8Array {
  const shape = message(
    ...dims.map((dim): Field => [1, typeof dim === "number" ? message([1, dim]) : message([2, dim])]),
  );
  return message([1, name], [2, message([1, message([1, type], [2, shape])])]);
}

/** logits = the sum over tokens of rows[token]. */
export function sumOfRows(rows: readonly (readonly number[])[]): Uint8Array {
  const columns = rows[0]?.length ?? 0;
  const data = new Uint8Array(Float32Array.from(rows.flat()).buffer);
  const table = message([1, rows.length], [1, columns], [2, FLOAT], [8, "table"], [9, data]);
  const gather = message([1, "table"], [1, "input_ids"], [2, "gathered"], [4, "Gather"]);
  const axes = message([1, "axes"], [8, 1], [20, 7]);
  const keep = message([1, "keepdims"], [3, 0], [20, 2]);
  const sum = message([1, "gathered"], [2, "logits"], [4, "ReduceSum"], [5, axes], [5, keep]);
  const graph = message(
    [1, gather],
    [1, sum],
    [2, "tiny"],
    [5, table],
    [11, valueInfo("input_ids", INT64, ["batch", "tokens"])],
    [12, valueInfo("logits", FLOAT, ["batch", columns])],
  );
  return message([1, 6], [7, graph], [8, message([1, ""], [2, 11])]);
}
