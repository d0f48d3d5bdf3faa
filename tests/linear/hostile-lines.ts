/** What is repeated to make a line hostile to any pattern: blanks, digits, letters, marks that open, part and end. */
export const UNITS: readonly string[] = [
  ..." \t\n1aA中あ.,:;!?-_*#`~'\"()[]{}<>|/\\=+&@%$^。，、；：！？（）「」《》“”…—￥年月日第个的",
  ..."a ,1 ,1.,1,,a.,. x,A.,中a,a1,1 a,- ,> ,# ,| ,* ,**,__,[a],[a](,![a](,](,<a,<a>,</,<!--,&amp;,\n ,\n\n,a\n,中\n,\n-".split(
    ",",
  ),
  ..."http://a|www.a|a@|e.g. |Mr. |100 million |一百万|2024年|1月|May 1 |not |不|没有|“a”|「a」|(a)|《a》|John |of |and |1/|1-|$1 |---\n|a: |```\n|\\".split(
    "|",
  ),
].filter((unit) => unit !== "");

export const hostile = (unit: string, chars: number, end = "x"): string =>
  `x${unit.repeat(Math.ceil(chars / unit.length))}${end}`;
