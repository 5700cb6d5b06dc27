import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** The short address that mails name. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/${params.locale}/helper/me/earnings`, 301);
