// Words as they sound in any script, as data/search/letters.py writes them in Latin letters.
import { foldedText } from "/assets/edition/folding.js";

const plainWords = (text, letters) => foldedText(text, letters).match(/[\p{L}\p{N}_]+/gu) ?? [];

function soundOf(word, latin) {
  const sounds = [...word].map((letter) => latin[letter] ?? letter).join("");
  const same = sounds.replace(/([kg])h/g, (_, letter) => (letter === "k" ? "h" : "g")).replace(/i(?=[aeou])/g, "");
  return same.replace(/([\p{L}_])\1+/gu, "$1") || word;
}

// The words of a text in the forms that are compared, each with how it is written.
export const soundingWords = (text, { letters, latin }) =>
  plainWords(text, letters).map((word) => ({ word, sounds: soundOf(word, latin) }));
