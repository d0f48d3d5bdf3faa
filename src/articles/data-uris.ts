const BASE64 =
  /data:[\w/+.-]{0,100}(?:;[\w=.-]{1,100}){0,4};base64,(?:[A-Za-z0-9+/_-]|%2[bf]|%3d|=|\r?\n[ \t]{0,8}(?=[A-Za-z0-9+/=]{20}))+/gi;
const SVG_START = /data:image\/svg\+xml[^,"')\s]{0,100},\s?(?=<svg|%3csvg)/gi;

/** Text without the bytes of embedded pictures and fonts; the start of each address stays: `data:image/png;base64,`. */
export function withoutDataUris(text: string): string {
  if (!/data:/i.test(text)) return text;
  return withoutSvg(text.replace(BASE64, (uri) => uri.slice(0, uri.indexOf(",") + 1)));
}

/** A drawing written out holds brackets, marks and words of its own, so it is cut by its end. */
function withoutSvg(text: string): string {
  const lower = text.toLowerCase();
  let out = "";
  let from = 0;
  for (const match of text.matchAll(SVG_START)) {
    const at = match.index + match[0].length;
    if (at < from) continue;
    const end = lower.startsWith("%3c", at) ? "%3c/svg%3e" : "</svg>";
    const close = lower.indexOf(end, at);
    if (close === -1) break;
    out += text.slice(from, at).trimEnd();
    from = close + end.length;
  }
  return out + text.slice(from);
}
