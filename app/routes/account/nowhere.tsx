import { notFound } from "#app/http/answer.server.ts";

/** An address that no screen has: not found, inside the company's frame with its telephone. */
export const loader = (): never => {
  throw notFound();
};
export const action = loader;

export default function Nowhere() {
  return null;
}
