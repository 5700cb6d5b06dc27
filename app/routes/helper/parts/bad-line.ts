import { type ClientActionFunctionArgs, useActionData } from "@remix-run/react";

type NoLine = { noLine: true };
const isNoLine = (value: unknown): value is NoLine => typeof value === "object" && value !== null && "noLine" in value;

/** Sends a form; when the line is broken the screen stays as it is, with every word, and says so. The status of a response keeps the rest of the page from asking too. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (problem) {
    // A fetch that never arrived is a TypeError; redirects and "not found" are answers.
    if (problem instanceof TypeError) return Response.json({ noLine: true } satisfies NoLine, { status: 503 });
    throw problem;
  }
}

/** What an action answered; nothing while the line was broken. */
export function useAnswer<T>(): ReturnType<typeof useActionData<T>> {
  const answer = useActionData<T>();
  return isNoLine(answer) ? undefined : answer;
}

export const useNoLine = (): boolean => isNoLine(useActionData<unknown>());
