import path from "node:path";

/** Where a stored picture lies: outside `public/`, spread over folders by the random end of its id. */
export const pictureFile = (varDir: string, storedAs: string): string => path.join(varDir, "files", storedAs.slice(-2), `${storedAs}.webp`);
