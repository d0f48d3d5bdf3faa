import type { SmallTalk } from "../../domain.ts";

const GREETINGS =
  "你好 您好 你们好 大家好 嗨 哈喽 哈啰 早 早安 早上好 上午好 中午好 下午好 晚上好 晚安 在吗 在么 在不在 有人吗 你在吗 你好吗 最近好吗 最近怎么样 你是谁 你叫什么 你叫什么名字 吃了吗 吃饭了吗 hi hello hey hithere hellothere heythere goodmorning goodafternoon goodevening goodnight howareyou howareyoudoing howsitgoing whatsup sup whoareyou whatsyourname whatisyourname areyouthere anyonethere nicetomeetyou 很高兴认识你 新年快乐 节日快乐 happynewyear";
const THANKS =
  "谢谢 谢谢你 谢谢您 谢谢啦 谢谢了 谢了 谢啦 多谢 感谢 非常感谢 太感谢了 谢谢你的帮助 谢谢帮忙 辛苦了 辛苦啦 辛苦你了 麻烦你了 thanks thankyou thx ty manythanks thanksalot thankssomuch thankyousomuch thankyouverymuch cheers thanksforyourhelp thanksforthehelp muchappreciated appreciateit";
const NODS =
  "好 好的 好吧 好哒 好滴 好嘞 嗯 嗯嗯 哦 噢 行 行吧 可以 收到 明白 明白了 懂了 了解 了解了 知道了 原来如此 没事 没事了 没问题 算了 不用了 不客气 再见 拜拜 回见 回头见 哈 哈哈 哈哈哈 呵呵 嘻嘻 厉害 真厉害 太厉害了 你真棒 真棒 太棒了 棒 不错 很好 太好了 牛 有意思 真有意思 对 对的 是的 是 不是 没错 ok okay k yes yep yeah no nope sure gotit isee bye byebye goodbye seeyou seeya seeyoulater later lol haha hahaha nice cool great awesome perfect wow wonderful goodjob welldone goodbot nevermind nvm alright allright fine right interesting makessense understood noworries youreawesome youarethebest yourethebest thatsgreat thatscool thatsallfornow thatsall";

const KINDS: ReadonlyMap<string, SmallTalk> = new Map([
  ...GREETINGS.split(" ").map((word) => [word, "greeting"] as const),
  ...THANKS.split(" ").map((word) => [word, "thanks"] as const),
  ...NODS.split(" ").map((word) => [word, "nod"] as const),
]);

/** Of the bot itself, of the speaker's mood, and laughter. */
const CHAT: readonly (readonly [RegExp, SmallTalk])[] = [
  [/^(?=(?<laughs>(?:哈|呵|嘿|嘻|ha?|233+|666+|lol|lmao|rofl)+))\k<laughs>(?:笑死|[哈h23了我]|好笑|太好笑)*$/, "nod"],
  [
    /^(?:你|您)(?:可|也|还)?(?:真|好|太|很|挺|最|是最)(?:的)?(?:聪明|厉害|棒|可爱|搞笑|好笑|逗|有趣|有意思|贴心|牛|笨|傻|好|能干|强|靠谱|行|不错|幽默|会说|细心|懂我)(?:的|了|啊)*$/,
    "nod",
  ],
  [
    /^(?:你|您)(?:到底)?(?:是不是|是|不是)(?:一?个)?(?:机器人|真人|人类|人|ai|人工智能|chatgpt|gpt|活人|男的|女的)(?:吗|么|吧)?$/,
    "greeting",
  ],
  [
    /^(?:你|您)(?:几岁|多大|多大了|住哪|在哪|在干嘛|在干什么|在做什么|忙吗|累吗|睡了吗|还好吗|喜欢我吗|高兴吗|开心吗|有女朋友吗|有男朋友吗)$|^(?:谁|是谁)(?:做|造|开发|创造|写|训练)(?:了|的)?你(?:的)?$|^你(?:是|是由|由)?谁(?:做|造|开发|创造|写|训练)(?:的|了)?(?:你)?$/,
    "greeting",
  ],
  [
    /^(?:我)?(?:今天|今晚|现在|最近|这两天)?(?:我)?(?:心情|天气|好|有点|太|真|很){1,9}(?:不太|不|很|真)?(?:好|差|累|困|无聊|烦|开心|难过|热|冷|忙|饿|高兴|郁闷|不好|糟|糟糕|一般|不错){1,9}(?:了|啊)?$/,
    "nod",
  ],
  [
    /^(?:今天)?(?:就|先)(?:到|聊到|这样|聊)(?:这|这里|这儿|吧)*(?:了|吧)?$|^(?:明天|下次|改天|回头|待会儿?|一会儿?)(?:再)?(?:见|聊|说|来)$|^(?:我)?(?:先)?(?:走|撤|下|睡|忙|去忙|下班|吃饭去)了$/,
    "nod",
  ],
  [
    /^you(?:re| are)? ?(?:so |very |really |too |pretty |quite |a |the |such a )*(?:funny|smart|clever|great|awesome|cute|helpful|amazing|good|best|kind|sweet|nice|genius|stupid|dumb|legend|star|lifesaver|rock)(?: bot| one)?$/,
    "nod",
  ],
  [
    /^(?:are|r) you (?:a |an |really |even |actually )*(?:real|human|bot|robot|person|ai|machine|alive|chatgpt|there|ok|okay|busy|real person|real human)(?: or (?:a |an )?(?:bot|robot|human|person|machine))?$|^who (?:made|created|built|wrote|trained|owns) you$|^(?:how old|where) are you(?: from)?$|^do you (?:like|love) me$/,
    "greeting",
  ],
  [
    /^(?:see|talk to|catch) (?:you|ya|u)(?: later| tomorrow| soon| around| again| then)*$|^(?:have a|enjoy your|enjoy the) (?:good|nice|great|lovely )*\s?(?:day|night|evening|weekend|one|afternoon)$|^(?:gotta|got to|have to|i) (?:go|run|am off)(?: now)?$|^good luck$/,
    "nod",
  ],
  [
    /^(?:that|this|it)(?:s| is| was)? (?:so |very |really |pretty |quite |super )*(?:great|good|helpful|useful|nice|cool|perfect|awesome|funny|amazing|interesting|fine|all|it)(?: for (?:now|today))?$/,
    "nod",
  ],
  [
    /^(?:i ?a?m|im|feeling|i feel) (?:so |very |really |a bit |just )*(?:tired|bored|happy|sad|hungry|sleepy|sick|fine|good|ok|back|here)(?: today| now)?$/,
    "nod",
  ],
];
const ADDRESS = /(?:机器人|小助手|亲|朋友|老师|bot|buddy|friend|everyone|all|there|footnote|dear|man|mate)$/u;
const MOST_WORDS = 6;
const PARTICLE = /(?<![啊呀哦噢哈呢啦吧嘛哟喔])[啊呀哦噢哈呢啦吧嘛哟喔]+$/u;

/** A greeting, thanks, a nod or a mere sign: searching for it would only find its words. null for anything that may be more. */
export function smallTalkIn(text: string): SmallTalk | null {
  if (text.trim() === "") return null;
  const kinds = text.split(/[,，。.!！~～…、;；\n]+|\s{2,}/u).map(kindOfPiece);
  const pieces = kinds.filter((kind) => kind !== "nothing");
  if (pieces.length === 0) return kindOf(text) ?? "nod";
  const whole = kindOf(text);
  if (whole !== null) return whole;
  if (pieces.includes("other")) return null;
  return (["thanks", "greeting"] as const).find((kind) => pieces.includes(kind)) ?? "nod";
}

function kindOfPiece(piece: string): SmallTalk | "nothing" | "other" {
  return bare(piece) === "" ? "nothing" : (kindOf(piece) ?? "other");
}

function kindOf(text: string): SmallTalk | null {
  const word = bare(text);
  const known = KINDS.get(word) ?? KINDS.get(word.replace(PARTICLE, "")) ?? KINDS.get(word.replace(ADDRESS, ""));
  if (known !== undefined) return known;
  const spaced = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const chat = CHAT.find(
    ([pattern]) =>
      pattern.test(/\p{Script=Han}/u.test(text) ? word.replace(PARTICLE, "") : spaced) || pattern.test(word),
  )?.[1];
  return chat ?? everyWord(spaced);
}

/** "ok cool", "ok got it": words and phrases that are each small talk. */
function everyWord(spaced: string): SmallTalk | null {
  const words = spaced.split(" ");
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  for (let length = words.length - 1; length > 0; length -= 1) {
    const first = KINDS.get(words.slice(0, length).join(""));
    const rest = words.slice(length);
    const other = first === undefined ? null : (KINDS.get(rest.join("")) ?? everyWord(rest.join(" ")));
    if (first !== undefined && other !== null)
      return (["thanks", "greeting"] as const).find((kind) => kind === first || kind === other) ?? "nod";
  }
  return null;
}

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
