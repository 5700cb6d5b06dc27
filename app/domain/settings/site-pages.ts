/** The pages that every footer leads to: a company has to publish them before it opens. */
export const requiredPages = ["imprint", "privacy", "terms"] as const;
export type RequiredPage = (typeof requiredPages)[number];
export const isRequiredPage = (slug: string): slug is RequiredPage => requiredPages.some((each) => each === slug);
