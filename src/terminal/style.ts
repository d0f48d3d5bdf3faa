import { styleText } from "node:util";

export type Style = (text: string) => string;

/** Colours only where the stream is a terminal that wants them (NO_COLOR, TERM and the like are honoured). */
export function styleFor(stream: NodeJS.WriteStream): {
  readonly bold: Style;
  readonly dim: Style;
  readonly cyan: Style;
  readonly green: Style;
  readonly yellow: Style;
  readonly red: Style;
} {
  const style = (format: "bold" | "dim" | "cyan" | "green" | "yellow" | "red") => (text: string) =>
    styleText(format, text, { stream });
  return {
    bold: style("bold"),
    dim: style("dim"),
    cyan: style("cyan"),
    green: style("green"),
    yellow: style("yellow"),
    red: style("red"),
  };
}
