/** What a sign makes another name of, spelt as it is also written out: C# is csharp and not C, .NET is dotnet. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{Script=Latin}\p{N}#])([a-z])#(?![\p{Script=Latin}#])/gu, "$1sharp"],
  [/(?<![\p{Script=Latin}\p{N}+])([a-z])\+\+(?!\+)/gu, "$1plusplus"],
  [/(?<=^|[\s\p{Script=Han}("'“‘「《,:;/、])\.(?=[a-z]{2})/gu, "dot"],
];

/** `text` is in lower case. */
export function spellSignedNames(text: string): string {
  return SPELT.reduce((spelt, [sign, words]) => spelt.replace(sign, words), text);
}
