/** Who speaks, before a colon: "吴恩达：", "**Q**:", "Host:". */
const SPEAKER = /^[*_#>\s]*[^：:，。,.!?！？]{1,20}[：:][*_\s]*/u;
/** What people say to show that they listen, agree, greet or thank. */
const POLITE = [
  "是的|是啊|是吧|是|对的|对啊|对对|对|没错|没问题|好的|好吧|好|嗯嗯|嗯|哦|噢|啊|哈哈+|呵呵|确实如此|确实是|确实|当然了?|可以|行|明白了?|懂了|了解了?|理解|有道理",
  "(?:我)?(?:完全|非常|十分|很|也|都|绝对)*(?:同意|赞同|认同|理解|明白)(?:你|您)?(?:的)?(?:说法|看法|观点|意见)?",
  "说得(?:很|太|非常)?(?:好|对)(?:了)?|(?:非常|十分|很|真)?(?:有意思|有趣|精彩|棒|好)|太(?:好|棒|有意思|精彩)了|(?:原来)?(?:是)?这样(?:啊|的)?|那(?:太)?好",
  "(?:非常|十分|很)?(?:感谢|谢谢)(?:你|您|大家|各位|邀请|主持人|你的邀请|你的分享|您的分享)*|不客气|大家好|你好|您好|再见|请(?:讲|说|继续)|欢迎(?:你|您|大家)?",
  "yes|yeah|yep|right|exactly|absolutely|definitely|totally|sure|of course|okay|ok|indeed|true|agreed|great|good|nice|wow|i see|i (?:completely |totally |fully |absolutely )?agree(?: with you)?|that'?s (?:right|true|great|interesting)|thank you(?: so much| very much)?|thanks|no problem|you'?re welcome|hello|hi|hm+|uh-?huh|mm-?hm+",
].join("|");
const SAYS_NOTHING = new RegExp(`^(?:${POLITE})[了呀呢吧哈啊]?$`, "iu");
const PAUSE = /[，。、！!？?,.;；~…—]+/u;

/** A turn of a conversation that holds nothing: somebody agrees, greets or thanks. */
export function isEmptyTurn(sentence: string): boolean {
  const said = sentence
    .replace(SPEAKER, "")
    .replace(/[*_“”"「」]/gu, "")
    .replaceAll("’", "'");
  return said.split(PAUSE).every((part) => part.trim() === "" || SAYS_NOTHING.test(part.trim()));
}
