import { toDataURL } from "qrcode";

/** A QR code as a picture that fits into `src`, black on white so that cameras read it in the dark look too. */
export const qrPicture = (text: string): Promise<string> => toDataURL(text, { errorCorrectionLevel: "M", margin: 3, scale: 6 });
