/** Each language by its own name, so that everybody finds theirs. */
export const languageChoices = [
  { value: "de", label: "Deutsch" },
  { value: "fr", label: "Français" },
  { value: "it", label: "Italiano" },
  { value: "en", label: "English" },
];
