import { Composer, type Context } from "grammy";
import { withoutMention } from "../addressed.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";

const GREETINGS =
  "你好 您好 你们好 大家好 嗨 哈喽 哈啰 早 早安 早上好 下午好 晚上好 在吗 hi hello hey hithere hellothere goodmorning goodevening";
const THANKS =
  "谢谢 谢谢你 谢谢您 谢谢啦 谢谢了 谢了 多谢 感谢 thanks thankyou thx manythanks thanksalot thankyouverymuch cheers";
const NODS =
  "好 好的 好吧 嗯 嗯嗯 哦 行 可以 收到 明白 明白了 知道了 再见 拜拜 ok okay yes no gotit isee bye goodbye lol haha 哈哈 哈哈哈";

type Kind = "greeting" | "thanks" | "nod";

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...GREETINGS.split(" ").map((word) => [word, "greeting"] as const),
  ...THANKS.split(" ").map((word) => [word, "thanks"] as const),
  ...NODS.split(" ").map((word) => [word, "nod"] as const),
]);

/** A greeting, thanks, a nod or a mere sign is no question: searching for it would only find its words. */
export function smallTalk(): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text", async (ctx, next) => {
    const kind = kindOf(withoutMention(ctx.message, ctx.me));
    if (kind === null) return next();
    await sendText(ctx.api, placeOf(ctx), sayTo(ctx)(`small-talk-${kind}`));
  });
  return composer;
}

/** null for what may be a question, and for nothing at all. */
function kindOf(text: string): Kind | null {
  if (text === "") return null;
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return bare === "" ? "nod" : (KINDS.get(bare) ?? null);
}
