const lookalikes: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/** One spelling for what a guessing program takes as the same: small letters, no accents, letters for the digits that look like them. */
export const fold = (text: string): string =>
  [...text.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").normalize("NFD").replace(/\p{M}/gu, "")].map((char) => lookalikes[char] ?? char).join("");
