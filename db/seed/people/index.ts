export { biography, biographyParts } from "./biographies.ts";
export { concern, concerns } from "./concerns.ts";
export { listingText, listingWords } from "./listingWords.ts";
export { evidence, type Means } from "./evidence.ts";
export { type Conversation, type Exchange, messages } from "./messages.ts";
export { type Community, type CommunityName, communities, firstNames, type PersonName, personName, surnames } from "./names.ts";
export { type Pick, type Region, regions } from "./pick.ts";
export { closings, privateWords, type ReviewTone, review, reviews } from "./reviews.ts";
export { streetAddress, streets } from "./streets.ts";
