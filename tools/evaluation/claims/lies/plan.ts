import type { Maker } from "../claim.ts";
import { countOf, type Rewrite, rewriteOnce } from "../edit.ts";

const ANY =
  /计划|打算|拟|准备|即将|将[会要于在]?|有望|预计|目标|希望|\b(?:will|plans?|planned|planning|intends?|intended|hopes?|hoped|aims?|aimed|expected|scheduled|due to|set to|to be)\b/gi;
/** Where words of a plan are none (将0替换为1), or the plan is what did not happen. */
const UNSURE =
  /将\s?\d[^，。；]{0,16}[为到至成]|将开源作为|如果|若|一旦|原计划|本计划|曾计划|[不没未]|\b(?:if|unless|when|would|not|never|until)\b/i;
const VERB =
  "采集|发射|推出|发布|建设|投入|投资|收购|上市|开展|建造|发行|生产|出售|裁员|招聘|融资|扩大|增加|开设|开放|开始|启动|在|于|向|把|对";

const DONE: readonly Rewrite[] = [
  [new RegExp(`(?<![的这该此项个照划罗按原])计划(?:将|要)?(?=${VERB})`), "已经"],
  [
    /(?:预计)?将会?(?=[在于从]?(?:今年|明年|后年|\d|年底|本月|下月|下周|推出|发布|发射|成为|开放|启动|上线|建成|投产|交付|进行|举行|开始|开源|登陆|用于|投入|继续|支持|迎来))/,
    "已经",
  ],
  [/(?:有望|打算|即将)(?=\p{Script=Han})/u, "已经"],
  [/\b(?:plans|intends|hopes|aims|is expected|is planned|is scheduled|is set|is due) to\b/, "has managed to"],
  [/\b(?:plan|intend|hope|aim|are expected|are planned|are scheduled|are set|are due) to\b/, "have managed to"],
  [/\b(?:is|are) to be\b/, "has been"],
  [/\bwill be (?=\w+(?:ed|en|built|made|sent|held|sold|put|kept)\b)/, "has been "],
  [
    /\bwill (launch|reach|start|open|add|join|return|replace|land|visit|test|move|end|pass|produce|cover|publish)\b/,
    "has already $1ed",
  ],
];

/** What is planned is told as done; only where no other word of a plan is left. */
export const planAsDone: Maker = ({ text }, random) => {
  if (UNSURE.test(text)) return null;
  const changed = rewriteOnce(text, DONE, random);
  return changed === null || countOf(changed, ANY) > 0 ? null : { text: changed };
};
