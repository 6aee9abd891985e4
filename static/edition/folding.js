// Text as it is searched, as data/folding.py folds it; `letters` are its letters and signs with what stands for each.
export function foldedText(text, letters) {
  if (!/[^\0-\x7f]|`/.test(text)) return text.toLowerCase();
  const put = (words) => [...words].map((sign) => (Object.hasOwn(letters, sign) ? letters[sign] : sign)).join("");
  // Capitals, ß and the sigma at the end of a word are what lower case leaves and folding of case does not.
  const lower = put(text).normalize("NFKD").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return put(lower.normalize("NFKD").replaceAll("и\u0306", "й")).replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "");
}

export const foldedWords = (text, letters) => foldedText(text, letters).split(/\s+/).filter(Boolean);
